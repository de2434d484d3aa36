import { Alert, Box, Button } from '@mui/material'
import { Link } from 'react-router'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import type { ImportReport } from '../../../src-main/contract/imports.ts'
import { FailedRowsButton } from './failed-rows-button.tsx'
import { ImportError } from './import-error.tsx'
import type { ImportRun, StateAt } from './import-run.ts'
import { firstShown, ProblemFilter } from './problem-filter.tsx'
import { ProblemTable } from './problem-table.tsx'
import { StepTitle } from './step-title.tsx'

/** The third step: what the check found. Nothing has been changed yet. */
export function ReportPanel({ run, state }: { run: ImportRun; state: StateAt<'report'> }) {
  const t = useT('imports')
  const { file, report } = state
  const [filter, setFilter] = useState(firstShown(report))
  const clean = Object.keys(report.counts).length === 0
  return (
    <Box sx={{ flex: 1, display: 'flex', flexDirection: 'column', minHeight: clean ? 0 : 620 }}>
      <StepTitle title={t('report.title')} beside={<Actions run={run} state={state} />}>
        {t('report.hint', { file: file.fileName })}
      </StepTitle>
      <ImportError error={state.error} />
      {state.stopped && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('committing.stopped')}
        </Alert>
      )}
      <Verdict report={report} />
      <Numbers report={report} />
      {clean ? (
        <Alert severity="success">{t('report.clean')}</Alert>
      ) : (
        <>
          <ProblemFilter counts={report.counts} filter={filter} onChange={setFilter} />
          <ProblemTable importId={file.importId} filter={filter} />
        </>
      )}
    </Box>
  )
}

function Actions({ run, state }: { run: ImportRun; state: StateAt<'report'> }) {
  const t = useT('imports')
  const { ready, kept, known } = state.report
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
      <Button variant="text" onClick={() => run.startOver()}>
        {t('another')}
      </Button>
      <Button variant="outlined" onClick={() => run.backToColumns()}>
        {t('report.back')}
      </Button>
      {kept > known && <FailedRowsButton importId={state.file.importId} />}
      {ready > 0 && (
        <Button variant="contained" data-testid="import-commit" onClick={() => void run.commit()}>
          {t('report.commit', { number: formatNumber(ready) })}
        </Button>
      )}
    </Box>
  )
}

/** What must not be overlooked: the file was here before, or nothing of it will come in. */
function Verdict({ report: { rows, ready, known, importedBefore } }: { report: ImportReport }) {
  const t = useT('imports')
  return (
    <>
      {importedBefore !== null && (
        <Alert severity="warning" sx={{ mb: 2 }} data-testid="import-before">
          {t('report.before', { moment: formatMoment(importedBefore) })}
        </Alert>
      )}
      {ready === 0 && (
        <Alert
          severity={known === rows ? 'info' : 'warning'}
          sx={{ mb: 2 }}
          data-testid="import-nothing"
          action={
            known > 0 && (
              <Button component={Link} to="/dossiers?queue=all">
                {t('done.dossiers')}
              </Button>
            )
          }
        >
          {known === rows && rows > 0
            ? t('report.allKnown', { number: formatNumber(rows) })
            : t('report.nothing')}
        </Alert>
      )}
    </>
  )
}

/** Every row of the file is in exactly one of the three on the right. */
function Numbers({ report }: { report: ImportReport }) {
  const t = useT('imports')
  const numbers = [
    { name: 'rows', value: report.rows, color: 'text.primary' },
    { name: 'ready', value: report.ready, color: 'success.main' },
    { name: 'faulty', value: report.kept - report.known, color: 'error.main' },
    { name: 'known', value: report.known, color: 'text.primary' },
  ] as const
  return (
    <Box
      component="dl"
      sx={{ m: 0, mb: 2.5, display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 1.5, flex: 'none' }}
    >
      {numbers.map(({ name, value, color }) => (
        <Box key={name} sx={TILE}>
          <Box component="dt" sx={{ fontSize: 13, color: 'text.secondary' }}>
            {t(`report.${name}`)}
          </Box>
          <Box
            component="dd"
            data-testid={`import-${name}`}
            sx={{ m: 0, fontSize: 26, fontWeight: 600, color: value > 0 ? color : 'text.secondary' }}
          >
            {formatNumber(value)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const TILE = {
  display: 'flex',
  flexDirection: 'column',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  px: 2,
  py: 1.25,
}
