import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { LanguageChoice, SchemeChoice } from '../../app/look-choices.tsx'
import { useLook } from '../../app/look.ts'
import { Section } from '../../ui/section.tsx'

/** Language and colours. */
export function LookSection() {
  const t = useT('settings')
  const look = useLook()
  return (
    <Section title={t('look.title')} subtitle={t('look.subtitle')}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          columnGap: 3,
          rowGap: 1.5,
          alignItems: 'center',
        }}
      >
        <span aria-hidden>{t('look.language')}</span>
        <LanguageChoice look={look} />
        <span aria-hidden>{t('look.theme')}</span>
        <SchemeChoice look={look} />
      </Box>
    </Section>
  )
}
