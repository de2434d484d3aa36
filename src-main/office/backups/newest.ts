/**
 * Which backup is the newest: the one that holds the most of the present register. The dates in names and descriptions
 * are the PC's, and a PC's clock may have been wrong.
 */
import type { Instant } from '../../domain/civil-date.ts'
import { type BackupFile, type Manifest, isGood } from '../../store/backup.ts'
import { linkOf, momentOfLink } from '../../store/chain.ts'
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
  const [newest] = own.sort(
    (a, b) =>
      b.manifest.links - a.manifest.links ||
      compare(b.manifest.madeAt, a.manifest.madeAt) ||
      compare(b.backup.name, a.backup.name),
  )
  if (newest === undefined) return null
  const { backup, manifest } = newest
  return { ...backup, manifest: { ...manifest, madeAt: madeAtMost(manifest, read) } }
}

/**
 * When a backup was made, at the latest: had it been made after the next link was written, it would hold that one too.
 * The date beside it is only a file that anybody can write to.
 */
function madeAtMost({ links, madeAt }: Manifest, read: ReadDb | null): Instant {
  const next = read === null ? null : momentOfLink(read, links + 1)
  return next !== null && Date.parse(next) < Date.parse(madeAt) ? next : madeAt
}

function isOfThis({ links, tail }: Manifest, read: ReadDb | null): boolean {
  return read === null || linkOf(read, links)?.hash.toString('hex') === tail
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
