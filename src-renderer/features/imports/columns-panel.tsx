import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { FieldRow } from './field-row.tsx'
import { ImportError } from './import-error.tsx'
import type { ImportRun, StateAt } from './import-run.ts'
import { FIELDS_IN_ORDER, missingFields, unusedColumns, withColumn } from './mapping.ts'
import { SheetChoice } from './sheet-choice.tsx'
import { StepTitle } from './step-title.tsx'

/** The second step: which column of the file means what. */
export function ColumnsPanel({ run, state }: { run: ImportRun; state: StateAt<'columns'> }) {
  const t = useT('imports')
  const { file, sheet, proposing } = state
  const [tried, setTried] = useState(false)
  const missing = missingFields(sheet.mapping)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing.length === 0) void run.check()
    else document.getElementById(`import-field-${missing[0]}`)?.focus()
  }
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ maxWidth: 1080, width: '100%' }}>
      <StepTitle title={t('columns.title')}>
        {t('columns.hint', { file: file.fileName, rows: formatNumber(sheet.rows) })}
      </StepTitle>
      <ImportError error={state.error} />
      {state.stopped && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('checking.stopped')}
        </Alert>
      )}
      <SheetChoice run={run} state={state} />
      <Box sx={{ height: 3, my: 1 }}>
        {proposing && <LinearProgress aria-label={t('columns.proposing')} sx={{ height: 3 }} />}
      </Box>
      <Box component="table" aria-label={t('columns.title')} sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('columns.field')}</th>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS_IN_ORDER.map((field) => (
            <FieldRow
              key={field}
              field={field}
              sheet={sheet}
              disabled={proposing}
              wanting={tried && missing.includes(field)}
              onChange={(column) => run.map(withColumn(sheet.mapping, field, column))}
            />
          ))}
        </tbody>
      </Box>
      <Unused state={state} />
      <Footer run={run} state={state} />
    </Box>
  )
}

const TABLE = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  fontSize: 13,
  '& th, & td': { px: 1.5, py: 0.5, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& thead th': { py: 1, color: 'text.secondary', fontSize: 12.5, fontWeight: 600 },
  '& thead th:first-of-type': { width: '24%' },
  '& thead th:nth-of-type(2)': { width: '36%' },
  '& tbody tr:last-child > *': { borderBottom: 0 },
}

function Unused({ state: { sheet } }: { state: StateAt<'columns'> }) {
  const t = useT('imports')
  const unused = unusedColumns(sheet)
  if (unused.length === 0) return null
  return (
    <Typography variant="body2" sx={{ mt: 1.5, color: 'text.secondary' }}>
      {t('columns.unused', { columns: unused.map(({ letter, title }) => `${letter} (${title})`).join(', ') })}
    </Typography>
  )
}

function Footer({ run, state }: { run: ImportRun; state: StateAt<'columns'> }) {
  const t = useT('imports')
  const words = useT('common')
  const missing = missingFields(state.sheet.mapping)
  return (
    <Box sx={FOOTER}>
      <Typography
        variant="body2"
        role="status"
        data-testid="import-missing"
        sx={{ flex: 1, color: missing.length > 0 ? 'error.main' : 'text.secondary' }}
      >
        {missing.length > 0
          ? t('columns.missing', { fields: missing.map((field) => words(`importField.${field}`)).join(', ') })
          : t('columns.complete')}
      </Typography>
      <Button variant="outlined" onClick={() => run.startOver()}>
        {t('another')}
      </Button>
      <Button type="submit" variant="contained" disabled={state.proposing}>
        {t('columns.check')}
      </Button>
    </Box>
  )
}

/** Stays at the bottom of the window: the way on is never out of sight. */
const FOOTER = {
  position: 'sticky',
  bottom: -20,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  py: 1.5,
  mt: 1.5,
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
  zIndex: 1,
}
