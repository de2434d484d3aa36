/**
 * The look of the explanation on paper: A4 upright, black on white whatever the scheme of the window.
 */

/** More lines than these are set in two columns, so that one page holds them. */
export const ONE_COLUMN_LINES = 27

/**
 * The rules, as text: margin boxes of a page are beyond what the style library knows.
 */
export function explanationRules(): string {
  return `
@page { size: A4; margin: 12mm 15mm 10mm 20mm; }
@media screen { .clock-sheet { display: none } }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > :not(.clock-sheet) { display: none !important; }
  .clock-sheet { color: #000; color-scheme: light; font: 11pt/1.3 Tinos, "Times New Roman", "Liberation Serif", serif; }
  .clock-sheet p, .clock-sheet h1 { margin: 0; }
  .clock-sheet header { display: flex; justify-content: space-between; text-align: center; margin-bottom: 4mm; }
  .clock-sheet header > div { max-width: 50%; }
  .clock-sheet .upper { text-transform: uppercase; }
  .clock-sheet .rule { width: 30mm; border-bottom: 0.6pt solid #000; margin: 0.8mm auto 0; }
  .clock-sheet .place { font-style: italic; margin-top: 2mm; }
  .clock-sheet h1 { font-size: 14pt; font-weight: 700; text-align: center; text-transform: uppercase; }
  .clock-sheet .subtitle { text-align: center; }
  .clock-sheet dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 4mm; row-gap: 0.5mm; margin: 3mm 0; }
  .clock-sheet dt::after { content: ":"; }
  .clock-sheet dd { margin: 0; }
  .clock-sheet .tables { display: flex; gap: 4mm; align-items: flex-start; }
  .clock-sheet table { flex: 1 1 0; min-width: 0; border-collapse: collapse; font-size: 10pt; line-height: 1.2;
    font-variant-numeric: tabular-nums; }
  .clock-sheet .dense table { font-size: 8.5pt; line-height: 1.15; }
  .clock-sheet th, .clock-sheet td { border: 0.5pt solid #000; padding: 0.4mm 1.2mm; text-align: left;
    vertical-align: middle; font-weight: 400; }
  .clock-sheet thead th { font-weight: 700; text-align: center; }
  .clock-sheet tr { break-inside: avoid; }
  .clock-sheet td.day { white-space: nowrap; }
  .clock-sheet td.count { text-align: center; font-weight: 700; }
  .clock-sheet tr.due td { font-weight: 700; }
  .clock-sheet .note { margin-top: 2mm; font-size: 9.5pt; font-style: italic; }
  .clock-sheet .signatures { display: flex; justify-content: space-around; text-align: center;
    margin-top: 4mm; min-height: 26mm; break-inside: avoid; }
  .clock-sheet .signatures i { display: block; }
}`
}
