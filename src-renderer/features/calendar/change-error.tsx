import { Alert, Box } from '@mui/material'
import type { ReactNode } from 'react'
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'
import type { DraftState } from './draft.ts'

/** Why the office refuses a change: in words, with the dates it is about. */
export function ChangeError({
  error,
  state,
  action,
}: {
  error: unknown
  state: DraftState
  action?: ReactNode
}) {
  const t = useT('calendar')
  const words = useFieldWords()
  const fields = officeErrorOf(error)?.fields ?? []
  const whereOf = (field: string, date: CivilDate | null) => {
    if (date !== null) return formatDate(date)
    if (field === 'reason') return t('field.reason')
    return field.startsWith('clock') ? t('field.hours') : ''
  }
  if (fields.length === 0) return <ErrorAlert error={error} action={action} />
  return (
    <Alert severity="error" action={action}>
      {t('apply.faults')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {fields.map(({ field, code, params }, index) => {
          const nth = /^days\.(\d+)/.exec(field)?.[1]
          const date = parseCivilDate(String(params['date'] ?? '')) ?? state.days[Number(nth)]?.date ?? null
          return (
            <li key={index}>
              {[whereOf(field, date), words(code)].filter((part) => part !== '').join(': ')}
            </li>
          )
        })}
      </Box>
    </Alert>
  )
}
