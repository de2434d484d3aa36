/**
 * The look of the tables of numbers on the screen. They fit a window of 1280 px without scrolling sideways; the head stays.
 */

/** The screen's own padding, which the head must cover when it stays at the top. */
const SCREEN_PADDING = 20

export const TABLE_LOOK = {
  width: '100%',
  flex: 'none',
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  fontSize: 13,
  fontVariantNumeric: 'tabular-nums',
  transition: 'opacity 120ms',
  '& th, & td': {
    px: 1,
    py: 0.75,
    borderBottom: 1,
    borderColor: 'divider',
    textAlign: 'right',
    fontWeight: 400,
    overflowWrap: 'anywhere',
  },
  '& tbody tr:last-child > *': { borderBottom: 0 },
  '& .group': { borderLeft: 1, borderColor: 'divider' },
  '& thead': { position: 'sticky', top: -SCREEN_PADDING, zIndex: 2 },
  '& thead th': {
    bgcolor: 'background.paper',
    fontSize: 12,
    fontWeight: 600,
    lineHeight: 1.3,
    color: 'text.secondary',
    textAlign: 'center',
    verticalAlign: 'middle',
    px: 0.75,
    overflowWrap: 'normal',
  },
  '& .numbers td': {
    bgcolor: 'background.paper',
    py: 0.25,
    px: 0.25,
    fontSize: 11,
    lineHeight: 1.25,
    color: 'text.secondary',
    textAlign: 'center',
    overflowWrap: 'normal',
  },
  // The last line of the head is the thicker one, whichever cells it is made of.
  '& thead tr:last-child > *, & thead:not(:has(.numbers)) th[rowspan]': { borderBottomWidth: '2px' },
  '& tbody th': { textAlign: 'left', overflowWrap: 'break-word' },
  '& tbody .number': { textAlign: 'center', color: 'text.secondary' },
  '& tbody .zero': { color: 'text.secondary' },
  '& tbody .sum': { fontWeight: 600 },
  '& tbody a': {
    color: 'inherit',
    textDecoration: 'none',
    display: 'block',
    mx: -1,
    my: -0.75,
    px: 1,
    py: 0.75,
    scrollMarginTop: '110px',
    '&:hover': { textDecoration: 'underline', color: 'primary.main' },
    '&:focus-visible': { outlineOffset: '-2px', color: 'primary.main' },
  },
  '& tbody tr[data-row="total"] > *': { fontWeight: 600, bgcolor: 'selected' },
  '& tbody tr:hover > *': { bgcolor: 'action.hover' },
  '& tbody tr[data-row="total"]:hover > *': { bgcolor: 'selected' },
} as const

/** The notes beside each other under a table. */
export const NOTES_LOOK = {
  flex: 'none',
  mt: 3,
  pb: 2,
  display: 'grid',
  gap: 4,
  gridTemplateColumns: { xs: '1fr 1fr', xl: '1fr 1fr 1.1fr' },
} as const
