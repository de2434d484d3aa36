import { Alert, Box } from '@mui/material'
import type { ClosingVerdict } from '../../../../src-main/contract/closing.ts'
import { useT } from '../../../app/i18n.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useRowWords } from '../row-words.ts'

/**
 * What verifying a closing found, two things apart: whether what is kept is as it was closed, or each thing that is not; and
 * whether this program, counting the history again, gives the same.
 */
export function VerdictAlert({ verdict }: { verdict: ClosingVerdict }) {
  const t = useT('closing')
  const faults = useFaults(verdict)
  const { intact, recounted, differing, definitions, ours } = verdict
  const sameDefinitions = definitions === ours
  const amount = formatNumber(differing)
  const again =
    recounted === true
      ? t('verify.same')
      : recounted === false && t(sameDefinitions ? 'verify.changed' : 'verify.otherwise', { amount })
  return (
    <Box sx={{ display: 'grid', gap: 0.75, flex: 'none' }}>
      <Alert severity={intact ? 'success' : 'error'} data-testid="closing-verdict">
        {t(intact ? (sameDefinitions ? 'verify.intact' : 'verify.intactHashes') : 'verify.hurt')}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {faults.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </Box>
      </Alert>
      {again !== false && (
        <Alert
          severity={recounted === true ? 'success' : sameDefinitions ? 'error' : 'info'}
          data-testid="closing-recounted"
        >
          {!sameDefinitions && `${t('verify.definitions', { made: definitions, ours })} `}
          {again}
        </Alert>
      )}
    </Box>
  )
}

/** What is not as it was closed, in words. */
function useFaults({ faults, cells, recounted }: ClosingVerdict): string[] {
  const t = useT('closing')
  const views = useT('figure-views')
  const words = useRowWords()
  return [
    ...faults.map(({ number, fault }) => t(`verify.fault.${fault}`, { number })),
    ...cells.map(({ by, key, column, stored, counted }) => {
      const row = key === null ? t('verify.total') : words(by, { key, label: '' })
      const said = { by: `“${views(`breakdown.${by}`)}”`, row, counted: formatNumber(counted) }
      if (column === 'row') return t('verify.row', said)
      const name = column === 'daysLate' ? views('head.daysLate') : views(`column.${column}`)
      return t('verify.cell', { ...said, column: name, stored: formatNumber(stored) })
    }),
    ...(recounted === null ? [t('verify.unread')] : []),
  ]
}
