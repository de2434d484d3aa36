import { useQuery } from '@tanstack/react-query'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import type { DossierFilter, DossierRow, DossierSort } from '../../../src-main/contract/dossiers.ts'
import { useOffice } from '../../app/office.tsx'

/** As many rows as the office gives in one answer. */
const PAGE_SIZE = 200
/** A longer list is not fetched ahead, only when it is printed. */
const MOST_AHEAD = 2000

interface Asked {
  filter: DossierFilter
  sort: DossierSort
}

/** Query options for every row of a list. The key stands under that of dossiers: change notices renew it. */
export function wholeListOptions(office: OfficeClient, { filter, sort }: Asked) {
  return {
    queryKey: [['dossiers', 'whole'], { filter, sort }],
    queryFn: () => wholeList(office, { filter, sort }),
  }
}

/** Every row of a list, fetched ahead where it is not too long; `undefined` until it is there. */
export function useWholeList(asked: Asked, total: number | undefined): DossierRow[] | undefined {
  const office = useOffice()
  const ahead = total !== undefined && total <= MOST_AHEAD
  return useQuery({ ...wholeListOptions(office, asked), enabled: ahead }).data
}

async function wholeList(office: OfficeClient, asked: Asked): Promise<DossierRow[]> {
  const rows: DossierRow[] = []
  for (let page = 0; ; page += 1) {
    const answer = await office.dossiers.list({ ...asked, page, pageSize: PAGE_SIZE })
    rows.push(...answer.rows)
    if (answer.rows.length < PAGE_SIZE) return rows
  }
}
