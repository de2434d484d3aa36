import { Box, Button } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { DayViews } from '../../ui/day-strip-views.tsx'
import { formatDate } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** How the due date came about: every day of the clock, the appointments, and each time the date was moved. */
export function ClockSection({
  page,
  onPrint,
  active,
}: {
  page: DossierPage
  onPrint: () => void
  /** False while a dialog is open: its keys are its own. */
  active: boolean
}) {
  const t = useT('dossier')
  const common = useT('common')
  const { today } = useStatus()
  useShortcut('alt+g', () => {
    if (active) onPrint()
  })
  const { row, stopped, days } = page
  return (
    <Section
      title={t('clock.title')}
      actions={
        <Button
          className="no-print"
          variant="outlined"
          startIcon={<PrintIcon />}
          onClick={onPrint}
          aria-keyshortcuts="Alt+G"
          endIcon={
            <Box
              component="kbd"
              aria-hidden
              sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}
            >
              Alt+G
            </Box>
          }
        >
          {t('action.explain')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Appointments page={page} />
        <DueMoves page={page} />
        <Box className="clock-days" sx={{ display: 'flex', flexDirection: 'column', maxHeight: 460 }}>
          <DayViews
            days={days}
            due={stopped === null ? page.computedDueOn : null}
            ringed={
              row.endedOn === null
                ? { date: today, words: common('nav.today') }
                : { date: row.endedOn, words: common('column.endedOn') }
            }
            basis=""
            heading={t('clock.days')}
          />
        </Box>
      </Box>
    </Section>
  )
}

function Appointments({ page: { appointments, stopped } }: { page: DossierPage }) {
  const t = useT('dossier')
  if (appointments === null) return null
  const { first, second } = appointments
  return (
    <Box component="dl" sx={LINES}>
      <dt>{t('clock.first')}</dt>
      <dd>{first === null ? t('clock.unknownFirst') : <b>{formatDate(first)}</b>}</dd>
      <dt>{t('clock.second')}</dt>
      <dd>
        {second === null ? (
          t(stopped !== null && first === null ? 'clock.unknownFirst' : 'clock.unknownSecond')
        ) : (
          <b>{formatDate(second)}</b>
        )}
      </dd>
    </Box>
  )
}

/** `Hạn đầu tiên 12/03/2026, dời ngày 06/03/2026 do …, nay 24/03/2026`. */
function DueMoves({ page: { dueMoves, row } }: { page: DossierPage }) {
  const t = useT('dossier')
  const [first] = dueMoves
  if (first === undefined) return null
  return (
    <Box component="ol" aria-label={t('clock.moves')} sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
      {dueMoves.map((move, index) => (
        <li key={index}>
          {index === 0 ? t('clock.firstDue', { date: formatDate(move.from) }) : formatDate(move.from)},{' '}
          {t('clock.move', { on: formatDate(move.on), cause: t(`moved.${move.cause}`) })}
          {' → '}
          <b>{formatDate(dueMoves[index + 1]?.from ?? row.dueOn)}</b>
        </li>
      ))}
    </Box>
  )
}

const LINES = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 1.5,
  rowGap: 0.25,
  fontSize: 13,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0 },
}
