import { Box, GlobalStyles } from '@mui/material'
import { createPortal } from 'react-dom'
import { useT } from '../../../app/i18n.ts'
import { useStatus } from '../../../app/office.tsx'
import { formatDate } from '../../../ui/format.ts'
import { PAGE } from '../print-look.ts'
import { usePrinting } from '../use-printing.ts'
import { CHARTS } from './chart-card.tsx'
import { PAPER_COLOURS } from './chart-colours.ts'

/** The charts on paper: as they stand on the screen, in the colours of paper. */
export function PrintCharts({ source }: { source: string }) {
  const t = useT('figures')
  const views = useT('figure-views')
  const { office, today } = useStatus()
  if (!usePrinting()) return null
  return createPortal(
    <>
      <GlobalStyles styles={PAGE} />
      <Box className="paper" sx={SHEET} style={PAPER_COLOURS}>
        <p>
          <b>{office?.name}</b>
        </p>
        <h1>{t('title')}</h1>
        <p>
          {source} · {views('picture.asOf', { date: formatDate(today) })}
        </p>
        <div className="charts" ref={copyCharts} />
      </Box>
    </>,
    document.body,
  )
}

/** The printer does not wait for charts to be drawn anew: those of the screen are copied. */
function copyCharts(sheet: HTMLDivElement | null): void {
  if (sheet === null) return
  const cards = CHARTS.flatMap((name) => [...document.querySelectorAll(`[data-chart-card=${name}]`)])
  const copies = cards.map((card) => {
    const copy = card.cloneNode(true) as HTMLElement
    for (const part of copy.querySelectorAll('[data-screen-only]')) part.remove()
    copy.querySelectorAll<SVGSVGElement>('[data-chart] svg').forEach((drawing, at) => {
      const { width, height } = card.querySelectorAll('[data-chart] svg').item(at).getBoundingClientRect()
      drawing.setAttribute('viewBox', `0 0 ${width} ${height}`)
    })
    return copy
  })
  sheet.replaceChildren(...copies)
}

const SHEET = {
  color: '#000',
  bgcolor: '#fff',
  '& p, & h1': { m: 0, fontSize: '9pt' },
  '& h1': { fontSize: '13pt' },
  '& .charts': {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '4mm',
    mt: '3mm',
    alignItems: 'start',
  },
  '& .charts > *': { breakInside: 'avoid', opacity: '1 !important' },
  '& section': { border: '0.5pt solid #999', color: '#000' },
  '& .charts svg': { width: '100% !important', height: 'auto !important' },
}
