import { FormControlLabel, FormLabel, Radio, RadioGroup, Typography, Box } from '@mui/material'
import { useId } from 'react'
import type { Access } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'

const KINDS = ['sign-in', 'open'] as const

/** With or without sign-in, each with what it means. */
export function AccessChoice({
  label,
  value,
  onChange,
}: {
  label: string
  value: Access['kind']
  onChange: (kind: Access['kind']) => void
}) {
  const t = useT('people')
  const id = useId()
  return (
    <Box>
      <FormLabel component="p" id={id} sx={{ m: 0, mb: 0.25, fontSize: 13 }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onChange={(_, chosen) => onChange(KINDS.find((kind) => kind === chosen) ?? value)}
      >
        {KINDS.map((kind) => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio size="small" />}
            label={
              <>
                {t(`access.${kind}`)}
                <Typography
                  component="span"
                  variant="caption"
                  sx={{ display: 'block', color: 'text.secondary' }}
                >
                  {t(`access.${kind}Hint`)}
                </Typography>
              </>
            }
            sx={{ alignItems: 'flex-start', mr: 0, mt: 0.5, '& .MuiRadio-root': { py: 0.25 } }}
          />
        ))}
      </RadioGroup>
    </Box>
  )
}
