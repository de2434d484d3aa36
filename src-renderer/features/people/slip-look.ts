/** The look of the account slip on paper: A6, black on white, nothing else of the page. */
export const SLIP_LOOK = `
@page { size: A6 landscape; margin: 9mm 10mm; }
@media screen { .account-slip { display: none } }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > :not(.account-slip) { display: none !important; }
  .account-slip { color: #000; color-scheme: light; font: 10pt/1.35 Tinos, "Times New Roman", "Liberation Serif", serif; }
  .account-slip p, .account-slip h1 { margin: 0; }
  .account-slip p:first-of-type { text-transform: uppercase; font-size: 9pt; }
  .account-slip h1 { font-size: 13pt; margin: 2mm 0; }
  .account-slip dl { display: grid; grid-template-columns: auto 1fr; gap: 1mm 4mm; margin: 0 0 3mm; align-items: baseline; }
  .account-slip dd { margin: 0; font: 700 13pt/1.3 "Liberation Mono", Consolas, monospace; }
  .account-slip p:last-of-type { margin-top: 2mm; font-style: italic; }
}`
