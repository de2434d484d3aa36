import { useSyncExternalStore } from 'react'
import { useOffice, useStatus } from '../../app/office.tsx'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import { ImportRun, type ImportState } from './import-run.ts'

/** One import for each register of an office: the office's own and the sample. */
const runs = new WeakMap<OfficeClient, { own: ImportRun; sample: ImportRun }>()

/** The import of this window, which outlives the screen. */
export function useImportRun(): { run: ImportRun; state: ImportState } {
  const office = useOffice()
  const { sample } = useStatus()
  const run = runsOf(office)[sample ? 'sample' : 'own']
  return { run, state: useSyncExternalStore(run.subscribe, run.getState) }
}

function runsOf(office: OfficeClient): { own: ImportRun; sample: ImportRun } {
  const known = runs.get(office)
  if (known) return known
  const made = { own: new ImportRun(office.imports), sample: new ImportRun(office.imports) }
  runs.set(office, made)
  return made
}
