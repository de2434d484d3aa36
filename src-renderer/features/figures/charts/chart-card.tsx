import { Box, IconButton, Tooltip } from '@mui/material'
import NumbersIcon from '@mui/icons-material/TableChartOutlined'
import PictureIcon from '@mui/icons-material/ImageOutlined'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useStatus } from '../../../app/office.tsx'
import { useRights } from '../../../app/rights.ts'
import { downloadFile } from '../../../ui/download.ts'
import { formatDate } from '../../../ui/format.ts'
import { Section } from '../../../ui/section.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type PictureWords, pictureFileName, pictureOf } from './chart-picture.ts'

/** The charts, by their names in the words, in the order they are read. */
export const CHARTS = ['flow', 'share', 'cause', 'procedure', 'ages', 'load'] as const
export type ChartName = (typeof CHARTS)[number]

/**
 * A chart with its heading and legend, the numbers it is drawn from, each of which opens its dossiers, and a picture of it
 * to take along. Readers are given the numbers; the drawing is hidden from them.
 */
export function ChartCard({
  name,
  note,
  linked,
  legend,
  source,
  method,
  days,
  chart,
  numbers,
  busy,
}: {
  name: ChartName
  note: string
  /** The note as it stands on the screen, where its numbers open their dossiers too. */
  linked?: ReactNode
  legend: PictureWords['legend']
  /** Period and method, for the picture. */
  source: string
  method: Method
  /** The days it tells of; `null`: it tells of today. */
  days: Period | null
  /** `null` where there is nothing to draw. */
  chart: ReactNode
  numbers: ReactNode
  busy: boolean
}) {
  const t = useT('figure-views')
  const [open, setOpen] = useState(false)
  const id = useId()
  const title = t(`charts.${name}.title`)
  const drawing = useRef<HTMLDivElement>(null)
  return (
    <Box data-chart-card={name} data-testid={`chart-${name}`} sx={{ display: 'grid', minWidth: 0 }}>
      <Section
        title={title}
        subtitle={linked ?? note}
        actions={
          <Box data-screen-only sx={{ display: 'flex', gap: 0.5, flex: 'none', alignSelf: 'flex-start' }}>
            <Tooltip title={t('charts.numbers')}>
              <span>
                <IconButton
                  size="small"
                  aria-expanded={open}
                  aria-controls={id}
                  aria-label={t('charts.numbersOf', { chart: title })}
                  disabled={chart === null}
                  color={open ? 'primary' : 'default'}
                  onClick={() => setOpen(!open)}
                >
                  <NumbersIcon />
                </IconButton>
              </span>
            </Tooltip>
            <PictureButton
              drawing={drawing}
              disabled={chart === null}
              {...{ name, title, note, legend, source, method, days }}
            />
          </Box>
        }
      >
        <div>
          <Legend items={legend} />
          <Box ref={drawing} data-chart={name} aria-hidden sx={CHART} style={{ opacity: busy ? 0.55 : 1 }}>
            {chart}
          </Box>
          {chart === null && (
            <Box sx={{ py: 4, textAlign: 'center', color: 'text.secondary' }}>
              {t(busy ? 'charts.counting' : 'charts.none')}
            </Box>
          )}
        </div>
        <Box id={id} data-screen-only hidden={!open}>
          {open && numbers}
        </Box>
      </Section>
    </Box>
  )
}

const CHART = {
  position: 'relative',
  // Parts that lie on one another are told apart by a line, too.
  '& .MuiBarElement-root': { stroke: 'var(--mui-palette-background-paper)', strokeWidth: 1 },
  '& svg text': { fontFamily: 'inherit', fontVariantNumeric: 'tabular-nums' },
} as const

function Legend({ items }: { items: PictureWords['legend'] }) {
  return (
    <Box component="ul" sx={LEGEND}>
      {items.map(({ label, colour }) => (
        <Box component="li" key={label} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box
            aria-hidden
            sx={{ width: 12, height: 12, borderRadius: '3px', printColorAdjust: 'exact' }}
            style={{ background: colour }}
          />
          {label}
        </Box>
      ))}
    </Box>
  )
}

const LEGEND = {
  m: 0,
  p: 0,
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2.5,
  fontSize: 13,
} as const

/** Saves the chart as a PNG. */
function PictureButton({
  name,
  drawing,
  disabled,
  method,
  days,
  ...words
}: {
  name: ChartName
  drawing: React.RefObject<HTMLDivElement | null>
  disabled: boolean
  method: Method
  days: Period | null
} & PictureWords) {
  const t = useT('figure-views')
  const { office, today } = useStatus()
  const may = useRights()
  const toast = useToast()
  if (!may('export')) return null
  const save = async () => {
    if (drawing.current === null) return
    const source = [office?.name, words.source, t('picture.asOf', { date: formatDate(today) })]
    try {
      const content = await pictureOf(drawing.current, {
        ...words,
        source: source.filter((part) => part !== undefined && part !== '').join(' · '),
      })
      const told = { method, days: days ?? { from: today, to: today } }
      const file = pictureFileName(words.title, told, office?.name ?? '')
      downloadFile({ name: file, mediaType: 'image/png', content })
    } catch {
      toast(t('charts.failed'), { severity: 'error' })
    }
  }
  return (
    <Tooltip title={t('charts.picture')}>
      <span>
        <IconButton
          size="small"
          aria-label={t('charts.pictureOf', { chart: words.title })}
          data-chart-picture={name}
          disabled={disabled}
          onClick={() => void save()}
        >
          <PictureIcon />
        </IconButton>
      </span>
    </Tooltip>
  )
}
