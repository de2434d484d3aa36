import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { readCitizenCard } from '../../../src-main/domain/citizen-card.ts'
import { useT } from '../../app/i18n.ts'
import { createScanner } from '../../app/scanner.ts'
import { useToast } from '../../ui/toast.tsx'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import type { ReceptionForm } from './reception-form.ts'
import { usePerson } from './use-person.ts'

/** The first part of a card's code, as a burst, and the bar behind it. Nobody types a bar. */
const BEGINNING = /^[^|]{5,20}\|$/
/** The bar is proof enough: a busy PC may keep the keys before it apart for so long, in milliseconds. */
const BURST_MS = 400
/** A scanner that is silent for so long has ended, whether it sends Enter or not. A busy PC may keep its keys back a while. */
const SILENCE_MS = 1000

/**
 * Fills in the person of a citizen card scanned anywhere on this screen. As soon as the beginning of a card is known, the
 * rest of it is caught in a field of its own, however the scanner makes its letters; the field that had the focus gets back
 * what it held before.
 */
export function CardCatcher() {
  const t = useT('reception')
  const toast = useToast()
  const person = usePerson()
  const { field, take, giveBackFocus } = useCardBeginning()
  const silence = useRef(0)

  const end = async () => {
    window.clearTimeout(silence.current)
    const scanned = take()
    if (scanned === '') return
    const card = readCitizenCard(scanned)
    giveBackFocus()
    if ('fault' in card) return toast(t(`card.${card.fault}`), { severity: 'error' })
    await person.takeCard(card)
  }
  const wait = () => {
    window.clearTimeout(silence.current)
    silence.current = window.setTimeout(() => void end(), SILENCE_MS)
  }
  return (
    <textarea
      ref={field}
      aria-label={t('card.catcher')}
      tabIndex={-1}
      autoComplete="off"
      spellCheck={false}
      onFocus={wait}
      onInput={wait}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Enter') return
        event.preventDefault()
        void end()
      }}
      style={VISUALLY_HIDDEN}
    />
  )
}

/** Watches for the beginning of a card and then puts the focus on `field`, with the beginning in it. */
function useCardBeginning(): {
  field: RefObject<HTMLTextAreaElement | null>
  /** What was caught; the field is empty then. */
  take: () => string
  giveBackFocus: () => void
} {
  const field = useRef<HTMLTextAreaElement>(null)
  const { getValues, setValue } = useFormContext<ReceptionForm>()
  const before = useRef<{ element: Element | null; text: string; moment: ReceptionForm['moment'] } | null>(
    null,
  )
  const scanner = useRef(createScanner(BURST_MS))
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, timeStamp, target } = event
    if (event.ctrlKey || event.altKey || event.metaKey || target === field.current || isInDialog(target))
      return
    scanner.current.press(key, timeStamp)
    const burst = scanner.current.burst()
    if (burst.length === 1) {
      const text = isTextField(target) ? target.value : ''
      before.current = { element: document.activeElement, text, moment: getValues('moment') }
    }
    if (!BEGINNING.test(burst) || field.current === null) return
    event.preventDefault()
    event.stopPropagation()
    scanner.current = createScanner(BURST_MS)
    const { element, text = '', moment } = before.current ?? {}
    if (isTextField(element)) putBack(element, text)
    if (moment !== undefined) setValue('moment', moment)
    field.current.value = burst
    field.current.focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
  return {
    field,
    take: () => {
      const { value = '' } = field.current ?? {}
      if (field.current !== null) field.current.value = ''
      return value
    },
    giveBackFocus: () => {
      field.current?.blur()
      if (before.current?.element instanceof HTMLElement) before.current.element.focus()
    },
  }
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

function isTextField(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type))
  )
}

/** Sets the text of a field as if it had been typed, so that whoever holds its state hears of it. */
function putBack(element: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const kind = element instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, text)
  element.dispatchEvent(new Event('input', { bubbles: true }))
}
