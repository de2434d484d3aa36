/**
 * Language of the window: Vietnamese unless the user chose English.
 */
import i18next, { type TFunction } from 'i18next'
import { type FallbackNs, initReactI18next, useTranslation } from 'react-i18next'
import { en, type Language, LANGUAGES, vi, type WordSpace } from '../locales/index.ts'

const STORED = 'so-mot-cua.language'

/** Prepares the words. Call once before the first render. */
export function startWords(): void {
  void i18next.use(initReactI18next).init({
    resources: { vi, en },
    lng: storedLanguage(),
    fallbackLng: 'vi',
    defaultNS: 'common',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = i18next.language
}

/** Whether a text names a language of the window. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/** The language shown now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'vi'
}

/** Shows the window in that language and remembers it on this machine. */
export function changeLanguage(language: Language): void {
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** The words of one feature; keys are checked by the compiler. */
export function useT<Space extends WordSpace>(space: Space): TFunction<FallbackNs<Space>> {
  return useTranslation(space).t
}

/** The language shown now, for components that must draw again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'vi'
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED)
  return isLanguage(stored) ? stored : 'vi'
}
