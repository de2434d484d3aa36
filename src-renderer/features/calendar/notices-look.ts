/**
 * The look of the notices on paper: black on white whatever the scheme of the window, one page a dossier.
 */

/** The paper a notice is printed on, upright. */
export type Paper = 'A4' | 'A5'

/** Size of the letters and margins of a page. */
const SIZES: Record<Paper, { letters: string; head: string; margin: string; gap: string }> = {
  A5: { letters: '10.5pt', head: '8.5pt', margin: '11mm 11mm 10mm 14mm', gap: '4mm' },
  A4: { letters: '13pt', head: '11.5pt', margin: '20mm 18mm 20mm 28mm', gap: '8mm' },
}

/** The rules, as text: they hold for the paper chosen and for print alone. */
export function noticeRules(paper: Paper): string {
  const { letters, head, margin, gap } = SIZES[paper]
  return `
@page { size: ${paper} portrait; margin: ${margin}; }
@media screen { .notice-sheets { display: none } }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > :not(.notice-sheets) { display: none !important; }
  .notice-sheets { color: #000; color-scheme: light; font: ${letters}/1.35 Tinos, "Times New Roman", "Liberation Serif", serif; }
  .notice-sheets article { break-after: page; break-inside: avoid; }
  .notice-sheets article:last-child { break-after: auto; }
  .notice-sheets p, .notice-sheets h1 { margin: 0; }
  .notice-sheets header { display: flex; justify-content: space-between; gap: 4mm; text-align: center;
    font-size: ${head}; line-height: 1.3; margin-bottom: ${gap}; }
  .notice-sheets header > div:first-child { flex: 0 1 46%; }
  .notice-sheets header > div:last-child { flex: 0 1 54%; }
  .notice-sheets .upper { text-transform: uppercase; }
  .notice-sheets .rule { width: 20mm; border-bottom: 0.6pt solid #000; margin: 0.8mm auto 0; }
  .notice-sheets .rule.long { width: 34mm; }
  .notice-sheets .number { margin-top: 1.5mm; }
  .notice-sheets .place { font-style: italic; margin-top: 1.5mm; }
  .notice-sheets h1 { font-size: 1.25em; font-weight: 700; text-align: center; }
  .notice-sheets .about { font-weight: 700; text-align: center; margin-bottom: ${gap}; }
  .notice-sheets .body { margin-top: 0.5em; text-align: justify; text-indent: 8mm; }
  .notice-sheets table { width: 100%; margin-top: 0.4em; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  .notice-sheets th { font-weight: 400; text-align: left; vertical-align: top; white-space: nowrap; padding: 0.4mm 3mm 0.4mm 0; }
  .notice-sheets td { width: 100%; vertical-align: top; padding: 0.4mm 0; overflow-wrap: anywhere; }
  .notice-sheets .dueAfter td, .notice-sheets .code td { font-weight: 700; }
  .notice-sheets footer { display: flex; justify-content: space-between; margin-top: ${gap}; break-inside: avoid; }
  .notice-sheets .copies { font-size: 0.85em; }
  .notice-sheets .signature { text-align: center; min-height: 26mm; margin-right: 4mm; }
  .notice-sheets .signature i { display: block; font-size: 0.9em; }
}`
}
