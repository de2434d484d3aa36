import { Box, Link } from '@mui/material'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { withGaps } from './rows.ts'
import { StatusChip } from './status-chip.tsx'
import { useVersionWords } from './words.ts'

/** All versions of a procedure, the newest first; each opens its page. */
export function VersionList({
  versions,
  shown,
  onShow,
}: {
  versions: readonly CatalogueVersion[]
  shown: number
  onShow: (id: number) => void
}) {
  const t = useT('procedures')
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.5, fontSize: 13 }}>
      {withGaps(versions, versions).map((row) =>
        'gap' in row ? (
          <Box component="li" key={row.gap.from} sx={{ color: 'standing.soon.fg' }}>
            {t('gaps.between', { from: formatDate(row.gap.from), to: formatDate(row.gap.to) })}
          </Box>
        ) : (
          <VersionLine
            key={row.version.id}
            version={row.version}
            shown={row.version.id === shown}
            onShow={onShow}
          />
        ),
      )}
    </Box>
  )
}

function VersionLine({
  version,
  shown,
  onShow,
}: {
  version: CatalogueVersion
  shown: boolean
  onShow: (id: number) => void
}) {
  const t = useT('procedures')
  const words = useVersionWords()
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '190px 130px 1fr auto', gap: 1, alignItems: 'center' }}
    >
      {shown ? (
        <Box component="span" sx={{ fontWeight: 600 }}>
          {words.validity(version)}
        </Box>
      ) : (
        <Link
          component="button"
          type="button"
          onClick={() => onShow(version.id)}
          sx={{ textAlign: 'left', font: 'inherit' }}
        >
          {words.validity(version)}
        </Link>
      )}
      <span>{words.term(version)}</span>
      <Box component="span" sx={{ justifySelf: 'start' }}>
        <StatusChip status={version.status} />
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {shown ? t('detail.shown') : `${t('column.dossiers')}: ${formatNumber(version.dossiers)}`}
      </Box>
    </Box>
  )
}
