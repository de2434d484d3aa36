/**
 * The tasks of the worker, by name.
 */
import { exportEverythingInWorker } from './backups/everything.ts'
import { takeInWorker } from './backups/take-in.ts'
import {
  copyBackupInWorker,
  makeBackupInWorker,
  sealKeyInWorker,
  stageBackupInWorker,
} from './backups/tasks.ts'
import { countWhose, pageDesk } from './desk/list.ts'
import { countAtRisk } from './desk/outlook.ts'
import { printDesk } from './desk/print.ts'
import { exportAudit, pageAudit } from './audit/feed.ts'
import { verifyRegister } from './audit/verify-register.ts'
import { exportMovedDossiers } from './calendar/export-moved.ts'
import { pageMoved } from './calendar/moved.ts'
import { countWhatIf, planChange } from './calendar/what-if.ts'
import { checkRegister } from './rescue/full-check.ts'
import { makeBook } from './forms/book.ts'
import { exportReady } from './results/export.ts'
import { checkFigures, exportChecks } from './figures/checks.ts'
import { countConflicts, differencesOfClosing, differencesSince } from './closing/differences.ts'
import { exportDifferences } from './closing/export.ts'
import { closedTables, takeFigures } from './closing/figures.ts'
import { checkClosing } from './closing/verify.ts'
import { countSummary } from './figures/count.ts'
import { countAges, countLoad } from './figures/pending.ts'
import { countSeries } from './figures/series.ts'
import { makeReport } from './figures/report.ts'
import { countTable, countTimes } from './figures/tables.ts'
import { listDossiersInWorker } from './dossiers/list.ts'
import { exportDossiers, printDossiers } from './dossiers/export.ts'
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
  pageAudit,
  exportAudit,
  verifyRegister,
  makeBackupInWorker,
  copyBackupInWorker,
  sealKeyInWorker,
  stageBackupInWorker,
  exportEverythingInWorker,
  takeInWorker,
  countSummary,
  countTable,
  countTimes,
  countSeries,
  countAges,
  countLoad,
  checkFigures,
  exportChecks,
  makeReport,
  takeFigures,
  closedTables,
  differencesOfClosing,
  differencesSince,
  countConflicts,
  exportDifferences,
  checkClosing,
  exportDossiers,
  printDossiers,
  exportReady,
  makeBook,
  pageDesk,
  countWhose,
  countAtRisk,
  printDesk,
  countWhatIf,
  planChange,
  pageMoved,
  exportMovedDossiers,
  listDossiersInWorker,
  openRegister,
  sheetOfRegister,
  checkRegisterFile,
  problemsOfRegister,
  plannedOfRegister,
  failedRowsOfRegister,
  closeRegister,
  checkRegister,
}
