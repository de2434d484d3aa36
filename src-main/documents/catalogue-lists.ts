/**
 * Lists inside one cell of a catalogue file: documents joined by ` | `, steps as `name;agency;term;unit`, with
 * `;role` behind it where that is said, joined by ` | `. A sign that separates and stands in a text is written with a backslash before it.
 */
import type { ProcedureStep } from '../domain/procedure.ts'

const BETWEEN = ' | '

/** Documents in one cell. */
export function joinDocuments(documents: readonly string[]): string {
  return documents.map(escape).join(BETWEEN)
}

/** Steps in one cell. */
export function joinSteps(steps: readonly ProcedureStep[]): string {
  return steps
    .map(({ name, agency, term, unit, role }) =>
      [escape(name), escape(agency), String(term), unit, ...(role === undefined ? [] : [role])].join(';'),
    )
    .join(BETWEEN)
}

/** The documents of a cell; empty ones are left out. */
export function splitDocuments(cell: string): string[] {
  return splitAt(cell, '|')
    .map((part) => unescape(part).trim())
    .filter((part) => part !== '')
}

/** The parts of each step of a cell, as they stand there. */
export function splitSteps(cell: string): string[][] {
  return splitAt(cell, '|')
    .filter((step) => step.trim() !== '')
    .map((step) => splitAt(step, ';').map((part) => unescape(part).trim()))
}

function escape(text: string): string {
  return text.replace(/[\\|;]/g, (sign) => `\\${sign}`)
}

function unescape(text: string): string {
  return text.replace(/\\([\\|;])/g, '$1')
}

function splitAt(text: string, separator: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (sign === '\\' && i + 1 < text.length) part += sign + text.charAt(++i)
    else if (sign === separator) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part]
}
