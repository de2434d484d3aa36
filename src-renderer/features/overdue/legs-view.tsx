import { Box } from '@mui/material'
import type { DeskPage } from '../../../src-main/contract/desk.ts'
import { LEG_HOLDERS, type LegHolder } from '../../../src-main/domain/legs.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'

/** Grounds of the bar, each with its words beside it: never colour alone. */
const TONES: Record<LegHolder, 'late' | 'soon' | 'onTime' | 'paused'> = {
  branch: 'late',
  tax: 'soon',
  agency: 'onTime',
  applicant: 'paused',
}

/** Whose lateness: the days late as a bar by whose they are, and the legs they come from. */
export function LegsView({ page }: { page: DeskPage }) {
  const t = useT('overdue')
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      {page.late ? <SharesBar page={page} /> : <Box sx={{ fontSize: 13 }}>{t('legs.none')}</Box>}
      <LegsTable page={page} />
      {page.late && <Box sx={{ fontSize: 12.5, color: 'text.secondary' }}>{t('legs.rule')}</Box>}
    </Box>
  )
}

function SharesBar({ page: { shares, daysLate } }: { page: DeskPage }) {
  const t = useT('overdue')
  const common = useT('common')
  const parts = LEG_HOLDERS.filter((who) => shares[who] > 0)
  return (
    <Box>
      <Box sx={{ fontSize: 13, mb: 0.5 }}>
        <b>{t('legs.sum', { count: daysLate })}</b>
        {parts.map((who) => ` · ${common(`whose.${who}`)} ${formatNumber(shares[who])}`)}
      </Box>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 18 }}>
        {parts.map((who) => (
          <Box
            key={who}
            sx={{
              flex: `${shares[who]} 1 0`,
              minWidth: 18,
              bgcolor: `standing.${TONES[who]}.fg`,
              color: 'background.paper',
              borderRadius: '3px',
              fontSize: 12,
              fontWeight: 600,
              lineHeight: '18px',
              textAlign: 'center',
            }}
          >
            {formatNumber(shares[who])}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

type Leg = DeskPage['legs'][number]

function LegsTable({ page: { legs, rest } }: { page: DeskPage }) {
  const t = useT('overdue')
  const common = useT('common')
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value))
  // Passed through on the day it came: nothing to tell.
  const shown = legs.filter(({ used, from, to }) => used > 0 || from !== to)
  return (
    <Box component="table" aria-label={t('legs.title')} sx={TABLE}>
      <thead>
        <tr>
          <th>{t('legs.leg')}</th>
          {(['term', 'used', 'over', 'late'] as const).map((head) => (
            <th key={head} className="number">
              {t(`legs.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((leg, index) => (
          <tr key={index}>
            <td>
              <b>{whoOf(leg, common)}</b> · {nameOf(leg, t)}
              <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
                {formatDate(leg.from)} → {leg.to === null ? t('legs.now') : formatDate(leg.to)}
              </Box>
            </td>
            <td className="number">{number(leg.term)}</td>
            <td className="number">{number(leg.used)}</td>
            <td className="number">{leg.over === 0 ? '–' : number(leg.over)}</td>
            <td className="number">
              {leg.free ? (
                <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                  {t('legs.free')}
                </Box>
              ) : (
                <b>{leg.late === 0 ? '–' : number(leg.late)}</b>
              )}
            </td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <td colSpan={4}>{t('legs.rest', { count: rest })}</td>
            <td className="number">
              <b>{number(rest)}</b>
            </td>
          </tr>
        )}
      </tbody>
    </Box>
  )
}

type Words = ReturnType<typeof useT<'overdue'>>

/** The agency by its own name where that is known. */
function whoOf({ who, agency }: Leg, common: ReturnType<typeof useT<'common'>>): string {
  return agency === '' ? common(`whose.${who}`) : agency
}

function nameOf({ pause, step, who }: Leg, t: Words): string {
  if (pause === 'payment' && who === 'applicant') return t('legs.payment')
  if (pause !== null) return t(`legs.pause.${pause}`)
  return step === '' ? t('legs.unknownStep') : step
}

const TABLE = {
  width: '100%',
  fontSize: 13,
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary', fontSize: 12.5 },
  '& td, & th': { py: '3px', pr: 1, borderBottom: 1, borderColor: 'divider', verticalAlign: 'top' },
  '& .number': { textAlign: 'right', whiteSpace: 'nowrap', width: 52 },
} as const
