/**
 * The dossier page on paper: the page alone, black on white, as long as it is.
 */
export const PRINT_LOOK = {
  '@media screen': { '.paper-only': { display: 'none !important' } },
  '@media print': {
    '@page': { size: 'A4', margin: '14mm 14mm 12mm' },
    ':root, [data-theme]': {
      '--mui-palette-text-primary': '#000',
      '--mui-palette-text-secondary': '#333',
      '--mui-palette-background-default': '#fff',
      '--mui-palette-background-paper': '#fff',
      '--mui-palette-divider': '#999',
      colorScheme: 'light',
    },
    'html, body, #root, #root > *, #main': {
      display: 'block !important',
      height: 'auto !important',
      overflow: 'visible !important',
      background: '#fff !important',
      padding: '0 !important',
    },
    '#root > * > *:not(:has(#main)), #root > * > * > *:not(#main), .no-print, .MuiSnackbar-root, .MuiDialog-root':
      { display: 'none !important' },
    '.dossier': { fontSize: '10.5pt' },
    '.dossier-columns': { display: 'block !important' },
    '.dossier section': { border: 'none', marginTop: '4mm' },
    '.dossier section > *': { paddingLeft: '0 !important', paddingRight: '0 !important' },
    '.dossier dl, .dossier li': { breakInside: 'avoid' },
  },
}
