import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ArrivalAction, ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { Section } from '../../ui/section.tsx'
import { isEditable, useShortcut } from '../../ui/use-shortcut.ts'
import { Documents, Group, Line } from '../dossier/dossier-data.tsx'
import { Timeline } from '../dossier/timeline.tsx'
import { ReceiptDialog } from '../receipt/receipt-dialog.tsx'
import { Actions } from './actions.tsx'
import { AskDialog, NoteDialog } from './answer-dialogs.tsx'
import { AnswersSection } from './answers-section.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { AnsweredLate, TimeLeft } from './time-left.tsx'
import { useSlip } from './use-slip.ts'

/** What is left of the time grows less by the minute. */
const AGAIN_MS = 30_000

/** One application: what was filed, until when it is answered, its history, and what can be done next. */
export function ArrivalScreen() {
  const { id: text = '' } = useParams()
  const id = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
  const navigate = useNavigate()
  const back = () => void navigate('/arrivals')
  useShortcut('alt+arrowleft', back)
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"]') === null) back()
  })
  return id === null ? <NoSuchArrival onBack={back} /> : <OneArrival key={id} id={id} onBack={back} />
}

/** The application with that key, as the office has it; what stands there meanwhile or instead. */
export function useArrival(id: number, onBack: () => void) {
  const t = useT('arrivals')
  const asked = useQuery(useOrpc().arrivals.get.queryOptions({ input: { id }, refetchInterval: AGAIN_MS }))
  if (asked.data !== undefined) return { page: asked.data, instead: null }
  const instead =
    officeErrorOf(asked.error)?.code === 'not-found' ? (
      <NoSuchArrival onBack={onBack} />
    ) : asked.isError ? (
      <ErrorAlert error={asked.error} action={<Button onClick={onBack}>{t('back')}</Button>} />
    ) : (
      <Box role="status">{t('loading')}</Box>
    )
  return { page: null, instead }
}

function OneArrival({ id, onBack }: { id: number; onBack: () => void }) {
  const t = useT('arrivals')
  const navigate = useNavigate()
  const [doing, setDoing] = useState<ArrivalAction | null>(null)
  const slip = useSlip()
  const { page, instead } = useArrival(id, onBack)
  if (page === null) return instead
  const close = () => setDoing(null)
  const begin = (action: ArrivalAction) => {
    if (action === 'accept') void navigate(`/arrivals/${id}/accept`)
    else setDoing(action)
  }
  return (
    <Box sx={{ maxWidth: 1500 }}>
      <Head page={page} onBack={onBack} onPrint={(form, of) => slip.print({ id, form, of })} />
      <Actions actions={page.actions} active={doing === null && slip.shown === null} onDo={begin} />
      <Box sx={COLUMNS}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Asked page={page} />
          <ArrivalData page={page} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <AnswersSection page={page} />
          <Timeline page={page} />
        </Box>
      </Box>
      {slip.shown !== null && (
        <ReceiptDialog
          code={page.row.reference}
          title={t(`print.title.${slip.form}`)}
          shown={slip.shown}
          onClose={slip.close}
        />
      )}
      {doing === 'ask-completion' && <AskDialog page={page} onClose={close} />}
      {(doing === 'complete' || doing === 'decline' || doing === 'retract') && (
        <NoteDialog page={page} answer={doing} onClose={close} />
      )}
      {doing === 'change' && <ChangeDialog page={page} onClose={close} />}
    </Box>
  )
}

/** Which application it is and how it stands. The heading has the focus when the page opens. */
function Head({
  page: { row, forms },
  onBack,
  onPrint,
}: {
  page: ArrivalPage
  onBack: () => void
  onPrint: (form: ArrivalPage['forms'][number]['form'], of: number) => void
}) {
  const t = useT('arrivals')
  const may = useRights()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [row.id])
  const last = forms.at(-1)
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mb: 1.5 }}>
      <Tooltip title={`${t('back')} (Esc)`}>
        <IconButton className="no-print" aria-label={t('back')} onClick={onBack} sx={{ mt: '-3px', ml: -1 }}>
          <BackIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>
            {row.reference || t('noReference')}
          </Typography>
          <TimeLeft row={row} />
          <AnsweredLate row={row} />
        </Box>
        <Typography component="p" sx={{ mt: 0.25 }}>
          <b>{row.applicantName}</b> · {row.procedureName}
        </Typography>
      </Box>
      {last !== undefined && may('receive') && (
        <Button
          className="no-print"
          variant="outlined"
          startIcon={<PrintIcon />}
          onClick={() => onPrint(last.form, last.of)}
          sx={{ flex: 'none' }}
        >
          {last.number === null ? t(`print.${last.form}`) : t('print.again', { number: last.number })}
        </Button>
      )}
      {row.code !== null && (
        <Button component={Link} to={`/dossiers/${row.id}`} variant="contained" sx={{ flex: 'none' }}>
          {t('openDossier', { code: row.code })}
        </Button>
      )}
    </Box>
  )
}

function Asked({ page: { asked } }: { page: ArrivalPage }) {
  const t = useT('arrivals')
  if (asked === null) return null
  return (
    <Section title={t('asked.title')}>
      <Box component="ol" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
        {asked.items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </Box>
      <Box sx={{ fontSize: 13, mt: 1 }}>{t('asked.reason', { reason: asked.reason })}</Box>
      {asked.contact !== '' && (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {t('asked.contact', { contact: asked.contact })}
        </Box>
      )}
    </Section>
  )
}

/** What is written down about it, in groups. */
function ArrivalData({ page: { particulars: p, row } }: { page: ArrivalPage }) {
  const t = useT('dossier')
  const common = useT('common')
  const level = p.onlineLevel === null ? '' : ` · ${common(`onlineLevel.${p.onlineLevel}`)}`
  return (
    <Section title={t('data.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Group title={t('data.applicant')}>
          <Line term={common('particular.applicantName')} value={p.applicantName} />
          <Line term={common('particular.idNumber')} value={p.idNumber} />
          <Line term={common('particular.phone')} value={p.phone} />
          <Line term={common('particular.email')} value={p.email} />
          <Line term={common('particular.address')} value={p.address} wide />
          <Line term={common('particular.representative')} value={p.representative} wide />
        </Group>
        <Group title={t('data.parcel')}>
          <Line term={common('particular.mapSheet')} value={p.mapSheet} />
          <Line term={common('particular.plot')} value={p.plot} />
          <Line term={common('particular.commune')} value={p.commune} />
          <Line term={common('particular.certificateNumber')} value={p.certificateNumber} />
        </Group>
        <Group title={t('data.submitted')}>
          <Line term={t('data.procedure')} value={row.procedureName} wide />
          <Line term={common('particular.content')} value={p.content} wide />
          <Line term={common('particular.channel')} value={common(`channel.${p.channel}`) + level} />
          <Line term={common('particular.returnWay')} value={common(`returnWay.${p.returnWay}`)} />
          <Line term={common('particular.note')} value={p.note} wide />
        </Group>
        {p.documents.length > 0 && <Documents documents={p.documents} />}
      </Box>
    </Section>
  )
}

function NoSuchArrival({ onBack }: { onBack: () => void }) {
  const t = useT('arrivals')
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

const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1.35fr) minmax(0, 1fr)',
  gap: 2,
  alignItems: 'start',
}
