import FileIcon from '@mui/icons-material/UploadFileOutlined'
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Typography,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import {
  ARRIVAL_FIELDS,
  type ArrivalField,
  type ArrivalProblem,
  MAX_ARRIVALS_BYTES,
} from '../../../src-main/contract/arrivals.ts'
import { OfficeError } from '../../../src-main/contract/errors.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { formatNumber } from '../../ui/format.ts'
import { useToast } from '../../ui/toast.tsx'
import { vi } from '../../locales/index.ts'
import { ACCEPTED, readFile } from '../procedures/read-file.ts'

/** Problems beyond so many are counted, not listed. */
const MOST = 200

/** A portal's list: chosen, looked at row by row, and what is sound recorded. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useT('arrivals')
  const common = useT('common')
  const toast = useToast()
  const titleId = useId()
  const office = useOffice()
  const read = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > MAX_ARRIVALS_BYTES)
        throw new OfficeError('file-too-large', { limit: MAX_ARRIVALS_BYTES })
      const { content } = await readFile(file)
      return office.arrivals.readFile({ content })
    },
  })
  const record = useMutation(
    useOrpc().arrivals.recordAll.mutationOptions({
      onSuccess: ({ recorded }) => {
        toast(t('import.done', { count: recorded }))
        onClose()
      },
    }),
  )
  const found = read.data
  const ready = found?.arrivals ?? []
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId} sx={{ pb: 1 }}>
        {t('import.title')}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
            {t('import.hint')}
          </Typography>
          <FileButton
            first={found === undefined}
            busy={read.isPending}
            onFile={(file) => {
              record.reset()
              read.mutate(file)
            }}
          />
        </Box>
        <FileError error={read.error} />
        {found !== undefined && (
          <Box role="status" sx={{ display: 'grid', gap: 0.5 }}>
            <b>{t('import.ready', { count: ready.length })}</b>
            {found.known.length > 0 && (
              <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {t('import.known', { count: found.known.length })}: {found.known.slice(0, 20).join(', ')}
                {found.known.length > 20 && ' …'}
              </Box>
            )}
            {found.problems.length > 0 && (
              <Box sx={{ color: 'standing.late.fg' }}>
                {t('import.problems', { count: found.problems.length })}
              </Box>
            )}
          </Box>
        )}
        {found !== undefined && found.problems.length > 0 && <Problems problems={found.problems} />}
        <ErrorAlert error={record.error} />
      </DialogContent>
      <DialogActions sx={{ pt: 1.5 }}>
        <Button onClick={onClose}>{common('button.cancel')}</Button>
        <Button
          variant="contained"
          disabled={ready.length === 0}
          loading={record.isPending}
          onClick={() => record.mutate({ arrivals: ready })}
        >
          {t('import.confirm', { count: ready.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function FileButton({
  first,
  busy,
  onFile,
}: {
  first: boolean
  busy: boolean
  onFile: (file: File) => void
}) {
  const t = useT('arrivals')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant={first ? 'contained' : 'outlined'}
        startIcon={<FileIcon />}
        loading={busy}
        loadingPosition="start"
        autoFocus
        onClick={() => input.current?.click()}
        sx={{ flex: 'none' }}
      >
        {t(first ? 'import.choose' : 'import.other')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        data-testid="arrivals-file"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again once it has been mended.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Row, column and reason of everything that keeps a row out. */
function Problems({ problems }: { problems: readonly ArrivalProblem[] }) {
  const t = useT('arrivals')
  const words = useProblemWords()
  return (
    <Box component="table" sx={TABLE}>
      <thead>
        <tr>
          <th>{t('import.row')}</th>
          <th>{t('import.field')}</th>
          <th>{t('import.value')}</th>
          <th>{t('import.why')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.slice(0, MOST).map(({ row, field, value, code }) => (
          <tr key={`${row} ${field} ${code}`}>
            <td>{formatNumber(row)}</td>
            <td>{t(`importField.${field}`)}</td>
            <td>{value || '–'}</td>
            <td>{words(code)}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

type OwnProblem = keyof typeof vi.arrivals.importProblem

function useProblemWords(): (code: string) => string {
  const t = useT('arrivals')
  const field = useFieldWords()
  const isOwn = (code: string): code is OwnProblem => Object.hasOwn(vi.arrivals.importProblem, code)
  return (code) => (isOwn(code) ? t(`importProblem.${code}`) : (field(code) ?? ''))
}

/** Says what is wrong with the file as a whole. */
function FileError({ error }: { error: unknown }) {
  const t = useT('arrivals')
  const known = officeErrorOf(error)
  if (known?.code === 'file-not-xlsx') return <Alert severity="error">{t('import.notAFile')}</Alert>
  if (known?.code === 'mapping-incomplete') {
    const names = String(known.params['columns'] ?? '').split(', ')
    const isField = (name: string): name is ArrivalField => ARRIVAL_FIELDS.some((field) => field === name)
    const columns = names.filter(isField).map((name) => t(`importField.${name}`))
    return <Alert severity="error">{t('import.columnsMissing', { columns: columns.join(', ') })}</Alert>
  }
  return <ErrorAlert error={error} />
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary', fontSize: 12, pb: 0.5 },
  '& td': { borderTop: 1, borderColor: 'divider', py: '3px', pr: 1.5, overflowWrap: 'anywhere' },
}
