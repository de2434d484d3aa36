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
      <Box component="ol" sx={WAY}>
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

/** One paper of the way: its number and day, or that it has not come. */
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
  return (
    <Box
      component="li"
      sx={{ minWidth: 0, borderTop: 3, borderColor: at === null ? 'divider' : 'primary.main', pt: 0.75 }}
    >
      <Box sx={{ fontWeight: 600, color: at === null ? 'text.secondary' : 'text.primary' }}>{title}</Box>
      {at === null ? (
        <Box sx={{ color: 'text.secondary' }}>{t('tax.notYet')}</Box>
      ) : (
        <>
          <Box>{formatDate(at.on)}</Box>
          {at.document !== '' && (
            <Box sx={{ overflowWrap: 'anywhere' }}>{t('tax.no', { number: at.document })}</Box>
          )}
          {more !== '' && <Box>{more}</Box>}
        </>
      )}
    </Box>
  )
}

/** The time between two papers; the one that runs stands out. */
function Gap({ words, open }: { words: string; open: boolean }) {
  return (
    <Box
      component="li"
      sx={{
        alignSelf: 'start',
        borderTop: 3,
        borderTopStyle: open ? 'dashed' : 'solid',
        borderColor: open ? 'standing.soon.fg' : 'divider',
        pt: 0.75,
        textAlign: 'center',
        fontWeight: open ? 600 : 400,
        color: open ? 'standing.soon.fg' : 'text.secondary',
      }}
    >
      {words}
    </Box>
  )
}

const WAY = {
  m: 0,
  p: 0,
  listStyle: 'none',
  fontSize: 13,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.2fr)',
  gap: 0.5,
}
