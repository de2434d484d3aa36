/**
 * Adding, moving and taking away lines of a list; the focus follows what was done.
 */
import { useFormContext } from 'react-hook-form'
import type { TypedVersion, VersionForm } from './version-form.ts'

type ListName = 'version.documents' | 'version.steps'

/** What can be done with one line; `null` where it cannot. */
export interface LineActions {
  up: (() => void) | null
  down: (() => void) | null
  remove: () => void
}

/** What the form does with the lines of a list. */
export interface LineWork {
  count: number
  move: (from: number, to: number) => void
  remove: (index: number) => void
  /** Empties the only line: a list never stands without one. */
  clear: () => void
}

/** The actions of each line, by its index. */
export function useLineActions(list: ListName, { count, move, remove, clear }: LineWork) {
  const { setFocus } = useFormContext<VersionForm, unknown, TypedVersion>()
  const last = count - 1
  return (index: number): LineActions => {
    const moveTo = (to: number) => () => {
      const column = focusedColumn(list, index)
      move(index, to)
      focusSoon(`${list}.${to}.${column}`)
    }
    return {
      up: index > 0 ? moveTo(index - 1) : null,
      down: index < last ? moveTo(index + 1) : null,
      remove: () => {
        if (last === 0) clear()
        else remove(index)
        const near = Math.max(0, Math.min(index, last - 1))
        requestAnimationFrame(() => setFocus(`${list}.${near}.name`))
      },
    }
  }
}

/** The field of the line that has the focus; the first one where a button has it. */
function focusedColumn(list: ListName, index: number): string {
  const name = document.activeElement?.getAttribute('name') ?? ''
  const line = `${list}.${index}.`
  return name.startsWith(line) ? name.slice(line.length) : 'name'
}

function focusSoon(name: string): void {
  requestAnimationFrame(() => document.getElementsByName(name)[0]?.focus())
}
