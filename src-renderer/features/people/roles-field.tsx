import { Box, Checkbox, FormControlLabel, FormHelperText, FormLabel, Typography } from '@mui/material'
import { useId } from 'react'
import { ROLES, type Role } from '../../../src-main/domain/people.ts'
import { useT } from '../../app/i18n.ts'

/** The roles of a person, each with what it may do. */
export function RolesField({
  label,
  roles = ROLES,
  value,
  onChange,
  hint,
}: {
  label: string
  /** The roles to choose from. */
  roles?: readonly Role[]
  value: readonly Role[]
  onChange: (roles: Role[]) => void
  hint?: string | undefined
}) {
  const t = useT('people')
  const common = useT('common')
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id}>
      <FormLabel component="p" id={id} sx={{ m: 0, mb: 0.5, fontSize: 13 }}>
        {label}
      </FormLabel>
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          control={
            <Checkbox
              size="small"
              checked={value.includes(role)}
              onChange={({ target }) =>
                onChange(ROLES.filter((one) => (one === role ? target.checked : value.includes(one))))
              }
            />
          }
          label={
            <>
              {common(`role.${role}`)}
              <Typography
                component="span"
                variant="caption"
                sx={{ display: 'block', color: 'text.secondary' }}
              >
                {t(`roleHint.${role}`)}
              </Typography>
            </>
          }
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            mr: 0,
            mt: 0.5,
            '& .MuiCheckbox-root': { py: 0.25 },
          }}
        />
      ))}
      {hint !== undefined && <FormHelperText>{hint}</FormHelperText>}
    </Box>
  )
}
