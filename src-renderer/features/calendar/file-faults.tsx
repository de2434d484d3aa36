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
import { useT } from '../../app/i18n.ts'
import { officeErrorOf, useErrorWords, useFieldWords } from '../../ui/errors.ts'
import { UnreadableFileError } from './file-content.ts'

const MOST_SHOWN = 30
/** Codes that say no more than that the value is none of those in use. */
const UNKNOWN_VALUE: ReadonlySet<string> = new Set(['invalid', 'not-a-choice'])
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
  const words = useErrorWords()
  const titleId = useId()
  const fields = officeErrorOf(error)?.fields ?? []
  const whole = error instanceof UnreadableFileError ? t('file.unreadable') : words(error)
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth={fields.length > 0}>
      <DialogTitle id={titleId}>{t('file.title', { name: fileName })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{fields.length > 0 ? t('file.nothing') : whole}</DialogContentText>
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
                <TableCell>{field.params['value'] ?? field.params['date'] ?? ''}</TableCell>
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
    return words(code)
  }
}
