import {
  Box,
  Checkbox,
  Link as PlainLink,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material'
import { Link } from 'react-router'
import type { BatchItem } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'
import { BlockedContext, BlockedMark } from '../../ui/blocked-mark.tsx'
import { formatDate } from '../../ui/format.ts'
import { useBlockedDossiers } from '../stops/use-stops.ts'
import type { Pile } from './pile.ts'

/**
 * The dossiers of a batch, blocked parcels marked. While the pile is counted each that waits can be ticked; the last
 * scanned stands out.
 */
export function ItemTable({
  items,
  pile,
  onTick,
}: {
  items: readonly BatchItem[]
  pile?: Pile
  onTick?: (id: number) => void
}) {
  const t = useT('handovers')
  const common = useT('common')
  const blocked = useBlockedDossiers(items.map(({ id }) => id))
  return (
    <TableContainer sx={FRAME}>
      <Table size="small" stickyHeader aria-label={t('items')} sx={LOOK}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 48 }}>{onTick === undefined ? '#' : t('there')}</TableCell>
            <TableCell sx={{ width: 236 }}>{common('column.code')}</TableCell>
            <TableCell>{common('column.applicantName')}</TableCell>
            <TableCell>{common('column.procedureName')}</TableCell>
            <TableCell>{common('column.commune')}</TableCell>
            <TableCell>{t('toStep')}</TableCell>
            <TableCell sx={{ width: 190 }}>{t('column.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          <BlockedContext value={blocked}>
            {items.map((item, index) => (
              <ItemRow key={item.id} item={item} number={index + 1} pile={pile} onTick={onTick} />
            ))}
          </BlockedContext>
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function ItemRow({
  item,
  number,
  pile,
  onTick,
}: {
  item: BatchItem
  number: number
  pile: Pile | undefined
  onTick: ((id: number) => void) | undefined
}) {
  const t = useT('handovers')
  const common = useT('common')
  const { id, code, state, step, answeredOn } = item
  const there = pile?.there.has(id) ?? false
  const ticks = onTick !== undefined && state === 'given'
  return (
    <TableRow
      hover
      selected={there}
      ref={(row: HTMLTableRowElement | null) => {
        if (pile?.last?.code === code) row?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <TableCell sx={{ py: '0 !important' }}>
        {ticks ? (
          <Checkbox
            size="small"
            checked={there}
            onChange={() => onTick(id)}
            slotProps={{ input: { 'aria-label': t('thereIs', { code }) } }}
            sx={{ p: '5px', ml: '-5px' }}
          />
        ) : (
          number
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <BlockedMark dossierId={id} />
        <PlainLink component={Link} to={`/dossiers/${id}`} sx={{ fontWeight: 500 }}>
          {code}
        </PlainLink>
      </TableCell>
      <TableCell>{item.applicantName}</TableCell>
      <TableCell>{item.procedureName}</TableCell>
      <TableCell>{item.commune}</TableCell>
      <TableCell>{step === null ? t('stays') : common(`detailWord.step.${step.role}`)}</TableCell>
      <TableCell>
        <Box component="span" sx={state === 'missing' ? MISSING : there ? THERE : {}}>
          {there ? t('thereNow') : t(`state.${state}`)}
          {answeredOn !== null && ` ${formatDate(answeredOn)}`}
        </Box>
      </TableCell>
    </TableRow>
  )
}

const FRAME = {
  flex: 1,
  minHeight: 160,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const
const LOOK = {
  '& th': { fontSize: 12.5, fontWeight: 600, color: 'text.secondary', bgcolor: 'background.paper' },
  '& td': { fontSize: 13, height: 36, py: 0.25, fontVariantNumeric: 'tabular-nums' },
} as const
const MISSING = { color: 'standing.late.fg', fontWeight: 600 } as const
const THERE = { color: 'standing.early.fg', fontWeight: 600 } as const
