/**
 * Change notices: what every open window is told when something changed.
 */

/** A notice: something of that topic changed, or a long operation moved on. */
export type ChangeNotice =
  | { topic: 'dossiers' | 'office' | 'backups' }
  /** Another register was put in this one's place: windows begin anew. */
  | { topic: 'replaced' }
  | {
      topic: 'progress'
      operation:
        | 'import-read'
        | 'import-check'
        | 'import-commit'
        | 'sample'
        | 'calendar-apply'
        | 'verify'
        | 'figures-export'
      done: number
      total: number
    }

/** Takes notices until it is called off. Returns the function that calls it off. */
export type Subscribe = (listener: (notice: ChangeNotice) => void) => () => void
