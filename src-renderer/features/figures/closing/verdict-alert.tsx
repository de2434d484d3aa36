import { Alert, Box } from '@mui/material'
import type { ClosingVerdict } from '../../../../src-main/contract/closing.ts'
import { useT } from '../../../app/i18n.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useRowWords } from '../row-words.ts'

/** What verifying a closing found: that it is intact, or each thing that is not. */
export function VerdictAlert({ verdict }: { verdict: ClosingVerdict }) {
  const t = useT('closing')
  const views = useT('figure-views')
  const rows = useRowWords()
  const { intact, faults, cells, recounted, differing } = verdict
  if (intact) {
    return (
      <Alert severity="success" data-testid="closing-verdict">
        {t('verify.intact')}
      </Alert>
    )
  }
  const found = [
    ...faults.map(({ number, fault }) => t(`verify.fault.${fault}`, { number })),
    ...cells.map(({ by, key, column, stored, counted }) =>
      t('verify.cell', {
        ...{ by: views(`breakdown.${by}`), column: views(`column.${column}`) },
        ...{ stored: formatNumber(stored), counted: formatNumber(counted) },
        row: key === null ? views('row.total') : rows(by, { key, label: '' }),
      }),
    ),
    ...(recounted === null ? [t('verify.unread')] : []),
    ...(recounted === false ? [t('verify.recounted', { amount: formatNumber(differing) })] : []),
  ]
  return (
    <Alert severity="error" data-testid="closing-verdict">
      {t('verify.hurt')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {found.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </Alert>
  )
}
