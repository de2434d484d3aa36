/**
 * Applications for tests.
 */
import type { Input } from '../../contract/index.ts'
import { EMPTY_PARTICULARS, type Particulars } from '../../domain/dossier.ts'

type Recorded = Input<'arrivals', 'record'>

/** An online application with the least that is needed. */
export function applicationOf(
  procedureId: number,
  particulars: Partial<Particulars> = {},
  rest: Partial<Recorded> = {},
): Recorded {
  return {
    ...{ procedureId, reference: 'H32.22-261120-0007', arrivedAt: null, remote: false, answer: null },
    particulars: {
      ...{ ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A', channel: 'online', onlineLevel: 'full' },
      ...particulars,
    },
    ...rest,
  }
}
