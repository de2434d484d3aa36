/**
 * The one text of a value that a hash is made over: JSON with the keys of objects in order and no spaces, as RFC 8785 (JCS)
 * has it. Whoever reads the value back, in whatever order its keys stand, gets the same text again.
 */

/**
 * The canonical text of a value that JSON can hold. Keys whose value is `undefined` are left out, as JSON does.
 * @throws TypeError for what JSON cannot hold: `undefined` itself, functions, numbers without end.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      // By UTF-16 code units, as JavaScript compares texts.
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
    return `{${parts.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('no JSON number')
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) throw new TypeError(`no JSON: ${typeof value}`)
  return text
}

/** The same value as a text for people: an object or a list of plain values stands in one line, and so does an item of a list with such in it. */
export function readableJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return canonicalJson(value)
  const parts: unknown[] = Object.values(value)
  if (parts.every(isPlain)) return JSON.stringify(value)
  const inner = `${indent} `
  const lines = Array.isArray(value)
    ? parts.map((part) => (isFlat(part) ? JSON.stringify(part) : readableJson(part, inner)))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${readableJson(part, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** An object whose parts are plain, or objects of plain values. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(
    (part: unknown) => isPlain(part) || (isRecord(part) && Object.values(part).every(isPlain)),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
