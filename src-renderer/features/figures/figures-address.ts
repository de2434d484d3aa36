/**
 * What the screen of the figures shows, in its address: it can be linked, survives a reload, and is found again from a
 * list of dossiers.
 */
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { COLUMN_KEYS, type Column, METHODS, type Method } from '../../../src-main/domain/figure-class.ts'
import { BREAKDOWNS, type Breakdown } from '../../../src-main/domain/figure-tables.ts'
import { type PeriodChoice, choiceOf, choiceOfPeriod, queryOf } from './period-choice.ts'

/** The parts of the screen. */
export const VIEWS = ['table', 'times', 'compare', 'charts'] as const
export type View = (typeof VIEWS)[number]

/** What the screen shows. */
export interface FiguresAddress {
  choice: PeriodChoice
  view: View
  by: Breakdown
  method: Method
  /** The cell to stand on, as after coming back from its list. */
  at: { key: string | null; column: Column } | null
}

/** Reads an address; what cannot be read has its usual value. */
export function readFigures(query: URLSearchParams, today: CivilDate): FiguresAddress {
  const column = oneOf(COLUMN_KEYS, query.get('column'))
  return {
    choice: choiceOf(query, today),
    view: oneOf(VIEWS, query.get('view')) ?? 'table',
    by: oneOf(BREAKDOWNS, query.get('by')) ?? 'field',
    method: oneOf(METHODS, query.get('method')) ?? 'original',
    at: column === null ? null : { key: query.get('row'), column },
  }
}

/** The address of what is shown. */
export function writeFigures({ choice, view, by, method, at }: FiguresAddress): URLSearchParams {
  const query = queryOf(choice)
  if (view !== 'table') query.set('view', view)
  query.set('by', by)
  if (method !== 'original') query.set('method', method)
  if (at !== null) {
    if (at.key !== null) query.set('row', at.key)
    query.set('column', at.column)
  }
  return query
}

/** The path of the table a cell stands in, for the way back from its dossiers. */
export function figuresPath({ from, to, method, by, key, column }: FigureCell): string {
  const choice = choiceOfPeriod({ from, to })
  // What is told as a share has no column to stand on.
  const at = column === 'resolvedInTime' ? null : { key, column }
  return `/figures?${writeFigures({ choice, view: 'table', by, method, at }).toString()}`
}

function oneOf<Known extends string>(all: readonly Known[], text: string | null): Known | null {
  return all.find((known) => known === text) ?? null
}
