import { Box, Button, IconButton, Link as PlainLink, Tooltip, Typography } from '@mui/material'
import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import ReceiptIcon from '@mui/icons-material/ReceiptLongOutlined'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { StandingChip } from '../../ui/standing-chip.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { RECEIPT_KEY } from '../receipt/use-receipt.ts'

/** Which dossier this is and how it stands. The heading has the focus when the page opens. */
export function DossierHead({
  page,
  onBack,
  onReceipt,
  active,
}: {
  page: DossierPage
  onBack: () => void
  onReceipt: () => void
  /** False while a dialog is open: its keys are its own. */
  active: boolean
}) {
  const t = useT('dossier')
  const common = useT('common')
  const { row } = page
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [row.id])
  useShortcut(`alt+${RECEIPT_KEY}`, () => {
    if (active && page.canPrintReceipt) onReceipt()
  })
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, mb: 1.5 }}>
      <Tooltip title={`${t('back')} (Esc)`}>
        <IconButton className="no-print" aria-label={t('back')} onClick={onBack} sx={{ mt: '-3px', ml: -1 }}>
          <BackIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} id="dossier-heading" sx={{ outline: 'none' }}>
            {row.code}
          </Typography>
          <CopyButton text={row.code} />
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, ml: 0.5 }}>
            <StateChip state={row.state} />
            <StandingChip standing={row.standing} workingDays={row.workingDays} apology={row.apology} />
          </Box>
        </Box>
        <Typography component="p" sx={{ mt: 0.25 }}>
          <b>{row.applicantName}</b> · {row.procedureName}
        </Typography>
        <BothMoments page={page} />
      </Box>
      {page.canPrintReceipt && (
        <Button
          className="no-print"
          variant="outlined"
          startIcon={<ReceiptIcon />}
          onClick={onReceipt}
          aria-keyshortcuts={`Alt+${RECEIPT_KEY}`}
          endIcon={
            <Box
              component="kbd"
              aria-hidden
              sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}
            >
              Alt+{RECEIPT_KEY}
            </Box>
          }
          sx={{ flex: 'none' }}
        >
          {common(page.receipt === null ? 'receipt.print' : 'receipt.again')}
        </Button>
      )}
      <Button
        className="no-print"
        variant="outlined"
        startIcon={<PrintIcon />}
        onClick={() => window.print()}
      >
        {common('button.print')}
      </Button>
    </Box>
  )
}

/** For a dossier that was filed before it was accepted: both moments, and the number it came with. */
function BothMoments({ page: { row, arrivedAt, acceptedAt, reference } }: { page: DossierPage }) {
  const t = useT('dossier')
  if (arrivedAt === null) return null
  const accepted = acceptedAt === null ? formatDate(row.acceptedOn) : formatMoment(acceptedAt)
  const words = [
    t('moments.arrived', { moment: formatMoment(arrivedAt) }),
    t('moments.accepted', { moment: accepted }),
  ].join(' · ')
  return (
    <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
      {words}
      {reference !== '' && (
        <>
          {' · '}
          <PlainLink component={Link} to={`/arrivals/${row.id}`} underline="always">
            {reference}
          </PlainLink>
        </>
      )}
    </Box>
  )
}
