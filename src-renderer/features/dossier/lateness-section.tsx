import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskPage } from '../../../src-main/contract/desk.ts'
import type { Standing } from '../../../src-main/contract/dossier-list.ts'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { formatDate } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { DecideDialog } from '../overdue/decide-dialog.tsx'
import { DraftDialog } from '../overdue/draft-dialog.tsx'
import { LegsView } from '../overdue/legs-view.tsx'
import { CauseDialog, type Subject } from '../overdue/mark-dialogs.tsx'
import { useCauses } from '../overdue/use-desk.ts'

type Doing = 'draft' | 'approve' | 'reject' | 'cause'

/** Close enough to its day for an apology to be thought of. */
const NEAR: readonly Standing[] = ['due-soon', 'due-today']

/** The lateness of a dossier: apology with both dates, cause, and whose the days are. */
export function LatenessSection({ page }: { page: DossierPage }) {
  const t = useT('overdue')
  const { id, code, standing, dueOn } = page.row
  const desk = useQuery(useOrpc().desk.dossier.queryOptions({ input: { id } })).data
  const [doing, setDoing] = useState<Doing | null>(null)
  if (desk === undefined) return null
  const speaks = desk.late || desk.apology !== null || desk.cause !== null || NEAR.includes(standing)
  if (!speaks) return null
  const subjects = [{ id, code, version: desk.version }]
  return (
    <Section title={t('legs.title')} actions={<Buttons desk={desk} onDo={setDoing} />}>
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Lines desk={desk} dueOn={dueOn} />
        {desk.late && <LegsView page={desk} />}
      </Box>
      {doing !== null && <Doing doing={doing} subjects={subjects} onClose={() => setDoing(null)} />}
    </Section>
  )
}

function Buttons({ desk, onDo }: { desk: DeskPage; onDo: (doing: Doing) => void }) {
  const t = useT('overdue')
  const may = useRights()
  const offered: { doing: Doing; words: string; when: boolean }[] = [
    { doing: 'cause', words: t('action.cause'), when: desk.late && may('process') },
    {
      doing: 'draft',
      words: t('action.apology'),
      when: desk.canDraft && desk.apology?.state !== 'drafted' && may('process'),
    },
    { doing: 'reject', words: t('action.reject'), when: desk.canDecide && may('approve') },
    { doing: 'approve', words: t('action.approve'), when: desk.canDecide && may('approve') },
  ]
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap' }}>
      {offered
        .filter(({ when }) => when)
        .map(({ doing, words }) => (
          <Button
            key={doing}
            size="small"
            variant={doing === 'approve' ? 'contained' : 'outlined'}
            onClick={() => onDo(doing)}
          >
            {words}
          </Button>
        ))}
    </Box>
  )
}

/** First due date, apology with its new day, cause. */
function Lines({
  desk: { apology, cause, late },
  dueOn,
}: {
  desk: DeskPage
  dueOn: DossierPage['row']['dueOn']
}) {
  const t = useT('overdue')
  const { nameOf } = useCauses()
  const reason = apology === null ? '' : [nameOf(apology.cause), apology.reason].filter(Boolean).join(': ')
  return (
    <Box component="dl" sx={LINES}>
      <dt>{t('legs.original')}</dt>
      <dd>
        <b>{formatDate(dueOn)}</b>
      </dd>
      <dt>{t('legs.apologyOf')}</dt>
      <dd>
        <ApologyWords apology={apology} />
        {reason !== '' && <Box sx={{ color: 'text.secondary' }}>{reason}</Box>}
      </dd>
      {(late || cause !== null) && (
        <>
          <dt>{t('legs.causeOf')}</dt>
          <dd>
            {cause === null
              ? t('legs.noCause')
              : [nameOf(cause.code), cause.note].filter((part) => part !== '').join(' – ')}
          </dd>
        </>
      )}
    </Box>
  )
}

function ApologyWords({ apology }: Pick<DeskPage, 'apology'>) {
  const t = useT('overdue')
  const common = useT('common')
  if (apology === null) return t('legs.noApology')
  const due = formatDate(apology.dueOn)
  switch (apology.state) {
    case 'drafted':
      return (
        <>
          <b>{common('apology.drafted')}</b>:{' '}
          {t('legs.draftedBy', { name: apology.draftedBy, date: formatDate(apology.draftedOn), due })}
        </>
      )
    case 'approved':
      return (
        <>
          <b>{t('legs.approvedOn', { date: formatDate(apology.sentOn), due })}</b>
          {apology.late && (
            <Box component="span" sx={{ color: 'standing.late.fg' }}>
              {' '}
              · {t('legs.lateApology')}
            </Box>
          )}
        </>
      )
    case 'rejected':
      return t('legs.rejectedWas', { due })
  }
}

function Doing({ doing, subjects, onClose }: { doing: Doing; subjects: Subject[]; onClose: () => void }) {
  switch (doing) {
    case 'draft':
      return <DraftDialog subjects={subjects} onClose={onClose} />
    case 'cause':
      return <CauseDialog subjects={subjects} onClose={onClose} />
    case 'approve':
    case 'reject':
      return <DecideDialog subjects={subjects} decision={doing} onClose={onClose} />
  }
}

const LINES = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 1.5,
  rowGap: 0.5,
  fontSize: 13,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, overflowWrap: 'anywhere' },
}
