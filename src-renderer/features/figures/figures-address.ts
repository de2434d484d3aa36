/**
 * What the screen of the figures shows, in its address: it can be linked, survives a reload, and is found again from a
 * list of dossiers.
 */
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import {
  CELL_COLUMN_KEYS,
  type CellColumn,
  METHODS,
  type Method,
} from '../../../src-main/domain/figure-class.ts'
import { BREAKDOWNS, type Breakdown } from '../../../src-main/domain/figure-tables.ts'
import { type PeriodChoice, choiceOf, choiceOfPeriod, queryOf } from './period-choice.ts'

/** The parts of the screen. */
export const VIEWS = ['table', 'times', 'compare', 'charts'] as const
export type View = (typeof VIEWS)[number]

/** Those that can be had as known at an earlier moment: the others are held against today. */
export const KNOWN_VIEWS = ['table', 'times'] as const satisfies readonly View[]

/** What the screen shows. */
export interface FiguresAddress {
  choice: PeriodChoice
  view: View
  by: Breakdown
  method: Method
  /** Number of the last event that counts as known; `null`: all that is known now. */
  known: number | null
  /** The cell to stand on, as after coming back from its list. */
  at: { key: string | null; column: CellColumn } | null
}

/** Reads an address; what cannot be read has its usual value. */
export function readFigures(query: URLSearchParams, today: CivilDate): FiguresAddress {
  const column = oneOf(CELL_COLUMN_KEYS, query.get('column'))
  const known = knownIn(query)
  return {
    choice: choiceOf(query, today),
    view: oneOf(known === null ? VIEWS : KNOWN_VIEWS, query.get('view')) ?? 'table',
    by: oneOf(BREAKDOWNS, query.get('by')) ?? 'field',
    method: oneOf(METHODS, query.get('method')) ?? 'original',
    known,
    at: column === null ? null : { key: query.get('row'), column },
  }
}

/** The address of what is shown. */
export function writeFigures({ choice, view, by, method, known, at }: FiguresAddress): URLSearchParams {
  const query = queryOf(choice)
  if (view !== 'table') query.set('view', view)
  query.set('by', by)
  if (method !== 'original') query.set('method', method)
  if (known !== null) query.set('known', String(known))
  if (at !== null) {
    if (at.key !== null) query.set('row', at.key)
    query.set('column', at.column)
  }
  return query
}

/** The path of the table a cell stands in, for the way back from its dossiers. */
export function figuresPath({ key, column, ...query }: FigureCell): string {
  return tablePath(query, { key, column })
}

/** The path of a table: of which period, by which due date, as known when. @param at the cell to stand on. */
export function tablePath(
  { from, to, method, known, by }: Omit<FigureCell, 'key' | 'column'>,
  at: FiguresAddress['at'] = null,
): string {
  const choice = choiceOfPeriod({ from, to })
  // What is told as a share has no column to stand on.
  const shown = at?.column === 'resolvedInTime' ? null : at
  return `/figures?${writeFigures({ choice, view: 'table', by, method, known, at: shown }).toString()}`
}

function knownIn(query: URLSearchParams): number | null {
  const text = query.get('known') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function oneOf<Known extends string>(all: readonly Known[], text: string | null): Known | null {
  return all.find((known) => known === text) ?? null
}
