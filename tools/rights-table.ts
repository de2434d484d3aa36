/**
 * `node tools/rights-table.ts`: writes the table of roles and operations into docs/rights.md, from the contract.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { contract } from '../src-main/contract/index.ts'
import type { OperationMeta } from '../src-main/contract/operation.ts'
import { RIGHTS, ROLES, type Right, hasRight } from '../src-main/domain/people.ts'

/** The page the table stands in. */
export const RIGHTS_PAGE = join(import.meta.dirname, '..', 'docs', 'rights.md')

const BEGIN = '<!-- from here on written by tools/rights-table.ts -->'

interface Operation {
  name: string
  right: Right
}

/** Every operation of the contract, by its right. */
function operations(): Operation[] {
  return Object.entries(contract).flatMap(([feature, group]) =>
    Object.entries<AnyContractRouter>(group).map(([name, operation]) => {
      if (!isContractProcedure(operation)) throw new Error(`${feature}.${name} is no operation`)
      return { name: `${feature}.${name}`, right: (operation['~orpc'].meta as OperationMeta).right }
    }),
  )
}

const mark = (yes: boolean): string => (yes ? '✓' : '–')
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Rights by roles. */
function rightRows(): string[] {
  return [
    line(['Right', ...ROLES, 'no role', 'nobody']),
    line(['---', ...ROLES.map(() => ':-:'), ':-:', ':-:']),
    ...RIGHTS.map((right) =>
      line([
        `\`${right}\``,
        ...ROLES.map((role) => mark(hasRight([role], right))),
        mark(hasRight([], right)),
        mark(right === 'anyone'),
      ]),
    ),
  ]
}

/** Operations by roles. */
function operationRows(): string[] {
  const all = operations()
  return [
    line(['Operation', 'Right', ...ROLES]),
    line(['---', '---', ...ROLES.map(() => ':-:')]),
    ...RIGHTS.flatMap((right) =>
      all
        .filter((operation) => operation.right === right)
        .map(({ name }) =>
          line([`\`${name}\``, `\`${right}\``, ...ROLES.map((role) => mark(hasRight([role], right)))]),
        ),
    ),
  ]
}

/** The page as it has to be: its own words, then the tables. */
export function rightsPage(page: string): string {
  const words = page.slice(0, page.indexOf(BEGIN))
  if (!page.includes(BEGIN)) throw new Error(`docs/rights.md has no line ${BEGIN}`)
  return [
    `${words}${BEGIN}`,
    '## Rights of the roles',
    rightRows().join('\n'),
    '## Operations',
    `${operationRows().join('\n')}\n`,
  ].join('\n\n')
}

if (import.meta.main) writeFileSync(RIGHTS_PAGE, rightsPage(readFileSync(RIGHTS_PAGE, 'utf8')))
