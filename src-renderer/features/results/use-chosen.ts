import type { GridRowSelectionModel } from '@mui/x-data-grid'
import { useState } from 'react'
import type { ResultRow } from '../../../src-main/contract/results.ts'

/** The results that are ticked, on this page and on others. */
export interface Chosen {
  rows: ResultRow[]
  model: GridRowSelectionModel
  choose: (model: GridRowSelectionModel) => void
  clear: () => void
}

const NONE = new Map<number, ResultRow>()

/** Keeps what is ticked while one turns pages; a row that is shown stands as it is now. */
export function useChosen(shown: readonly ResultRow[] | undefined): Chosen {
  const [kept, setKept] = useState<ReadonlyMap<number, ResultRow>>(NONE)
  const now = new Map((shown ?? []).map((row) => [row.id, row]))
  const rows = [...kept.values()].map((row) => now.get(row.id) ?? row)
  return {
    rows,
    model: { type: 'include', ids: new Set(kept.keys()) },
    choose: ({ type, ids }) => {
      const next = new Map([...kept].filter(([id]) => !now.has(id) && ids.has(id)))
      for (const row of now.values()) if (ids.has(row.id) === (type === 'include')) next.set(row.id, row)
      setKept(next)
    },
    clear: () => setKept(NONE),
  }
}
