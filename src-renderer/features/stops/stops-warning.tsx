import { Box, Checkbox, FormControlLabel } from '@mui/material'
import BlockIcon from '@mui/icons-material/BlockOutlined'
import { type ReactNode } from 'react'
import { Link } from 'react-router'
import type { StopOrder } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { useDossierStops, type StopsSeen } from './use-stops.ts'

/** The element that says an order was seen; it gets the focus when going on was refused. */
export const SEEN_ID = 'stops-seen'

/** The orders on a parcel, each with document, day and agency. */
function Orders({ orders, children }: { orders: readonly StopOrder[]; children?: ReactNode }) {
  const t = useT('stops')
  return (
    <Box sx={WARNING}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontWeight: 600 }}>
        <BlockIcon sx={{ fontSize: 18, flex: 'none' }} aria-hidden />
        {t('warning.title', { count: orders.length })}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {orders.map(({ id, document, issuedOn, agency, reason }) => (
          <Box component="li" key={id} sx={{ mt: 0.5, lineHeight: 1.35, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 600 }}>{t('warning.one', { document, date: formatDate(issuedOn) })}</Box>
            <Box sx={{ color: 'text.primary' }}>{[agency, reason].filter(Boolean).join(' · ')}</Box>
          </Box>
        ))}
      </Box>
      {children}
    </Box>
  )
}

/**
 * Warns of the orders on a parcel, and asks to say that they have been seen before going on. Shows nothing where there is
 * none; what comes is read out.
 */
export function StopsAcknowledge({ orders, seen, setSeen }: StopsSeen) {
  const t = useT('stops')
  return (
    <Box role="status">
      {orders.length > 0 && (
        <Orders orders={orders}>
          <FormControlLabel
            control={
              <Checkbox
                id={SEEN_ID}
                size="small"
                color="error"
                checked={seen}
                onChange={(_, yes) => setSeen(yes)}
                sx={{ py: 0.5 }}
              />
            }
            label={t('warning.seen')}
            sx={SEEN}
          />
          <Box sx={{ color: 'text.secondary', pl: 3.5 }}>{t('warning.kept')}</Box>
        </Orders>
      )}
    </Box>
  )
}

/** On the page of a dossier: its parcel is blocked. */
export function StopsBanner({ dossierId }: { dossierId: number }) {
  const t = useT('stops')
  const orders = useDossierStops(dossierId)
  return (
    <Box role="status">
      {orders.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <Orders orders={orders}>
            <Box className="no-print" sx={{ mt: 0.5 }}>
              <Link to="/stops" style={{ color: 'inherit' }}>
                {t('warning.open')}
              </Link>
            </Box>
          </Orders>
        </Box>
      )}
    </Box>
  )
}

/** Puts the focus where one says that the orders have been seen. */
export function focusStopsSeen(): void {
  // After the refusal has been drawn.
  requestAnimationFrame(() => document.getElementById(SEEN_ID)?.focus())
}

const WARNING = {
  p: 1.25,
  borderRadius: 1,
  fontSize: 12.5,
  color: 'standing.late.fg',
  bgcolor: 'standing.late.bg',
}
const SEEN = {
  mt: 0.5,
  ml: -0.5,
  color: 'text.primary',
  alignItems: 'flex-start',
  '& .MuiFormControlLabel-label': { fontSize: 13, fontWeight: 500, pt: '6px', lineHeight: 1.35 },
}
