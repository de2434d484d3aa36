/**
 * The tasks of the worker, by name.
 */
import { countSummary } from './figures/count.ts'
import { listDossiersInWorker } from './dossiers/list.ts'
import { exportDossiers } from './dossiers/export.ts'
import {
  checkRegisterFile,
  closeRegister,
  failedRowsOfRegister,
  openRegister,
  plannedOfRegister,
  problemsOfRegister,
  sheetOfRegister,
} from './imports/worker-files.ts'

export const tasks = {
  countSummary,
  exportDossiers,
  listDossiersInWorker,
  openRegister,
  sheetOfRegister,
  checkRegisterFile,
  problemsOfRegister,
  plannedOfRegister,
  failedRowsOfRegister,
  closeRegister,
}
