import { Box, MenuItem, TextField } from '@mui/material'
import { useGridApiRef } from '@mui/x-data-grid'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { DossierRow, Queue } from '../../../src-main/contract/dossier-list.ts'
import { normalCode } from '../../../src-main/domain/dossier-code.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { dossierColumns } from '../../ui/dossier-columns.tsx'
import { EVERYTHING } from '../../ui/dossier-grid.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { selecting } from '../../ui/row-selection.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { isEditable, useShortcut } from '../../ui/use-shortcut.ts'
import { GiveForm } from './give-form.tsx'
import { ScanField } from './scan-field.tsx'

const SOURCES: readonly Queue[] = ['mine', 'waiting', 'result-ready', 'in-process']

/** A new batch: dossiers scanned or ticked into the pile on the left, to whom and when on the right. */
export function NewHandoverScreen() {
  const t = useT('handovers')
  const common = useT('common')
  const navigate = useNavigate()
  const [pile, setPile] = useState<DossierRow[]>(useBrought())
  const [source, setSource] = useState<Queue>('mine')
  const field = useRef<HTMLInputElement>(null)
  const scan = useScan(pile, setPile)
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"]') === null) void navigate(-1)
  })
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('new.title')}
        subtitle={t('new.subtitle')}
        actions={
          <Box role="status" aria-live="polite" sx={{ fontSize: 15, fontWeight: 600 }}>
            {t('new.pile', { count: pile.length })}
          </Box>
        }
      />
      <Box sx={COLUMNS}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0, minHeight: 0 }}>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 200px', gap: 1.5, pt: 0.5 }}>
            <ScanField inputRef={field} onCode={(code) => void scan(code)} />
            <TextField
              select
              label={t('new.source')}
              value={source}
              onChange={(event) => setSource(SOURCES.find((one) => one === event.target.value) ?? 'mine')}
            >
              {SOURCES.map((queue) => (
                <MenuItem key={queue} value={queue}>
                  {common(`queue.${queue}`)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <Candidates source={source} pile={pile} onChange={setPile} />
        </Box>
        <GiveForm pile={pile} />
      </Box>
    </Box>
  )
}

/** What the pile holds first, then what else can be chosen; a tick is in the pile. */
function Candidates({
  source,
  pile,
  onChange,
}: {
  source: Queue
  pile: readonly DossierRow[]
  onChange: (pile: DossierRow[]) => void
}) {
  const t = useT('handovers')
  const common = useT('common')
  const apiRef = useGridApiRef()
  const asked = useQuery(
    useOrpc().dossiers.list.queryOptions({
      input: {
        filter: { ...EVERYTHING, queue: source },
        sort: { field: 'dueOn', descending: false },
        ...{ page: 0, pageSize: 200 },
      },
    }),
  )
  // In the order they were met: a row does not jump away under the pointer when it is ticked.
  const [brought] = useState(pile)
  const rows = useMemo(() => {
    const listed = asked.data?.rows ?? []
    const known = new Set(listed.map(({ id }) => id))
    const beside = [...new Map([...brought, ...pile].map((row) => [row.id, row])).values()]
    return [...beside.filter(({ id }) => !known.has(id)), ...listed]
  }, [asked.data, brought, pile])
  const columns = useMemo(
    () =>
      dossierColumns(common)
        .filter(({ field }) => FIELDS.includes(field))
        .map((column) => ({ ...column, sortable: false })),
    [common],
  )
  return (
    <RowsGrid<DossierRow>
      apiRef={apiRef}
      gridKey="handover-new"
      aria-label={t('new.list')}
      columns={columns}
      rows={rows}
      loading={asked.isPending}
      hideFooterPagination
      empty={<EmptyState title={t('new.empty')} hint={t('new.emptyHint')} />}
      {...selecting({ rows: pile, onChange }, apiRef)}
    />
  )
}

/** Puts a scanned dossier into the pile, and says what became of it. */
function useScan(pile: readonly DossierRow[], setPile: (pile: DossierRow[]) => void) {
  const t = useT('handovers')
  const office = useOffice()
  const toast = useToast()
  const words = useErrorWords()
  return async (typed: string) => {
    const code = normalCode(typed)
    if (pile.some((row) => row.code === code))
      return toast(t('new.alreadyIn', { code }), { severity: 'info' })
    try {
      const { rows } = await office.dossiers.list({
        filter: { ...EVERYTHING, search: code },
        ...{ sort: { field: 'code', descending: false }, page: 0, pageSize: 10 },
      })
      const found = rows.find((row) => row.code === code)
      if (found === undefined) return toast(t('new.unknown', { code }), { severity: 'warning' })
      setPile([...pile, found])
      toast(t('new.added', { code }))
    } catch (error) {
      toast(words(error), { severity: 'error' })
    }
  }
}

/** The rows ticked in a list from which one came. */
function useBrought(): DossierRow[] {
  const { state } = useLocation() as { state: { rows?: DossierRow[] } | null }
  return state?.rows ?? []
}

const FIELDS = ['code', 'applicantName', 'procedureName', 'step', 'dueOn', 'holderName']
const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
const COLUMNS = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 320px',
  gridTemplateRows: 'minmax(0, 1fr)',
  gap: 2,
} as const
