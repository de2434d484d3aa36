/**
 * The contract: every operation of the office. Windows and hosts both read it; there is no other way in.
 */
import type { AnySchema, ContractRouterClient, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { backupsContract } from './backups.ts'
import { arrivalsContract } from './arrivals.ts'
import { alertsContract } from './alerts.ts'
import { auditContract } from './audit.ts'
import { calendarContract } from './calendar.ts'
import { closingContract } from './closing.ts'
import { deskContract } from './desk.ts'
import { dossiersContract } from './dossiers.ts'
import { figuresContract } from './figures.ts'
import { formsContract } from './forms.ts'
import { handoversContract } from './handovers.ts'
import { importsContract } from './imports.ts'
import { officeContract } from './office.ts'
import { peopleContract } from './people.ts'
import { proceduresContract } from './procedures.ts'
import { receptionContract } from './reception.ts'
import { rescueContract } from './rescue.ts'
import { resultsContract } from './results.ts'
import { stepsContract } from './steps.ts'
import { stopsContract } from './stops.ts'

export const contract = {
  office: officeContract,
  people: peopleContract,
  reception: receptionContract,
  arrivals: arrivalsContract,
  stops: stopsContract,
  alerts: alertsContract,
  dossiers: dossiersContract,
  forms: formsContract,
  results: resultsContract,
  desk: deskContract,
  steps: stepsContract,
  handovers: handoversContract,
  imports: importsContract,
  figures: figuresContract,
  closing: closingContract,
  calendar: calendarContract,
  procedures: proceduresContract,
  audit: auditContract,
  backups: backupsContract,
  rescue: rescueContract,
}
export type Contract = typeof contract

/** A client of the office, whichever transport carries it. */
export type OfficeClient = ContractRouterClient<Contract>

type Definition<
  Feature extends keyof Contract,
  Operation extends keyof Contract[Feature],
> = Contract[Feature][Operation] extends { '~orpc': infer Found } ? Found : never

/** What a use case is given: the input once its schema has been applied. */
export type Input<Feature extends keyof Contract, Operation extends keyof Contract[Feature]> =
  Definition<Feature, Operation> extends { inputSchema?: infer Found extends AnySchema }
    ? InferSchemaOutput<Found>
    : never

/** What a use case answers. */
export type Output<Feature extends keyof Contract, Operation extends keyof Contract[Feature]> =
  Definition<Feature, Operation> extends { outputSchema?: infer Found extends AnySchema }
    ? InferSchemaInput<Found>
    : never
