/**
 * Keyboard shortcuts of the window.
 */
import { useEffect, useEffectEvent } from 'react'

/**
 * Calls `handler` when the keys are pressed anywhere in the window.
 *
 * Never acts while an input method (Telex, VNI) is composing. Keys without Ctrl, Alt or being a function key
 * do not act while something is being typed.
 * @param keys such as `ctrl+k`, `alt+1`, `f2`, `?`, `escape`; several with a space between.
 */
export function useShortcut(keys: string, handler: (event: KeyboardEvent) => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (!keys.split(' ').some((combination) => matches(combination, event))) return
    event.preventDefault()
    handler(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onPress(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/**
 * Calls `save` on Ctrl+Enter, wherever the focus is: a form just opened may not have it yet. Not behind a dialog, which
 * has a Ctrl+Enter of its own, and once for a key held down.
 */
export function useSaveKey(save: () => void): void {
  useShortcut('ctrl+enter', ({ repeat }) => {
    if (!repeat && document.querySelector('[role="dialog"]') === null) save()
  })
}

/** What a shortcut looks at in a key press. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'
>

/** Whether a key press is that combination of keys and may act. */
export function matches(combination: string, event: KeyPress): boolean {
  if (event.isComposing || event.key === 'Process') return false
  const parts = combination.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  const wantsCtrl = parts.includes('ctrl')
  const wantsAlt = parts.includes('alt')
  if (wantsCtrl !== (event.ctrlKey || event.metaKey) || wantsAlt !== event.altKey) return false
  if (key.length > 1) return event.key.toLowerCase() === key
  if (!wantsCtrl && !wantsAlt && isEditable(event.target)) return false
  // With Alt some keyboards give another character: the digit's place on the keyboard counts too.
  return event.key.toLowerCase() === key || event.code === `Digit${key}`
}

/** Whether what has the focus takes typed text. */
export function isEditable(target: EventTarget | null): boolean {
  if (target === null || !(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, [role="spinbutton"]')
}
