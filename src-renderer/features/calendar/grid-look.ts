/**
 * The look of the year: one set of rules for its 365 cells, told apart by their data attributes.
 * A day off is red and has a letter, a make-up day blue and has a letter; how sure a row is shows in its
 * outline, and in its ground once nothing is announced.
 */

/** Rules for anything that shows a kind of day: the cells of the year, the legend, the list of rows. */
export const DAY_TONES = {
  '& [data-kind="off"]': { color: 'standing.late.fg', bgcolor: 'standing.late.bg', fontWeight: 600 },
  '& [data-kind="work"]': { color: 'standing.onTime.fg', bgcolor: 'standing.onTime.bg', fontWeight: 600 },
  '& [data-status]': { border: '1.5px solid currentColor' },
  '& [data-status="library"]': { borderStyle: 'dashed' },
  '& [data-status="press"]': { borderStyle: 'dotted', borderWidth: '2px' },
  '& [data-status="unannounced"]': { borderStyle: 'dashed', bgcolor: 'transparent' },
} as const

/** The twelve months. Rows share the height there is, so that a year fits the window without scrolling. */
export const YEAR = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gridTemplateRows: 'repeat(3, minmax(148px, 1fr))',
  columnGap: { xs: 1.25, xl: 3 },
  rowGap: { xs: 0.5, xl: 1.5 },
  fontSize: { xs: 12, xl: 14 },
  fontVariantNumeric: 'tabular-nums',
  '& .month': { minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  '& .month p': { m: 0, px: '4px', fontWeight: 600, fontSize: { xs: 12.5, xl: 14 }, lineHeight: '17px' },
  '& [role="grid"]': {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gap: '1px',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    // Six weeks in every month: the rows of all months stand level.
    gridTemplateRows: 'auto repeat(6, minmax(0, 1fr))',
  },
  '& [role="row"]': { display: 'contents' },
  '& [role="columnheader"]': {
    fontWeight: 500,
    fontSize: { xs: 10.5, xl: 12 },
    lineHeight: '14px',
    textAlign: 'center',
    color: 'text.secondary',
  },
  '& [data-date]': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    lineHeight: 1,
    borderRadius: '4px',
    border: '1.5px solid transparent',
    position: 'relative',
    cursor: 'default',
    whiteSpace: 'nowrap',
  },
  '& [data-date] b': { fontWeight: 'inherit' },
  '& [data-date]:hover': { outline: '1px solid', outlineColor: 'text.secondary' },
  '& [data-weekend]': { color: 'text.secondary', bgcolor: 'action.hover' },
  ...DAY_TONES,
  '& [data-today] b': {
    fontWeight: 700,
    textDecoration: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '2px',
  },
  '& [data-draft]::after': {
    content: '""',
    position: 'absolute',
    top: -2,
    right: -2,
    width: 7,
    height: 7,
    borderRadius: '50%',
    bgcolor: 'standing.soon.fg',
  },
  '& [data-draft="removed"] b': { textDecoration: 'line-through' },
  '& [data-date]:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: 1,
    zIndex: 1,
  },
  // Two digits and a letter must fit into the 24 px a day has at 1280.
  '& [data-date][data-kind]': { fontSize: { xs: 11, xl: 14 }, letterSpacing: { xs: '-0.03em', xl: 0 } },
  '& [data-date] i': { fontStyle: 'normal', fontSize: { xs: 7.5, xl: 10.5 }, ml: { xs: '0.5px', xl: '1px' } },
} as const
