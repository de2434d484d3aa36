import { Box } from '@mui/material'
import { useStatus } from '../../app/office.tsx'
import { formatMoment } from '../../ui/format.ts'
import { useT } from '../../app/i18n.ts'

/** The office's head, on paper only: whose page this is and when it was printed. */
export function PaperHead() {
  const t = useT('dossier')
  const { office, now } = useStatus()
  return (
    <Box
      className="paper-only"
      sx={{ display: 'flex', justifyContent: 'space-between', mb: '5mm', fontSize: '10pt' }}
    >
      <Box>
        <Box>{office?.parentAgency}</Box>
        <Box sx={{ fontWeight: 600 }}>{office?.name}</Box>
      </Box>
      <Box>{t('printedAt', { moment: formatMoment(now) })}</Box>
    </Box>
  )
}
