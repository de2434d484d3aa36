/**
 * Language and colour scheme: applied at once, remembered on this machine, and kept with the user.
 */
import { useColorScheme } from '@mui/material'
import { useEffect, useEffectEvent } from 'react'
import type { Language } from '../locales/index.ts'
import { changeLanguage, isLanguage, useLanguage } from './i18n.ts'
import { usePreference } from './preferences.ts'

/** The colour schemes to choose from; `system` follows the machine. */
export const SCHEMES = ['light', 'dark', 'system'] as const
export type SchemeChoice = (typeof SCHEMES)[number]

/** How the window looks now, and the ways to change it. */
export interface Look {
  language: Language
  scheme: SchemeChoice
  setLanguage: (language: Language) => void
  setScheme: (scheme: SchemeChoice) => void
}

/** Language and colour scheme of the window, without a user to keep them for: at first start. */
export function useMachineLook(): Look {
  const language = useLanguage()
  const { mode = 'system', setMode } = useColorScheme()
  return { language, scheme: mode, setLanguage: changeLanguage, setScheme: setMode }
}

/** Language and colour scheme of the window, kept with the user when changed. */
export function useLook(): Look {
  const look = useMachineLook()
  const [, keepLanguage] = usePreference('language')
  const [, keepScheme] = usePreference('scheme')
  return {
    ...look,
    setLanguage: (language) => {
      look.setLanguage(language)
      keepLanguage(language)
    },
    setScheme: (scheme) => {
      look.setScheme(scheme)
      keepScheme(scheme)
    },
  }
}

/** Gives the window the look its user chose, also after another user has taken over. */
export function useKeptLook(): void {
  const look = useMachineLook()
  const [language] = usePreference('language')
  const [scheme] = usePreference('scheme')
  const applyLanguage = useEffectEvent(() => {
    if (isLanguage(language) && language !== look.language) look.setLanguage(language)
  })
  const applyScheme = useEffectEvent(() => {
    if (isScheme(scheme) && scheme !== look.scheme) look.setScheme(scheme)
  })
  useEffect(() => applyLanguage(), [language])
  useEffect(() => applyScheme(), [scheme])
}

/** Sets the scheme before the first paint, so that a dark window does not begin with a white flash. */
export function startScheme(): void {
  const kept = localStorage.getItem('mui-mode')
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

function isScheme(text: unknown): text is SchemeChoice {
  return SCHEMES.some((scheme) => scheme === text)
}
