import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Prints the explanation instead of the page: while `printing`, the sheet must stand in the page. */
export function usePrintExplanation(): { printing: boolean; print: () => void } {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const after = () => setPrinting(false)
    window.addEventListener('afterprint', after)
    return () => window.removeEventListener('afterprint', after)
  }, [])
  const print = async () => {
    // The sheet must stand in the page before the print preview looks at it.
    flushSync(() => setPrinting(true))
    await document.fonts.ready
    window.print()
  }
  return { printing, print: () => void print() }
}
