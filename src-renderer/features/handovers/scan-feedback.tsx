import { Box } from '@mui/material'
import FoundIcon from '@mui/icons-material/CheckCircleOutlined'
import ForeignIcon from '@mui/icons-material/ErrorOutlined'
import AgainIcon from '@mui/icons-material/InfoOutlined'
import WaitingIcon from '@mui/icons-material/QrCodeScannerOutlined'
import type { BatchItem } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'
import type { Pile } from './pile.ts'

const LOOKS = {
  found: { tone: 'early', Icon: FoundIcon },
  again: { tone: 'soon', Icon: AgainIcon },
  answered: { tone: 'soon', Icon: AgainIcon },
  foreign: { tone: 'late', Icon: ForeignIcon },
} as const

/** The last scan, big enough to be seen from the pile: what it was and whether it belongs here. */
export function ScanFeedback({ pile, items }: { pile: Pile; items: readonly BatchItem[] }) {
  const t = useT('handovers')
  const { last } = pile
  const total = items.filter(({ state }) => state === 'given').length
  const Icon = last === null ? WaitingIcon : LOOKS[last.result].Icon
  const tone = last === null ? null : LOOKS[last.result].tone
  const who = items.find(({ code }) => code === last?.code)?.applicantName
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 2,
        py: 1.5,
        minHeight: 76,
        borderRadius: 1,
        border: 1,
        borderColor: tone === null ? 'divider' : `standing.${tone}.fg`,
        color: tone === null ? 'text.secondary' : `standing.${tone}.fg`,
        bgcolor: tone === null ? 'background.paper' : `standing.${tone}.bg`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 36 }} />
      <Box role="status" aria-live="assertive" sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontSize: 18, fontWeight: 600, lineHeight: 1.3 }}>
          {last === null ? t('result.none') : t(`result.${last.result}`)}
        </Box>
        {last !== null && (
          <Box sx={{ fontSize: 14, overflowWrap: 'anywhere' }}>
            {last.code}
            {who !== undefined && ` · ${who}`}
          </Box>
        )}
      </Box>
      <Box sx={{ fontSize: 26, fontWeight: 600, color: 'text.primary', whiteSpace: 'nowrap' }}>
        {t('progress', { there: pile.there.size, total })}
      </Box>
    </Box>
  )
}
