/**
 * Colours of the window. Every pair of text and ground that is used together is listed in
 * {@link TEXT_ON_GROUND} and tested for WCAG AA (4.5 : 1).
 */

/** Text and ground of a chip. */
export interface Tone {
  fg: string
  bg: string
}

/** The tones of the standings: green early, blue on time, amber soon, red late, grey stopped. */
export interface StandingTones {
  early: Tone
  onTime: Tone
  soon: Tone
  late: Tone
  paused: Tone
}

/** The colours of one scheme. */
export interface Scheme {
  primary: string
  /** Ground of a filled button under the pointer. */
  primaryHover: string
  primaryText: string
  error: string
  errorText: string
  ground: string
  paper: string
  rail: string
  text: string
  muted: string
  line: string
  selected: string
  standing: StandingTones
}

export const LIGHT: Scheme = {
  primary: '#175c63',
  primaryHover: '#104349',
  primaryText: '#ffffff',
  error: '#a3231c',
  errorText: '#ffffff',
  ground: '#fafaf8',
  paper: '#ffffff',
  rail: '#f1f2ef',
  text: '#1d2125',
  muted: '#565e66',
  line: '#e2e4e0',
  selected: '#dfeaea',
  standing: {
    early: { fg: '#1a6334', bg: '#e4f3e9' },
    onTime: { fg: '#1d4f91', bg: '#e5eefa' },
    soon: { fg: '#7a4800', bg: '#fcf0d6' },
    late: { fg: '#a3231c', bg: '#fde8e6' },
    paused: { fg: '#4b535b', bg: '#eceeef' },
  },
}

export const DARK: Scheme = {
  primary: '#7cc7cd',
  primaryHover: '#9bd6db',
  primaryText: '#0d2224',
  error: '#f5a39b',
  errorText: '#33100d',
  ground: '#16191b',
  paper: '#1d2123',
  rail: '#131517',
  text: '#e6e8ea',
  muted: '#a5adb4',
  line: '#30363a',
  selected: '#22383a',
  standing: {
    early: { fg: '#8fd6a6', bg: '#1b3325' },
    onTime: { fg: '#9cc4f5', bg: '#1b2c44' },
    soon: { fg: '#f0c674', bg: '#3a2e14' },
    late: { fg: '#f5a39b', bg: '#45211f' },
    paused: { fg: '#b6bdc4', bg: '#2b2f33' },
  },
}

/** The pairs of text and ground in use. */
export const TEXT_ON_GROUND: readonly ((scheme: Scheme) => Tone)[] = [
  ({ primaryText, primaryHover }) => ({ fg: primaryText, bg: primaryHover }),
  ...(['ground', 'paper', 'rail', 'selected'] as const).flatMap((ground) => [
    (scheme: Scheme) => ({ fg: scheme.text, bg: scheme[ground] }),
    (scheme: Scheme) => ({ fg: scheme.muted, bg: scheme[ground] }),
    (scheme: Scheme) => ({ fg: scheme.primary, bg: scheme[ground] }),
  ]),
  ...(['ground', 'paper'] as const).flatMap((ground) => [
    (scheme: Scheme) => ({ fg: scheme.error, bg: scheme[ground] }),
    (scheme: Scheme) => ({ fg: scheme.standing.early.fg, bg: scheme[ground] }),
    (scheme: Scheme) => ({ fg: scheme.standing.onTime.fg, bg: scheme[ground] }),
    (scheme: Scheme) => ({ fg: scheme.standing.soon.fg, bg: scheme[ground] }),
  ]),
  (scheme) => ({ fg: scheme.primaryText, bg: scheme.primary }),
  (scheme) => ({ fg: scheme.errorText, bg: scheme.error }),
  (scheme) => scheme.standing.early,
  (scheme) => scheme.standing.onTime,
  (scheme) => scheme.standing.soon,
  (scheme) => scheme.standing.late,
  (scheme) => scheme.standing.paused,
]

/** Contrast of two `#rrggbb` colours by WCAG 2.2, 1–21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
