import { Alert, Box, Button } from '@mui/material'
import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { BatchPage } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { isEditable, useSaveKey, useShortcut } from '../../ui/use-shortcut.ts'
import { BatchState } from './batch-state.tsx'
import { ConfirmPile } from './confirm-pile.tsx'
import { useGivenWords } from './given-words.ts'
import { ItemTable } from './item-table.tsx'
import { EMPTY_PILE, notFound, withCode, withTick } from './pile.ts'
import { ScanFeedback } from './scan-feedback.tsx'
import { ScanField } from './scan-field.tsx'
import { usePrintBatch } from './use-print-batch.ts'

/** One batch: who gave what to whom; the receiver says by scanning what was in the pile. */
export function BatchScreen() {
  const { batch: text = '' } = useParams()
  const t = useT('handovers')
  const navigate = useNavigate()
  const batch = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 1
  const asked = useQuery(useOrpc().handovers.get.queryOptions({ input: { batch } }))
  if (asked.data !== undefined) return <Batch key={batch} page={asked.data} />
  if (officeErrorOf(asked.error)?.code !== 'not-found') return <ErrorAlert error={asked.error} />
  return (
    <EmptyState
      title={t('notFound')}
      hint={t('notFoundHint')}
      action={
        <Button variant="outlined" onClick={() => void navigate('/handovers')}>
          {t('back')}
        </Button>
      }
    />
  )
}

function Batch({ page }: { page: BatchPage }) {
  const t = useT('handovers')
  const navigate = useNavigate()
  const may = useRights()
  const given = useGivenWords()
  const print = usePrintBatch()
  const { row, items } = page
  const back = () => void navigate('/handovers')
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"]') === null) back()
  })
  useShortcut('alt+i', () => print.run(row.batch))
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('title', { number: row.number, year: row.year })}
        subtitle={
          <>
            {t('fromTo', { from: row.fromName, to: row.toName })} · {given(row)}
            {row.note !== '' && ` · ${row.note}`}
          </>
        }
        actions={
          <>
            <BatchState row={row} />
            <Button startIcon={<BackIcon />} onClick={back} title="Esc">
              {t('back')}
            </Button>
            {may('process') && (
              <Button
                variant="outlined"
                startIcon={<PrintIcon />}
                loading={print.isPending}
                onClick={() => print.run(row.batch)}
                aria-keyshortcuts="Alt+I"
                title="Alt+I"
              >
                {t('print')}
              </Button>
            )}
          </>
        }
      />
      {page.canConfirm ? <Counting page={page} /> : <ItemTable items={items} />}
    </Box>
  )
}

/** The receiver counts the pile. */
function Counting({ page }: { page: BatchPage }) {
  const t = useT('handovers')
  const { items } = page
  const [pile, setPile] = useState(EMPTY_PILE)
  const [asking, setAsking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const rest = notFound(pile, items)
  const ask = () => setAsking(true)
  useSaveKey(ask)
  return (
    <>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(280px, 1fr) minmax(0, 1.6fr)', gap: 2, mb: 1.5 }}
      >
        <Box sx={{ alignSelf: 'center' }}>
          <ScanField inputRef={field} onCode={(code) => setPile((before) => withCode(before, items, code))} />
        </Box>
        <ScanFeedback pile={pile} items={items} />
      </Box>
      {pile.foreign.length > 0 && (
        <Alert severity="error" sx={{ mb: 1.5 }} onClose={() => setPile({ ...pile, foreign: [] })}>
          {t('foreign', { count: pile.foreign.length })} <b>{pile.foreign.join(', ')}</b>
        </Alert>
      )}
      <ItemTable items={items} pile={pile} onTick={(id) => setPile(withTick(pile, id))} />
      <Box sx={FOOT}>
        <Button onClick={() => setPile({ ...pile, there: new Set(items.map(({ id }) => id)), last: null })}>
          {t('tickAll')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" onClick={ask} aria-keyshortcuts="Control+Enter" title="Ctrl+Enter">
          {t('confirmCount', { count: pile.there.size })}
        </Button>
      </Box>
      {asking && (
        <ConfirmPile
          page={page}
          there={items.filter(({ id, state }) => state === 'given' && pile.there.has(id)).map(({ id }) => id)}
          rest={rest}
          onDone={() => {
            setAsking(false)
            setPile(EMPTY_PILE)
          }}
          onClose={() => {
            setAsking(false)
            field.current?.focus()
          }}
        />
      )}
    </>
  )
}

const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
const FOOT = { flex: 'none', display: 'flex', alignItems: 'center', gap: 1, pt: 1.5 } as const
