import { Box, Checkbox, FormControlLabel, FormHelperText, FormLabel, Typography } from '@mui/material'
import { useId } from 'react'
import { ROLES, type Role } from '../../../src-main/domain/people.ts'
import { useT } from '../../app/i18n.ts'
import { CHOICE, CHOICE_HINT } from './choice-look.ts'

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
        <Box key={role} sx={{ mt: 0.5 }}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={value.includes(role)}
                onChange={({ target }) =>
                  onChange(ROLES.filter((one) => (one === role ? target.checked : value.includes(one))))
                }
                slotProps={{ input: { 'aria-describedby': `${id}-${role}` } }}
              />
            }
            label={common(`role.${role}`)}
            sx={CHOICE}
          />
          <Typography id={`${id}-${role}`} variant="caption" component="p" sx={CHOICE_HINT}>
            {t(`roleHint.${role}`)}
          </Typography>
        </Box>
      ))}
      {hint !== undefined && <FormHelperText>{hint}</FormHelperText>}
    </Box>
  )
}
