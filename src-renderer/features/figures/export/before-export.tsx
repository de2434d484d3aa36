import { Alert, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useShownChecks } from '../checks/use-shown-checks.ts'

/** What stands in the way of a report, or had better be mended first. Says nothing while it is looked for. */
export function BeforeExport({
  period,
  method,
  onShow,
}: {
  period: Period
  method: Method
  /** Called when the dossiers to mend are shown instead. */
  onShow: () => void
}) {
  const t = useT('figure-report')
  const { show } = useShownChecks()
  const checks = useQuery(
    useOrpc().figures.checks.queryOptions({
      input: { ...period, method, kind: null, page: 0, pageSize: 1 },
    }),
  )
  if (checks.data === undefined) return null
  const { identities, doubted } = checks.data
  if (identities.some(({ holds }) => !holds))
    return <Alert severity="error">{t('export.identityFails')}</Alert>
  if (doubted === 0) return null
  return (
    <Alert
      severity="warning"
      action={
        <Button
          color="inherit"
          size="small"
          sx={{ whiteSpace: 'nowrap' }}
          onClick={() => {
            onShow()
            show('all')
          }}
        >
          {t('export.showDoubted')}
        </Button>
      }
    >
      {t('export.doubted', { number: formatNumber(doubted) })}
    </Alert>
  )
}
