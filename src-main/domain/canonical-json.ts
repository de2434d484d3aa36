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

/** The same value as a text for people: an object or a list of plain values stands in one line. */
export function readableJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return canonicalJson(value)
  const parts = Object.values(value)
  if (parts.length === 0 || parts.every((part) => typeof part !== 'object' || part === null))
    return JSON.stringify(value)
  const inner = `${indent} `
  const lines = Array.isArray(value)
    ? parts.map((part) => readableJson(part, inner))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${readableJson(part, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${close}`
}
