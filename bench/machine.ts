/**
 * What the numbers were measured on.
 */
import { cpus, loadavg, totalmem } from 'node:os'
import BetterSqlite3 from 'better-sqlite3'

/** Processor, cores, memory, Node, SQLite, and how busy the machine is. */
export function machineLine(): string {
  const database = new BetterSqlite3(':memory:')
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get())
  database.close()
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  return `${model}, ${cpus().length} cores, ${memory}; Node ${process.versions.node}, SQLite ${sqlite}; load ${(loadavg()[0] ?? 0).toFixed(1)}`
}
