import { type Finding, type FindingKind, MOST_FINDINGS } from '../domain/audit-findings.ts'

/** Kinds that say a link of the chain does not hold. */
const OF_THE_CHAIN: readonly FindingKind[] = [
  'link-missing',
  'link-broken',
  'content-missing',
  'link-out-of-order',
  'chain-cut',
  'anchor-differs',
]

/** Collects findings: the first so many one by one, of the rest how many. */
export class Findings {
  readonly list: Finding[] = []
  found = 0
  firstBroken: number | null = null

  add(finding: { kind: FindingKind } & Partial<Finding>): void {
    this.found++
    const { kind, link = null } = finding
    if (link !== null && OF_THE_CHAIN.includes(kind)) {
      this.firstBroken = Math.min(this.firstBroken ?? link, link)
    }
    if (this.list.length >= MOST_FINDINGS) return
    this.list.push({
      ...{ link, dossierId: null, code: null, what: '', stored: '', expected: '' },
      ...finding,
    })
  }
}
