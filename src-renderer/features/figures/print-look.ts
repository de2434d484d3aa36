/**
 * The look of a printed page of charts.
 */

/** The page, with nothing of the window on it. */
export const PAGE = {
  '@page': { size: 'A4 landscape', margin: '10mm 12mm 8mm' },
  '@media screen': { '.paper': { display: 'none' } },
  '@media print': {
    'html, body': {
      height: 'auto !important',
      overflow: 'visible !important',
      background: '#fff !important',
    },
    'body > :not(.paper)': { display: 'none !important' },
  },
}
