import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import type { StopFile } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { vi } from '../../locales/index.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'

type FieldName = Exclude<keyof typeof vi.stops.field, 'lifted'>

/** More rows than these are counted, not listed: a table of thousands helps nobody. */
const MOST = 200

/** What a file would add, how much of it is known, and what is to be mended in it. */
export function ImportPreview({ found: { orders, problems, known } }: { found: StopFile }) {
  const t = useT('stops')
  const words = useFieldWords()
  return (
    <>
      <Typography role="status" sx={{ fontWeight: 500 }}>
        {t('import.new', { count: orders.length })} · {t('import.known', { count: known })} ·{' '}
        {t('import.problems', { count: problems.length })}
      </Typography>
      {orders.length === 0 ? (
        <Typography variant="body2">{t('import.nothing')}</Typography>
      ) : (
        <List
          title={t('import.newList')}
          heads={[t('column.commune'), t('column.parcel'), t('column.document'), t('column.agency')]}
          total={orders.length}
        >
          {orders.slice(0, MOST).map((order, index) => (
            <TableRow key={index}>
              <TableCell>{order.commune}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {order.mapSheet} / {order.plot}
              </TableCell>
              <TableCell>
                {t('warning.one', { document: order.document, date: formatDate(order.issuedOn) })}
              </TableCell>
              <TableCell>{order.agency}</TableCell>
            </TableRow>
          ))}
        </List>
      )}
      {problems.length > 0 && (
        <List
          title={t('import.problemList')}
          hint={t('import.skipped')}
          heads={[t('import.row'), t('import.cell'), t('import.value'), t('import.why')]}
          total={problems.length}
        >
          {problems.slice(0, MOST).map(({ row, field, value, code }, index) => (
            <TableRow key={index}>
              <TableCell>{row}</TableCell>
              <TableCell>{isFieldName(field) ? t(`field.${field}`) : field}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{value || t('import.blank')}</TableCell>
              <TableCell>{words(code)}</TableCell>
            </TableRow>
          ))}
        </List>
      )}
    </>
  )
}

function isFieldName(field: string): field is FieldName {
  return Object.hasOwn(vi.stops.field, field)
}

function List({
  title,
  hint,
  heads,
  total,
  children,
}: {
  title: string
  hint?: string
  heads: readonly string[]
  total: number
  children: ReactNode
}) {
  const t = useT('stops')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h3">
        {title}
      </Typography>
      {hint !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      <Box tabIndex={0} role="group" aria-labelledby={id} sx={FRAME}>
        <Table size="small" stickyHeader aria-labelledby={id} sx={{ '& td': { fontSize: 13, py: '5px' } }}>
          <TableHead>
            <TableRow>
              {heads.map((head) => (
                <TableCell key={head} sx={{ fontWeight: 600, fontSize: 12.5, bgcolor: 'background.paper' }}>
                  {head}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>{children}</TableBody>
        </Table>
      </Box>
      {total > MOST && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {t('import.more', { count: total - MOST })}
        </Typography>
      )}
    </section>
  )
}

const FRAME = {
  maxHeight: 220,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  mt: 0.75,
}
