import { Box, Button, GlobalStyles } from '@mui/material'
import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { type DossierPage, MANUAL_STEPS, type ManualStep } from '../../../src-main/contract/dossiers.ts'
import type { DossierForm } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useNotePrint } from '../../app/use-note-print.ts'
import { useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { isEditable, useShortcut } from '../../ui/use-shortcut.ts'
import { FormsSection } from '../forms/forms-section.tsx'
import { PdfDialog } from '../forms/pdf-dialog.tsx'
import { type FormTarget, useFormPaper } from '../forms/use-paper.ts'
import { ReceiptDialog } from '../receipt/receipt-dialog.tsx'
import { useReceipt } from '../receipt/use-receipt.ts'
import { MoveAlong } from '../steps/move-along.tsx'
import { PathStrip } from '../steps/path-strip.tsx'
import { StopsBanner } from '../stops/stops-warning.tsx'
import { Actions, type Doing } from './actions.tsx'
import { ClockSection } from './clock-section.tsx'
import { CorrectionDialog } from './correction-dialog.tsx'
import { DossierData } from './dossier-data.tsx'
import { DossierHead } from './dossier-head.tsx'
import { ExplanationSheet } from './explanation-sheet.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { LatenessSection } from './lateness-section.tsx'
import { PaperHead } from './paper-head.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { PRINT_LOOK } from './print-look.ts'
import { StepDialog } from './step-dialog.tsx'
import { TaxLegSection } from './tax-leg.tsx'
import { TaxNoticeDialog } from './tax-notice-dialog.tsx'
import { TermBar } from './term-bar.tsx'
import { Timeline } from './timeline.tsx'
import { usePrintExplanation } from './use-print-explanation.ts'

/** One dossier: how it stands, what is written of it, its history, and what can be done next. */
export function DossierScreen() {
  const { id: text = '' } = useParams()
  const id = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
  const back = useBack()
  useShortcut('alt+arrowleft', back)
  useShortcut('escape', ({ target }) => {
    // Escape in a field means that field.
    if (!isEditable(target)) back()
  })
  return id === null ? <NoSuchDossier onBack={back} /> : <Dossier key={id} id={id} onBack={back} />
}

function Dossier({ id, onBack }: { id: number; onBack: () => void }) {
  const t = useT('dossier')
  const common = useT('common')
  const orpc = useOrpc()
  const asked = useQuery(orpc.dossiers.get.queryOptions({ input: { id } }))
  const path = useQuery(orpc.steps.path.queryOptions({ input: { id } })).data
  const [doing, setDoing] = useState<Doing | null>(null)
  const receipt = useReceipt()
  const form = useFormPaper()
  const [formName, setFormName] = useState<DossierForm | null>(null)
  const explanation = usePrintExplanation()
  const page = asked.data
  useNotePrint(page && { paper: explanation.printing ? 'explanation' : 'dossier', rows: 1, dossierId: id })
  if (page === undefined) {
    if (officeErrorOf(asked.error)?.code === 'not-found') return <NoSuchDossier onBack={onBack} />
    return asked.isError ? (
      <ErrorAlert error={asked.error} action={<Button onClick={onBack}>{t('back')}</Button>} />
    ) : (
      <Box role="status">{t('loading')}</Box>
    )
  }
  const close = () => setDoing(null)
  const showReceipt = () => {
    receipt.show(id)
    setDoing('receipt')
  }
  const showForm = (target: FormTarget) => {
    setFormName(target.form)
    form.show(target)
  }
  // The form that goes with what was just saved: about the latest entry of its kind.
  const onSaved = (saved: DossierPage, wanted: DossierForm | null) => {
    const about = saved.forms.findLast((one) => one.form === wanted && one.possible)
    if (about !== undefined) showForm({ id, form: about.form, of: about.of })
  }
  const active = doing === null && form.shown === null
  return (
    <Box className="dossier" sx={{ maxWidth: 1500 }}>
      {explanation.printing ? <ExplanationSheet page={page} /> : <GlobalStyles styles={PRINT_LOOK} />}
      <PaperHead />
      <DossierHead page={page} onBack={onBack} onReceipt={showReceipt} active={active} />
      {asked.isError && <ErrorAlert error={asked.error} sx={{ mb: 1.5 }} />}
      <StopsBanner dossierId={id} />
      <TermBar page={page} />
      {path !== undefined && <PathStrip path={path} />}
      <Actions page={page} path={path} onDo={setDoing} active={active} />
      <Box className="dossier-columns" sx={COLUMNS}>
        <DossierData page={page} />
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {page.taxLeg !== null && <TaxLegSection leg={page.taxLeg} />}
          <ClockSection page={page} onPrint={explanation.print} active={active} />
          <FormsSection page={page} onPrint={showForm} />
          <LatenessSection page={page} />
          <Timeline page={page} />
        </Box>
      </Box>
      {doing === 'receipt' && receipt.shown !== null && (
        <ReceiptDialog
          code={page.row.code}
          shown={receipt.shown}
          onClose={() => {
            receipt.close()
            close()
          }}
        />
      )}
      {doing === 'correct' && <CorrectionDialog page={page} onClose={close} />}
      {(doing === 'pause' || doing === 'resume') && (
        <PauseDialog page={page} change={doing} onClose={close} onSaved={onSaved} />
      )}
      {doing === 'tax-notice' && <TaxNoticeDialog page={page} onClose={close} />}
      {doing === 'note' && <NoteDialog page={page} onClose={close} />}
      {isStep(doing) && <StepDialog page={page} step={doing} onClose={close} onSaved={onSaved} />}
      {form.shown !== null && formName !== null && (
        <PdfDialog
          title={`${common(`detailWord.form.${formName}`)} · ${page.row.code}`}
          shown={form.shown}
          testId="form"
          onClose={form.close}
        />
      )}
      {path !== undefined && (doing === 'passOn' || doing === 'sendBack') && (
        <MoveAlong page={page} path={path} kind={doing} onClose={close} />
      )}
    </Box>
  )
}

function isStep(doing: Doing | null): doing is ManualStep {
  return MANUAL_STEPS.some((step) => step === doing)
}

function NoSuchDossier({ onBack }: { onBack: () => void }) {
  const t = useT('dossier')
  return (
    <EmptyState
      title={t('notFound')}
      hint={t('notFoundHint')}
      action={
        <Button variant="outlined" startIcon={<BackIcon />} onClick={onBack}>
          {t('back')}
        </Button>
      }
    />
  )
}

/** Back to where one came from; to the list for who came from nowhere. */
function useBack(): () => void {
  const navigate = useNavigate()
  const { key } = useLocation()
  return useCallback(() => {
    if (key === 'default') void navigate('/dossiers')
    else void navigate(-1)
  }, [key, navigate])
}

const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1.35fr) minmax(0, 1fr)',
  gap: 2,
  alignItems: 'start',
}
