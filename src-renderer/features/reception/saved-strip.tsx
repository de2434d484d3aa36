import { Box, Button } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Link } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { formatDate, formatWeekday } from '../../ui/format.ts'
import { RECEIPT_KEY } from '../receipt/use-receipt.ts'
import type { Received } from './use-reception.ts'

/** The dossier just received: its code, large, and the way to it. Read out when it appears. */
export function SavedStrip({ saved, onPrint }: { saved: Received | null; onPrint: () => void }) {
  const t = useT('reception')
  const common = useT('common')
  return (
    <Box role="status" sx={{ minHeight: 44 }}>
      {saved !== null && (
        <Box sx={STRIP}>
          <Box>
            <Box sx={{ fontSize: 12, lineHeight: 1.3 }}>
              {t(saved.repeated === null ? 'received' : `repeated.${saved.repeated}`)}
            </Box>
            <Box
              component="strong"
              sx={{ fontSize: 19, fontWeight: 600, lineHeight: 1.25 }}
              data-testid="code"
            >
              {saved.code}
            </Box>
          </Box>
          <CopyButton text={saved.code} />
          <Box sx={{ fontSize: 13, lineHeight: 1.35 }}>
            <Box sx={{ fontSize: 12 }}>{t(saved.firstDueOn === null ? 'due' : 'dueExpected')}</Box>
            {formatWeekday(saved.dueOn)} <b>{formatDate(saved.dueOn)}</b>
            {(saved.provisional || saved.firstDueOn !== null) && ` (${t('provisional')})`}
          </Box>
          {saved.firstDueOn !== null && (
            <Box sx={{ fontSize: 13, lineHeight: 1.35 }}>
              <Box sx={{ fontSize: 12 }}>{t('appointment.first')}</Box>
              {formatWeekday(saved.firstDueOn)} <b>{formatDate(saved.firstDueOn)}</b>
            </Box>
          )}
          <Button
            variant="outlined"
            startIcon={<PrintIcon />}
            onClick={onPrint}
            aria-keyshortcuts={`Alt+${RECEIPT_KEY}`}
          >
            {common('receipt.print')} (Alt+{RECEIPT_KEY})
          </Button>
          <Button component={Link} to={`/dossiers/${saved.id}`} variant="outlined">
            {t('openDossier')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

const STRIP = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  px: 1.5,
  py: 0.5,
  borderRadius: 1,
  color: 'standing.early.fg',
  bgcolor: 'standing.early.bg',
}
