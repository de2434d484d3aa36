import type { TroubleCode } from '../contract/rescue.ts'

/** Why a file cannot be opened as an office. */
export type OpenFault = TroubleCode

/** Thrown when a file cannot be opened as an office. */
export class OpenError extends Error {
  readonly fault: OpenFault
  readonly params: Record<string, string | number>
  constructor(fault: OpenFault, params: Record<string, string | number> = {}, cause?: unknown) {
    super(fault, { cause })
    this.fault = fault
    this.params = params
  }
}
