/**
 * The look of the late list on paper: A4 landscape, black on white whatever the scheme of the window.
 */

/** Widths of the columns in millimetres, in the order of the table; together the width of the page's inside. */
export const COLUMN_WIDTHS = [9, 40, 33, 22, 50, 19, 19, 23, 29, 17, 16] as const

/**
 * The rules, as text: margin boxes of a page are beyond what the style library knows.
 * @param page word before the page number.
 */
export function printRules(page: string): string {
  return `
@page { size: A4 landscape; margin: 12mm 10mm 14mm;
  @bottom-right { content: ${JSON.stringify(page)} " " counter(page) "/" counter(pages);
    color: #000; font: 9pt Tinos, "Times New Roman", "Liberation Serif", serif; } }
@media screen { .late-sheet { display: none } }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > :not(.late-sheet) { display: none !important; }
  .late-sheet { color: #000; color-scheme: light; font: 10pt/1.25 Tinos, "Times New Roman", "Liberation Serif", serif; }
  .late-sheet p, .late-sheet h1 { margin: 0; }
  .late-sheet header { display: flex; justify-content: space-between; text-align: center; margin-bottom: 5mm; }
  .late-sheet header > div { max-width: 48%; }
  .late-sheet .upper { text-transform: uppercase; }
  .late-sheet .rule { width: 36mm; border-bottom: 0.6pt solid #000; margin: 0.8mm auto 0; }
  .late-sheet .rule.long { width: 52mm; }
  .late-sheet .place { font-style: italic; margin-top: 2mm; }
  .late-sheet h1 { font-size: 14pt; font-weight: 700; text-align: center; }
  .late-sheet .asOf, .late-sheet .filters { text-align: center; font-style: italic; }
  .late-sheet table { width: 100%; margin-top: 4mm; border-collapse: collapse; table-layout: fixed;
    font-size: 9pt; font-variant-numeric: tabular-nums; }
  .late-sheet th, .late-sheet td { border: 0.5pt solid #000; padding: 0.9mm 1mm; text-align: left;
    vertical-align: middle; overflow-wrap: break-word; font-weight: 400; }
  .late-sheet thead th { font-weight: 700; text-align: center; }
  .late-sheet tr { break-inside: avoid; }
  .late-sheet .middle { text-align: center; }
  .late-sheet .number { text-align: right; }
  .late-sheet .sum { margin-top: 2mm; }
  .late-sheet .signatures { display: flex; justify-content: space-around; text-align: center;
    margin-top: 4mm; min-height: 30mm; break-inside: avoid; }
  .late-sheet .signatures i { display: block; }
}`
}
