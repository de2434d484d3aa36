/**
 * The tasks of the worker, by name.
 */
import { countSummary } from './figures/count.ts'
import { exportDossiers } from './dossiers/export.ts'

export const tasks = { countSummary, exportDossiers }
