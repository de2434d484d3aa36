import { Checkbox, FormControlLabel } from '@mui/material'
import { useEffect } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { ReceptionForm } from './reception-form.ts'

/**
 * Whether the dossier comes from a remote commune, which has extra working days. Not shown for a procedure that gives none.
 * @param extra the working days it gives; `undefined` while that is not known.
 */
export function RemoteField({ extra }: { extra: number | undefined }) {
  const t = useT('reception')
  const { control } = useFormContext<ReceptionForm>()
  const {
    field: { value, onChange, onBlur, ref },
  } = useController({ control, name: 'remote' })
  // A tick set for another procedure must not be sent unseen.
  useEffect(() => {
    if (extra === 0 && value) onChange(false)
  }, [extra, onChange, value])
  useShortcut('alt+x', () => {
    if (extra !== undefined && extra > 0) onChange(!value)
  })
  if (extra === undefined || extra === 0) return null
  return (
    <FormControlLabel
      label={`${t('remote', { count: extra })} (Alt+X)`}
      control={
        <Checkbox
          size="small"
          checked={value}
          onChange={(_, checked) => onChange(checked)}
          onBlur={onBlur}
          slotProps={{ input: { ref, 'aria-keyshortcuts': 'Alt+X' } }}
          sx={{ p: 0.5 }}
        />
      }
      sx={{ m: 0, ml: -0.5, '& .MuiFormControlLabel-label': { fontSize: 13, lineHeight: 1.3 } }}
    />
  )
}
