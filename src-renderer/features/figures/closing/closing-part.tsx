import CloseIcon from '@mui/icons-material/LockOutlined'
import { Alert, Box, Button } from '@mui/material'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ClosingRow } from '../../../../src-main/contract/closing.ts'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc, useStatus } from '../../../app/office.tsx'
import { useRights } from '../../../app/rights.ts'
import { formatDate, formatMoment, formatNumber } from '../../../ui/format.ts'
import { CloseDialog } from './close-dialog.tsx'
import { closedPath } from './closed-address.ts'

/**
 * On the screen of the figures: closes the period shown, says where it stands closed, and warns where the figures are no longer
 * those of a closing.
 */
export function ClosingPart({ period, method = 'original' }: { period: Period | null; method?: Method }) {
  const t = useT('closing')
  const may = useRights()
  const { today } = useStatus()
  const [closing, setClosing] = useState(false)
  const conflicts = useQuery(
    useOrpc().closing.conflicts.queryOptions({ input: period === null ? skipToken : { ...period, method } }),
  ).data
  if (period === null) return null
  const same = conflicts?.find(({ from, to }) => from === period.from && to === period.to)
  const differing = conflicts?.filter((one) => one.differing > 0) ?? []
  return (
    <Box className="no-print" sx={{ display: 'grid', gap: 0.75, mb: 0.75, flex: 'none' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {may('approve') && period.to < today && conflicts !== undefined && same === undefined && (
          <Button size="small" variant="outlined" startIcon={<CloseIcon />} onClick={() => setClosing(true)}>
            {t('close.button')}
          </Button>
        )}
        <Button size="small" component={Link} to="/figures/closing">
          {t('toList')}
        </Button>
        <Button
          size="small"
          component={Link}
          to={`/figures/since?from=${period.from}&to=${period.to}&method=${method}`}
        >
          {t('notice.since')}
        </Button>
      </Box>
      {same?.differing === 0 && <Standing closing={same} causeAlone={same.causeAlone} />}
      {differing.map((one) => (
        <Differing key={one.number} closing={one} count={one.differing} />
      ))}
      {closing && <CloseDialog period={period} method={method} onClose={() => setClosing(false)} />}
    </Box>
  )
}

function Standing({ closing, causeAlone }: { closing: ClosingRow; causeAlone: number }) {
  const t = useT('closing')
  const { number, version, closedAt, closedBy } = closing
  const causes = { count: causeAlone, amount: formatNumber(causeAlone) }
  return (
    <Alert
      severity="success"
      sx={{ py: 0 }}
      data-testid="closing-notice"
      action={causeAlone > 0 && <OpenDifferences number={number} />}
    >
      {t('notice.closed', { version, at: formatMoment(closedAt), name: closedBy })}
      {causeAlone > 0 && ` ${t('notice.causeAlone', causes)}`}
    </Alert>
  )
}

function Differing({ closing, count }: { closing: ClosingRow; count: number }) {
  const t = useT('closing')
  const { number, from, to, version, closedAt } = closing
  return (
    <Alert
      severity="warning"
      sx={{ py: 0 }}
      data-testid="closing-notice"
      action={<OpenDifferences number={number} />}
    >
      {t('notice.differs', {
        ...{
          count,
          amount: formatNumber(count),
          version,
          from: formatDate(from),
          to: formatDate(to),
          at: formatMoment(closedAt),
        },
      })}
    </Alert>
  )
}

function OpenDifferences({ number }: { number: number }) {
  const t = useT('closing')
  return (
    <Button component={Link} to={closedPath(number, { view: 'differences' })} color="inherit" size="small">
      {t('notice.open')}
    </Button>
  )
}
