import { useEffect, useEffectEvent } from 'react'
import { isEditable } from '../ui/use-shortcut.ts'
import { createScanner } from './scanner.ts'
import { useOpenByCode } from './use-open-by-code.ts'

/** Opens the dossier whose code was scanned while no field has the focus. */
export function useScanner(): void {
  const openByCode = useOpenByCode()
  const onScanned = useEffectEvent((code: string) => void openByCode(code))
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
