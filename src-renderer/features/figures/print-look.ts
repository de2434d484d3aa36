/**
 * The look of the figures on paper.
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

/** The sheet: black on white whatever the scheme of the window. */
export const SHEET = {
  color: '#000',
  bgcolor: '#fff',
  fontFamily: 'Tinos, "Times New Roman", "Liberation Serif", serif',
  fontSize: '9.5pt',
  lineHeight: 1.25,
  '& p, & h1': { m: 0 },
  '& .head': { display: 'flex', justifyContent: 'space-between', gap: '10mm', mb: '2mm' },
  '& .head > div': { textAlign: 'center', maxWidth: '48%' },
  '& h1': { fontSize: '13pt', textAlign: 'center', lineHeight: 1.3 },
  '& .period': { textAlign: 'center', fontStyle: 'italic' },
  '& .unit': { textAlign: 'right', fontStyle: 'italic', mt: '1mm' },
  '& table': {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
  },
  '& th, & td': {
    border: '0.5pt solid #000',
    padding: '0.7mm 1.2mm',
    textAlign: 'right',
    fontWeight: 400,
  },
  '& thead th': { fontWeight: 700, textAlign: 'center', verticalAlign: 'middle' },
  '& .numbers td': { textAlign: 'center', fontStyle: 'italic', fontSize: '8pt', padding: '0.3mm' },
  '& tbody th': { textAlign: 'left' },
  '& tbody .number': { textAlign: 'center' },
  '& tr[data-row="total"] > *': { fontWeight: 700 },
  '& tr': { breakInside: 'avoid' },
  '& .notes': { mt: '2.5mm', fontSize: '8pt', lineHeight: 1.2 },
  '& .signatures': {
    display: 'flex',
    justifyContent: 'space-around',
    textAlign: 'center',
    mt: '3mm',
    breakInside: 'avoid',
    minHeight: '24mm',
  },
  '& .signatures > div': { display: 'flex', flexDirection: 'column', justifyContent: 'flex-start' },
  '& .signatures > div:first-of-type': { pt: '1.25em' },
  '& .signatures b': { fontSize: '9.5pt' },
  '&[data-small="true"]': {
    fontSize: '8pt',
    '& th, & td': { padding: '0.4mm 1mm' },
    '& .notes': { fontSize: '7pt' },
  },
}
