import { Box } from '@mui/material'
import type { TaxLeg } from '../../../src-main/contract/dossier-waits.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'

/** The leg of the tax office: slip → notice → proof of payment, with numbers and days, and who has it how long. */
export function TaxLegSection({ leg }: { leg: TaxLeg }) {
  const t = useT('dossier')
  const { slip, notice, proof, officeDays, payerDays } = leg
  const amount = notice?.amount == null ? '' : t('tax.sum', { amount: formatNumber(notice.amount) })
  return (
    <Section title={t('tax.leg')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 13 }}>
        <Stop title={t('tax.slip')} at={slip} />
        <Gap words={t('tax.officeDays', { count: officeDays })} open={notice === null && proof === null} />
        <Stop title={t('tax.notice')} at={notice} more={amount} />
        <Gap
          words={payerDays === null ? '' : t('tax.payerDays', { count: payerDays })}
          open={notice !== null && proof === null}
        />
        <Stop title={t('tax.proof')} at={proof} />
      </Box>
    </Section>
  )
}

/** One paper of the way: its day and number, or that it has not come. */
function Stop({
  title,
  at,
  more = '',
}: {
  title: string
  at: { on: CivilDate; document: string } | null
  more?: string
}) {
  const t = useT('dossier')
  const said =
    at === null
      ? [t('tax.notYet')]
      : [formatDate(at.on), at.document === '' ? '' : t('tax.no', { number: at.document }), more]
  const colour = at === null ? 'text.secondary' : 'text.primary'
  return (
    <Box component="li" sx={ROW}>
      <Box aria-hidden sx={{ ...DOT, ...(at === null ? {} : { bgcolor: 'primary.main' }) }} />
      <Box sx={{ fontWeight: 600, color: colour }}>{title}</Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', color: colour }}>
        {said.filter((part) => part !== '').join(' · ')}
      </Box>
    </Box>
  )
}

/** The time between two papers; the one that runs stands out. */
function Gap({ words, open }: { words: string; open: boolean }) {
  const colour = open ? 'standing.soon.fg' : 'divider'
  return (
    <Box component="li" sx={{ ...ROW, minHeight: 26 }}>
      <Box aria-hidden sx={{ justifySelf: 'center', height: '100%', borderLeft: 2, borderColor: colour }} />
      <Box
        sx={{
          gridColumn: '2 / -1',
          fontSize: 12.5,
          fontWeight: open ? 600 : 400,
          color: open ? 'standing.soon.fg' : 'text.secondary',
        }}
      >
        {words}
      </Box>
    </Box>
  )
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: '14px minmax(0, 170px) minmax(0, 1fr)',
  columnGap: 1,
  alignItems: 'center',
}
const DOT = {
  justifySelf: 'center',
  width: 10,
  height: 10,
  borderRadius: '50%',
  border: 2,
  borderColor: 'primary.main',
}
