/**
 * The form of an application as it stands on the portal.
 */
import type { FieldPath } from 'react-hook-form'
import type { z } from 'zod'
import { text } from '../../../src-main/contract/common.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { emptyReception, receptionField, typedReceptionSchema } from '../reception/reception-form.ts'

/** As at reception, with the number it carries; the moment is that of its filing. */
export const typedRecordSchema = typedReceptionSchema.extend({ reference: text(60) })
export type RecordForm = z.input<typeof typedRecordSchema>

/** The form of the next application. */
export function emptyRecord(today: CivilDate): RecordForm {
  const empty = emptyReception()
  return {
    ...empty,
    reference: '',
    moment: { late: true, on: today, time: '' },
    particulars: { ...empty.particulars, channel: 'online', onlineLevel: 'full' },
  }
}

/** The field for a path into the input of `arrivals.record`. */
export function recordField(path: string): FieldPath<RecordForm> | null {
  if (path === 'reference') return 'reference'
  return path === 'arrivedAt' ? 'moment.on' : receptionField(path)
}
