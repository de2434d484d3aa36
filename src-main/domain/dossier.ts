/**
 * The life of a dossier: its events, the states they lead to, and which step may follow which.
 *
 * A dossier is a list of events. Its current state is `fold`ed from them and from nothing else, so it
 * can be rebuilt at any time; a correction is one more event.
 */
export * from './dossier/facts.ts'
export * from './dossier/life.ts'
export * from './dossier/faults.ts'
export * from './dossier/fold.ts'
export { openHandover } from './dossier/beside.ts'
export * from './dossier/arrival.ts'
export * from './dossier/answers.ts'
export * from './dossier/moving.ts'
