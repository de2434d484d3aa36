/**
 * The look of the window: calm, dense, quick. Colours are in palette.ts.
 */
import { createTheme, type PaletteOptions, type Theme, type ThemeOptions } from '@mui/material'
import { viVN } from '@mui/material/locale'
import type {} from '@mui/material/themeCssVarsAugmentation'
import type {} from '@mui/x-data-grid/themeAugmentation'
import type {} from '@mui/x-date-pickers/themeAugmentation'
import type { Language } from '../locales/index.ts'
import { DARK, LIGHT, type Scheme, type StandingTones } from './palette.ts'

declare module '@mui/material/styles' {
  interface Palette {
    standing: StandingTones
    rail: string
    selected: string
  }
  interface PaletteOptions {
    standing: StandingTones
    rail: string
    selected: string
  }
}

/** Width of the focus ring; the same everywhere. */
const FOCUS_RING = { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 2 }

/** The tone of each kind of message. */
const ALERT_TONES = [
  ['success', 'early'],
  ['info', 'onTime'],
  ['warning', 'soon'],
  ['error', 'late'],
] as const

/** The theme, with the words of MUI's own components in that language. */
export function themeFor(language: Language): Theme {
  return createTheme(
    {
      cssVariables: { colorSchemeSelector: 'data-theme' },
      colorSchemes: { light: { palette: paletteOf(LIGHT) }, dark: { palette: paletteOf(DARK) } },
      spacing: 8,
      shape: { borderRadius: 6 },
      typography: {
        fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
        fontSize: 14,
        htmlFontSize: 16,
        h1: { fontSize: 22, fontWeight: 600, lineHeight: 1.3, letterSpacing: '-0.01em' },
        h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.4 },
        h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.4 },
        body1: { fontSize: 14, lineHeight: 1.5 },
        body2: { fontSize: 13, lineHeight: 1.5 },
        button: { fontSize: 14, fontWeight: 500, textTransform: 'none' },
        caption: { fontSize: 12, lineHeight: 1.4 },
      },
      components: components(),
    },
    ...(language === 'vi' ? [viVN] : []),
  )
}

function paletteOf(scheme: Scheme): PaletteOptions {
  return {
    primary: { main: scheme.primary, dark: scheme.primaryHover, contrastText: scheme.primaryText },
    error: { main: scheme.error, contrastText: scheme.errorText },
    warning: { main: scheme.standing.soon.fg, contrastText: scheme.standing.soon.bg },
    success: { main: scheme.standing.early.fg, contrastText: scheme.standing.early.bg },
    info: { main: scheme.standing.onTime.fg, contrastText: scheme.standing.onTime.bg },
    background: { default: scheme.ground, paper: scheme.paper },
    text: { primary: scheme.text, secondary: scheme.muted },
    divider: scheme.line,
    action: { active: scheme.muted },
    standing: scheme.standing,
    rail: scheme.rail,
    selected: scheme.selected,
  }
}

function components(): ThemeOptions['components'] {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden' },
        ':focus-visible': FOCUS_RING,
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': FOCUS_RING } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: {
        root: ({ theme }) => ({
          minHeight: 34,
          paddingInline: 14,
          variants: [
            {
              props: { variant: 'outlined', color: 'primary' },
              style: { borderColor: theme.vars.palette.divider, color: theme.vars.palette.text.primary },
            },
          ],
        }),
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiAutocomplete: { defaultProps: { size: 'small' } },
    MuiTooltip: { defaultProps: { enterDelay: 500 } },
    MuiDialog: {
      defaultProps: { transitionDuration: 120 },
      styleOverrides: { paper: ({ theme }) => ({ border: `1px solid ${theme.vars.palette.divider}` }) },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(16 20 22 / 0.36)' } },
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600 } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
    MuiListItemButton: { styleOverrides: { root: { borderRadius: 6 } } },
    MuiMenuItem: { styleOverrides: { root: { '&.Mui-focusVisible': { outlineOffset: -2 } } } },
    MuiAlert: {
      styleOverrides: {
        root: ({ theme }) => ({
          alignItems: 'center',
          variants: ALERT_TONES.map(([severity, tone]) => ({
            props: { variant: 'standard', severity },
            style: {
              color: theme.vars.palette.standing[tone].fg,
              backgroundColor: theme.vars.palette.standing[tone].bg,
              '& .MuiAlert-icon': { color: 'inherit' },
            },
          })),
        }),
      },
    },
    MuiTableCell: { styleOverrides: { sizeSmall: { padding: '7px 12px' } } },
    MuiToggleButton: {
      styleOverrides: {
        root: ({ theme }) => ({
          textTransform: 'none',
          paddingBlock: 4,
          paddingInline: 12,
          color: theme.vars.palette.text.secondary,
          borderColor: theme.vars.palette.divider,
          '&.Mui-selected': {
            color: theme.vars.palette.text.primary,
            backgroundColor: theme.vars.palette.selected,
          },
        }),
      },
    },
    MuiLink: { defaultProps: { underline: 'hover' } },
  }
}
