import { useEffect, useRef } from 'react'
import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ColumnsPanel } from './columns-panel.tsx'
import { DonePanel } from './done-panel.tsx'
import { FilePanel } from './file-panel.tsx'
import type { ImportRun, ImportState } from './import-run.ts'
import { Announcement } from './announcement.tsx'
import { ReportPanel } from './report-panel.tsx'
import { STEP_TITLE_ID } from './step-title.tsx'
import { Steps } from './steps.tsx'
import { useImportRun } from './use-import-run.ts'
import { WorkingPanel } from './working-panel.tsx'

/** Import of a register (*nhập sổ*) from Excel: file, columns, check, register. */
export function ImportsScreen() {
  const t = useT('imports')
  const { run, state } = useImportRun()
  useFocusOnStep(state)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<Steps step={state.step} />} />
      <Announcement state={state} />
      <Panel run={run} state={state} />
    </>
  )
}

function Panel({ run, state }: { run: ImportRun; state: ImportState }) {
  switch (state.step) {
    case 'file':
      return <FilePanel run={run} error={state.error} />
    case 'columns':
      return <ColumnsPanel run={run} state={state} />
    case 'report':
      return <ReportPanel run={run} state={state} />
    case 'done':
      return <DonePanel run={run} state={state} />
    case 'reading':
    case 'checking':
    case 'committing':
      return <WorkingPanel key={state.step} run={run} state={state} />
  }
}

/** The focus goes to the title of a new step, or it would be lost with the button that led there. */
function useFocusOnStep({ step }: ImportState): void {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    document.getElementById(STEP_TITLE_ID)?.focus()
  }, [step])
}
