import { useState } from 'react'
import { useProgress } from '../../app/office.tsx'
import type { ImportStep } from './import-run.ts'

const OPERATIONS: Partial<Record<ImportStep, string>> = {
  reading: 'import-read',
  checking: 'import-check',
  committing: 'import-commit',
}

/** How far the running step is; nothing is known before its first notice. */
export interface RunProgress {
  done: number | null
  total: number | null
  /** 0–100. */
  percent: number | null
}

const UNKNOWN: RunProgress = { done: null, total: null, percent: null }

/** The progress of a step that runs. */
export function useRunProgress(step: ImportStep): RunProgress {
  const notice = useProgress()
  // The last notice of the run before is not one of this run.
  const [before, setBefore] = useState({ step, notice })
  if (before.step !== step) setBefore({ step, notice })
  if (notice === null || notice === before.notice || notice.operation !== OPERATIONS[step]) return UNKNOWN
  const { done, total } = notice
  // While a file is read nobody knows how many rows it has.
  if (total === 0) return { done, total: null, percent: null }
  return { done, total, percent: Math.min(100, (done / total) * 100) }
}
