import { useEffect, useEffectEvent } from 'react'
import type { OfficeClient } from '../../src-main/contract/index.ts'
import { useOffice } from './office.tsx'

type Printed = Parameters<OfficeClient['audit']['notePrint']>[0]

/**
 * Has the audit tell that a paper with personal data is printed, by a button or by the menu of the browser.
 * @param printed what would be printed now; `null` while nothing of the kind stands in the page.
 */
export function useNotePrint(printed: Printed | null | undefined): void {
  const office = useOffice()
  const note = useEffectEvent(() => {
    // The printer does not wait, and a refusal is the office's own to tell.
    if (printed) void office.audit.notePrint(printed).catch(() => undefined)
  })
  useEffect(() => {
    const before = () => note()
    window.addEventListener('beforeprint', before)
    return () => window.removeEventListener('beforeprint', before)
  }, [])
}
