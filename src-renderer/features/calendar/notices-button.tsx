import { Button } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { MovedDossier, MovedOf } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useNotePrint } from '../../app/use-note-print.ts'
import type { MovedQuery } from './moved-query.ts'
import { NoticesDialog, type NoticesWanted } from './notices-dialog.tsx'
import { Notices } from './notices.tsx'

/** What is on its way to the printer. */
interface Printing extends NoticesWanted {
  dossiers: readonly MovedDossier[]
}

/** Prints a notice to each applicant who fits the filter, in the order of the list, portion by portion. */
export function NoticesButton({
  list,
  query,
  total,
  reason,
  draft,
}: {
  list: MovedOf
  query: MovedQuery
  /** How many fit. */
  total: number
  reason: string
  /** The change is not made yet. */
  draft: boolean
}) {
  const t = useT('calendar')
  const [asking, setAsking] = useState(false)
  const [printing, setPrinting] = useState<Printing | null>(null)
  useEffect(() => {
    const after = () => setPrinting(null)
    window.addEventListener('afterprint', after)
    return () => window.removeEventListener('afterprint', after)
  }, [])
  useNotePrint(printing && { paper: 'notices', rows: printing.dossiers.length, dossierId: null })
  const print = async (wanted: NoticesWanted, dossiers: readonly MovedDossier[]) => {
    // The sheets must stand in the page before the print preview looks at it.
    flushSync(() => setPrinting({ ...wanted, dossiers }))
    await document.fonts.ready
    window.print()
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PrintIcon />}
        disabled={total === 0}
        onClick={() => setAsking(true)}
      >
        {t('effects.notices')}
      </Button>
      {asking && (
        <NoticesDialog
          list={list}
          query={query}
          total={total}
          reason={reason}
          draft={draft}
          onClose={() => setAsking(false)}
          onPrint={print}
        />
      )}
      {printing !== null && (
        <Notices dossiers={printing.dossiers} paper={printing.paper} reason={printing.reason} />
      )}
    </>
  )
}
