import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material'
import { useId } from 'react'
import type { FieldError } from '../../../src-main/contract/errors.ts'
import { parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { officeErrorOf, useErrorWords, useFieldWords } from '../../ui/errors.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { LARGEST_CALENDAR, UnreadableFileError } from './file-content.ts'

const MOST_SHOWN = 30
/** Codes that say no more than that the value is none of those in use. */
const UNKNOWN_VALUE: ReadonlySet<string> = new Set(['invalid', 'not-a-choice'])
/** Faults of a date that only a file can have. */
const OWN_WORDS = [
  'impossible-date',
  'two-digit-year',
  'plain-number',
  'date-outside-calendar',
  'not-a-date',
] as const
const COLUMNS = ['date', 'kind', 'name', 'basis', 'status'] as const

/** Why a file was refused: row by row, column by column, in words. Nothing of it was taken. */
export function FileFaults({
  fileName,
  error,
  onClose,
}: {
  fileName: string
  error: unknown
  onClose: () => void
}) {
  const t = useT('calendar')
  const common = useT('common')
  const titleId = useId()
  const whole = useWholeWords()(error)
  const fields = whole === null ? (officeErrorOf(error)?.fields ?? []) : []
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth={fields.length > 0}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {t('file.title', { name: fileName })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>
          {whole === null ? t('file.nothing') : `${whole} ${t('file.asItWas')}`}
        </DialogContentText>
        {fields.length > 0 && <FaultTable fields={fields} />}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {common('button.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Words for a file refused as a whole; `null` where single rows are at fault. */
function useWholeWords(): (error: unknown) => string | null {
  const t = useT('calendar')
  const words = useErrorWords()
  return (error) => {
    if (error instanceof UnreadableFileError) return t('file.unreadable')
    const { code, fields = [], params = {} } = officeErrorOf(error) ?? {}
    const limit = Number(params['limit'] ?? LARGEST_CALENDAR) / 1024 / 1024
    if (code === 'file-too-large') {
      const rows = params['rows']
      return rows === undefined
        ? t('file.tooLarge', { limit: formatNumber(limit) })
        : t('file.tooManyRows', { count: Number(rows), number: formatNumber(Number(rows)) })
    }
    const content = fields.find(({ field }) => field === 'content')
    if (content?.code === 'too-many') {
      const most = Number(content.params['limit'] ?? 0)
      return t('file.tooManyDays', { count: most, number: formatNumber(most) })
    }
    if (content !== undefined) return t('file.notUtf8')
    return fields.length > 0 ? null : words(error)
  }
}

function FaultTable({ fields }: { fields: readonly FieldError[] }) {
  const t = useT('calendar')
  const fault = useFaultWords()
  const more = fields.length - MOST_SHOWN
  const inOrder = fields.toSorted((a, b) => Number(placeOf(a.field).row) - Number(placeOf(b.field).row))
  return (
    <>
      <Table size="small" sx={{ mt: 1 }}>
        <TableHead>
          <TableRow>
            {(['row', 'field', 'value', 'reason'] as const).map((head) => (
              <TableCell key={head}>{t(`file.${head}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {inOrder.slice(0, MOST_SHOWN).map((field, index) => {
            const { row, column } = placeOf(field.field)
            return (
              <TableRow key={index}>
                <TableCell>{row}</TableCell>
                <TableCell>{t(`field.${column}`)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{valueOf(field)}</TableCell>
                <TableCell>{fault(column, field.code)}</TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
      {more > 0 && <DialogContentText sx={{ mt: 1 }}>{t('file.more', { count: more })}</DialogContentText>}
    </>
  )
}

/** What stands in the cell; dates as people write them. */
function valueOf({ params }: FieldError): string {
  const date = parseCivilDate(String(params['date'] ?? ''))
  return date === null ? String(params['value'] ?? '') : formatDate(date)
}

type Column = (typeof COLUMNS)[number] | 'other'

/** `row.5.date` and `header.kind` as a row and a column. */
function placeOf(path: string): { row: string; column: Column } {
  const parts = path.split('.')
  return {
    row: parts[0] === 'header' ? '1' : (parts.find((part) => /^\d+$/.test(part)) ?? ''),
    column: COLUMNS.find((name) => name === parts.at(-1)) ?? 'other',
  }
}

function useFaultWords(): (column: Column, code: string) => string | undefined {
  const t = useT('calendar')
  const words = useFieldWords()
  return (column, code) => {
    if (UNKNOWN_VALUE.has(code) && column === 'kind') return t('fault.unknown-kind')
    if (UNKNOWN_VALUE.has(code) && column === 'status') return t('fault.unknown-status')
    const own = OWN_WORDS.find((known) => known === code)
    if (own !== undefined) return t(`fault.${own}`)
    return words(code)
  }
}
