import { Alert, Button } from '@mui/material'
import { Link } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { formatDate } from '../../ui/format.ts'
import { FIGURE_KEYS } from '../../../src-main/domain/figures.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'

/** What must be known before the table is read: not finished, does not add up, nothing to count. */
export function Warnings({ summary }: { summary: Summary }) {
  const t = useT('figures')
  const { today, dossiers } = useStatus()
  const may = useRights()
  const empty = FIGURE_KEYS.every((key) => summary.total[key] === 0)
  return (
    <>
      {summary.identities.some(({ holds }) => !holds) && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {t('warning.identity')}
        </Alert>
      )}
      {summary.unfinished && (
        <Alert severity="warning" sx={{ mb: 1.5, py: 0 }} data-testid="figures-unfinished">
          {t(summary.from > today ? 'warning.notBegun' : 'warning.unfinished', {
            to: formatDate(summary.to),
            today: formatDate(summary.from > today ? today : summary.countedTo),
          })}
        </Alert>
      )}
      {empty && (
        <Alert
          severity="info"
          sx={{ mb: 1.5, py: 0 }}
          action={
            dossiers === 0 &&
            may('import') && (
              <Button component={Link} to="/import">
                {t('warning.import')}
              </Button>
            )
          }
        >
          {t(dossiers === 0 ? 'warning.emptyRegister' : 'warning.emptyPeriod')}
        </Alert>
      )}
    </>
  )
}
