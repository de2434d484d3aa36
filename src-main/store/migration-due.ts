import { existsSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { APPLICATION_ID } from './database.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Whether a file is a register of an earlier version. What cannot be read is none; opening it will say why. */
export function isOlder(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    try {
      const version = Number(database.pragma('user_version', { simple: true }))
      const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID
      return isOurs && version > 0 && version < MIGRATIONS.length
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
