/** The channels between the main process and the window. There are no others. */
export const CALL_CHANNEL = 'call'
export const CHANGE_CHANNEL = 'change'
export const PRINT_CHANNEL = 'print'
export const NOTIFY_CHANNEL = 'notify'
export const BADGE_CHANNEL = 'badge'
export const OPEN_CHANNEL = 'open-alert'
