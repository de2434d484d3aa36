import { type ReactNode, createElement, Fragment } from 'react'

/**
 * Words of the locale with elements put in where their values stand, such as links:
 * `wordsAround((values) => t('share', values), { part: <CellLink … /> })`.
 */
export function wordsAround<Name extends string>(
  say: (values: Record<Name, string>) => string,
  nodes: Readonly<Record<Name, ReactNode>>,
): ReactNode {
  const names = Object.keys(nodes) as Name[]
  const marks = Object.fromEntries(names.map((name) => [name, `\u0000${name}\u0000`])) as Record<Name, string>
  const parts = say(marks)
    .split('\u0000')
    .map((part, index) => (index % 2 === 0 ? part : nodes[part as Name]))
  return createElement(Fragment, null, ...parts)
}
