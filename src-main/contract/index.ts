/**
 * The contract: every operation of the office. Windows and hosts both read it; there is no other way in.
 */
import type { ContractRouterClient } from '@orpc/contract'
import { dossiersContract } from './dossiers.ts'
import { figuresContract } from './figures.ts'
import { importsContract } from './imports.ts'
import { officeContract } from './office.ts'
import { receptionContract } from './reception.ts'

export const contract = {
  office: officeContract,
  reception: receptionContract,
  dossiers: dossiersContract,
  imports: importsContract,
  figures: figuresContract,
}
export type Contract = typeof contract

/** A client of the office, whichever transport carries it. */
export type OfficeClient = ContractRouterClient<Contract>
