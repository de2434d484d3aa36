import { Link as PlainLink, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { Link, useNavigate } from 'react-router'
import type { DossierRow } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { StandingChip } from '../../ui/standing-chip.tsx'

const CUT = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

/** Shown only where there is room: the standing beside it says the same in days. */
const WIDE = { display: { xs: 'none', xl: 'table-cell' } } as const

/** A few dossiers; a row or its code opens the dossier. */
export function ShortTable({ label, rows }: { label: string; rows: readonly DossierRow[] }) {
  const t = useT('common')
  const today = useT('today')
  const navigate = useNavigate()
  return (
    <Table
      size="small"
      aria-label={label}
      sx={{ tableLayout: 'fixed', '& tbody tr:last-of-type td': { borderBottom: 0 } }}
    >
      <TableHead>
        <TableRow sx={{ '& th': { color: 'text.secondary', fontSize: 12.5, fontWeight: 500 } }}>
          <TableCell sx={{ pl: 2 }}>{t('column.applicantName')}</TableCell>
          <TableCell sx={{ width: '28%' }}>{t('column.holderName')}</TableCell>
          <TableCell sx={{ width: 110, textAlign: 'right', ...WIDE }}>{t('column.dueOn')}</TableCell>
          <TableCell sx={{ width: 200, pr: 2 }}>{t('column.standing')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow
            key={row.id}
            hover
            onClick={() => void navigate(`/dossiers/${row.id}`)}
            sx={{ cursor: 'pointer', height: 36 }}
          >
            <TableCell sx={{ pl: 2, ...CUT }}>
              <PlainLink
                component={Link}
                to={`/dossiers/${row.id}`}
                title={`${row.code} · ${row.procedureName}`}
                color="inherit"
                sx={{ fontWeight: 500 }}
                onClick={(event) => event.stopPropagation()}
              >
                {row.applicantName}
              </PlainLink>
            </TableCell>
            <TableCell sx={{ color: 'text.secondary', ...CUT }}>
              {row.holderName ?? today('holderNone')}
            </TableCell>
            <TableCell sx={{ textAlign: 'right', ...WIDE }}>{formatDate(row.dueOn)}</TableCell>
            <TableCell sx={{ pr: 2, whiteSpace: 'nowrap' }}>
              <StandingChip standing={row.standing} workingDays={row.workingDays} apology={row.apology} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
