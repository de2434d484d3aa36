import { Box } from '@mui/material'
import { Fragment, type ReactNode } from 'react'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useVersionWords } from './words.ts'

/** What a version says, line by line. */
export function VersionFacts({ version }: { version: CatalogueVersion }) {
  const t = useT('procedures')
  const words = useVersionWords()
  const language = useLanguage()
  const { phases, remoteExtra } = version
  const facts: [string, ReactNode][] = [
    [t('field.nationalCode'), version.nationalCode || t('unknownCode')],
    [t('field.key'), version.key],
    language === 'vi'
      ? [t('field.nameEn'), version.nameEn || '–']
      : [t('field.nameVi'), <span lang="vi">{version.nameVi}</span>],
    [t('field.field'), version.field],
    [t('field.term'), words.term(version)],
    [t('field.phases'), phases === null ? t('none') : t('detail.phases', phases)],
    [t('field.remoteExtra'), remoteExtra === 0 ? t('none') : t('detail.remote', { count: remoteExtra })],
    [t('field.hasFeeLeg'), version.hasFeeLeg ? t('yes') : t('no')],
    [t('field.supplementRule'), t(`supplementLong.${version.supplementRule}`)],
    [t('field.basis'), version.basis],
    [t('field.status'), t(`statusLong.${version.status}`)],
  ]
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: '168px minmax(0, 1fr)',
        rowGap: 0.75,
        columnGap: 2,
        fontSize: 13,
      }}
    >
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}
