/**
 * Which backup is the newest: the one that holds the most of the present register. The dates in names and descriptions
 * are the PC's, and a PC's clock may have been wrong.
 */
import { type BackupFile, type Manifest, isGood } from '../../store/backup.ts'
import { linkOf } from '../../store/chain.ts'
import type { ReadDb } from '../../store/database.ts'

/**
 * The newest good backup of the present course of things; `null` when there is none, also when those that are there
 * went another way before an earlier one was restored.
 * @param read the open register; `null` before it is open, when nothing but dates can tell.
 */
export function newestOf(
  backups: readonly BackupFile[],
  register: string,
  read: ReadDb | null,
): BackupFile | null {
  const own = backups.flatMap((backup) => {
    const { manifest } = backup
    const counts = manifest !== null && isGood(backup, register) && isOfThis(manifest, read)
    return counts ? [{ backup, manifest }] : []
  })
  const newest = own.sort(
    (a, b) =>
      b.manifest.links - a.manifest.links ||
      compare(b.manifest.madeAt, a.manifest.madeAt) ||
      compare(b.backup.name, a.backup.name),
  )[0]
  return newest?.backup ?? null
}

function isOfThis({ links, tail }: Manifest, read: ReadDb | null): boolean {
  return read === null || linkOf(read, links)?.hash.toString('hex') === tail
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
