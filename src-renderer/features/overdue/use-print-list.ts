import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DossierFilter, DossierRow, DossierSort } from '../../../src-main/contract/dossiers.ts'
import { useOffice } from '../../app/office.tsx'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { wholeListOptions } from './whole-list.ts'

/**
 * Prints the whole list, not the screen: by the button, by Ctrl+P, and by the print entry of a browser's menu
 * once the rows have been fetched ahead.
 * @param ahead the rows as far as they are there already.
 */
export function usePrintList(
  asked: { filter: DossierFilter; sort: DossierSort },
  ahead: DossierRow[] | undefined,
): { rows: DossierRow[] | null; preparing: boolean; print: () => void } {
  const office = useOffice()
  const queries = useQueryClient()
  const toast = useToast()
  const words = useErrorWords()
  const [rows, setRows] = useState<DossierRow[] | null>(null)
  const [preparing, setPreparing] = useState(false)
  const print = async () => {
    setPreparing(true)
    try {
      const all = await queries.fetchQuery(wholeListOptions(office, asked))
      // The sheet must stand in the page before the print preview looks at it.
      flushSync(() => setRows(all))
      await document.fonts.ready
      window.print()
    } catch (error) {
      toast(words(error), { severity: 'error' })
    } finally {
      setPreparing(false)
    }
  }
  const start = () => {
    if (!preparing) void print()
  }
  useShortcut('ctrl+p', start)
  const begin = useEffectEvent(() => {
    if (rows === null && ahead !== undefined) flushSync(() => setRows(ahead))
  })
  useEffect(() => {
    const before = () => begin()
    const after = () => setRows(null)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return { rows, preparing, print: start }
}
