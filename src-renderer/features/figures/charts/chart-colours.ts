/**
 * Colours of the charts. Red is late and green is done in time, as everywhere; they differ in lightness, too, and each
 * stands out from the paper by 3 : 1 or more (WCAG 2.2, 1.4.11), which a test holds them to.
 */
import { DARK, LIGHT } from '../../../app/palette.ts'

/** The tones of one scheme. */
export interface ChartTones {
  blue: string
  green: string
  amber: string
  red: string
}

export const LIGHT_TONES: ChartTones = { blue: '#1d4f91', green: '#3a9160', amber: '#c47f12', red: '#a3231c' }
export const DARK_TONES: ChartTones = { blue: '#6ea6ea', green: '#8fd6a6', amber: '#f0c674', red: '#e0685d' }

/** For series: each is the tone of the scheme it is drawn in. */
export const COLOURS: ChartTones = {
  blue: 'var(--chart-blue)',
  green: 'var(--chart-green)',
  amber: 'var(--chart-amber)',
  red: 'var(--chart-red)',
}

/** What the element around charts is given, so that {@link COLOURS} mean something. */
export function tonesAsVariables({ blue, green, amber, red }: ChartTones): Record<string, string> {
  return { '--chart-blue': blue, '--chart-green': green, '--chart-amber': amber, '--chart-red': red }
}

/** The colours of paper, to be set on whatever is copied for it: light in every scheme of the window. */
export const PAPER_COLOURS: Readonly<Record<string, string>> = {
  ...tonesAsVariables(LIGHT_TONES),
  '--mui-palette-text-primary': LIGHT.text,
  '--mui-palette-text-secondary': LIGHT.muted,
  '--mui-palette-divider': LIGHT.line,
  '--mui-palette-background-paper': LIGHT.paper,
}

/** The tones with the paper they lie on. */
export const TONES_ON_PAPER = [
  { tones: LIGHT_TONES, paper: LIGHT.paper },
  { tones: DARK_TONES, paper: DARK.paper },
] as const
