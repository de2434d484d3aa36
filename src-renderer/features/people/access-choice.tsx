import { FormControlLabel, FormLabel, Radio, RadioGroup, Typography, Box } from '@mui/material'
import { useId } from 'react'
import type { Access } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import { CHOICE, CHOICE_HINT } from './choice-look.ts'

const KINDS = ['sign-in', 'open'] as const

/** With or without sign-in, each with what it means. */
export function AccessChoice({
  label,
  labelHidden = false,
  value,
  onChange,
}: {
  label: string
  /** The heading above says it already. */
  labelHidden?: boolean
  value: Access['kind']
  onChange: (kind: Access['kind']) => void
}) {
  const t = useT('people')
  const id = useId()
  return (
    <Box>
      <FormLabel component="p" id={id} sx={labelHidden ? VISUALLY_HIDDEN : { m: 0, mb: 0.25, fontSize: 13 }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onChange={(_, chosen) => onChange(KINDS.find((kind) => kind === chosen) ?? value)}
      >
        {KINDS.map((kind) => (
          <Box key={kind} sx={{ mt: 0.5 }}>
            <FormControlLabel
              value={kind}
              control={<Radio size="small" slotProps={{ input: { 'aria-describedby': `${id}-${kind}` } }} />}
              label={t(`access.${kind}`)}
              sx={CHOICE}
            />
            <Typography id={`${id}-${kind}`} variant="caption" component="p" sx={CHOICE_HINT}>
              {t(`access.${kind}Hint`)}
            </Typography>
          </Box>
        ))}
      </RadioGroup>
    </Box>
  )
}
