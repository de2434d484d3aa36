import { LANGUAGES } from '../locales/index.ts'
import { Choice } from '../ui/choice.tsx'
import { useT } from './i18n.ts'
import { type Look, SCHEMES } from './look.ts'

/** Choice of the language. */
export function LanguageChoice({ look }: { look: Look }) {
  const t = useT('common')
  return (
    <Choice
      label={t('user.language')}
      value={look.language}
      options={LANGUAGES.map((value) => ({ value, words: t(`language.${value}`) }))}
      onChange={look.setLanguage}
    />
  )
}

/** Choice of the colour scheme. */
export function SchemeChoice({ look }: { look: Look }) {
  const t = useT('common')
  return (
    <Choice
      label={t('user.theme')}
      value={look.scheme}
      options={SCHEMES.map((value) => ({ value, words: t(`theme.${value}`) }))}
      onChange={look.setScheme}
    />
  )
}
