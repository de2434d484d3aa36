/**
 * The clock: every question about days is answered here and nowhere else (docs/clock.md).
 */
export * from './clock/terms.ts'
export * from './clock/due.ts'
export * from './clock/lateness.ts'
export * from './clock/hours.ts'
export * from './clock/answers.ts'
export * from './clock/steps.ts'
export * from './clock/explain.ts'
export * from './clock/appointments.ts'
export * from './clock/neighbours.ts'
