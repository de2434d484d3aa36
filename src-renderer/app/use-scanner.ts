import { useEffect, useEffectEvent } from 'react'
import { useToast } from '../ui/toast.tsx'
import { isEditable } from '../ui/use-shortcut.ts'
import { useT } from './i18n.ts'
import { createScanner } from './scanner.ts'
import { useOpenByCode } from './use-open-by-code.ts'
import { scanTaker } from './use-scan-taker.ts'

/** Opens the dossier whose code was scanned while no field has the focus. */
export function useScanner(): void {
  const openByCode = useOpenByCode()
  const toast = useToast()
  const t = useT('common')
  const onScanned = useEffectEvent((code: string) => {
    // What stands on a citizen card is nobody's business here; reception reads it.
    if (code.includes('|')) toast(t('search.card'), { severity: 'info' })
    else (scanTaker() ?? openByCode)(code)
  })
  useEffect(() => {
    const scanner = createScanner()
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isEditable(event.target))
        return
      const code = scanner.press(event.key, event.timeStamp)
      if (code === null) return
      // The scanner's Enter must not press the button that happens to have the focus.
      event.preventDefault()
      event.stopPropagation()
      onScanned(code)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
