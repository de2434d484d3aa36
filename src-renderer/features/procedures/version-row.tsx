import ClosedIcon from '@mui/icons-material/ChevronRightOutlined'
import GapIcon from '@mui/icons-material/EventBusyOutlined'
import OpenIcon from '@mui/icons-material/ExpandMoreOutlined'
import { Box, ButtonBase, IconButton, TableCell, TableRow } from '@mui/material'
import type { ReactNode } from 'react'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import type { Gap } from '../../../src-main/domain/catalogue.ts'
import { StatusChip } from './status-chip.tsx'
import { useVersionWords } from './words.ts'

interface Others {
  count: number
  shown: boolean
  show: (open: boolean) => void
}

/** One version in the table. The first of a procedure can show the others under it, which stand further in. */
export function VersionRow({
  version,
  others,
  onOpen,
}: {
  version: CatalogueVersion
  others?: Others
  onOpen: (id: number) => void
}) {
  const t = useT('procedures')
  const words = useVersionWords()
  const { phases, validFrom, validTo } = version
  return (
    <TableRow
      hover
      onClick={() => onOpen(version.id)}
      onKeyDown={(event) => {
        if (others === undefined || others.count === 0) return
        if (event.key === 'ArrowRight') others.show(true)
        else if (event.key === 'ArrowLeft') others.show(false)
      }}
      sx={ROW}
    >
      <NameCell version={version} others={others} onOpen={onOpen} />
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Box sx={{ fontWeight: 500 }}>{words.term(version)}</Box>
        {phases !== null && (
          <Muted title={t('column.phases')}>
            {phases.first} + {phases.second}
          </Muted>
        )}
      </TableCell>
      <TableCell align="right">{version.remoteExtra === 0 ? '–' : `+${version.remoteExtra}`}</TableCell>
      <TableCell>{version.hasFeeLeg ? t('yes') : '–'}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <span title={t(`supplementLong.${version.supplementRule}`)}>
          {t(`supplementRule.${version.supplementRule}`)}
        </span>
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Box>{t('from', { date: formatDate(validFrom) })}</Box>
        {validTo !== null && <Muted>{t('to', { date: formatDate(validTo) })}</Muted>}
      </TableCell>
      <TableCell>
        <StatusChip status={version.status} />
      </TableCell>
      <TableCell align="right">{formatNumber(version.dossiers)}</TableCell>
    </TableRow>
  )
}

/** Days between two versions without one. */
export function GapRow({ gap, columns }: { gap: Gap; columns: number }) {
  const t = useT('procedures')
  return (
    <TableRow>
      <TableCell colSpan={columns} sx={GAP}>
        <GapIcon aria-hidden sx={{ fontSize: 15, verticalAlign: '-3px', mr: 0.5 }} />
        {t('gaps.between', { from: formatDate(gap.from), to: formatDate(gap.to) })}
      </TableCell>
    </TableRow>
  )
}

function NameCell({
  version,
  others,
  onOpen,
}: {
  version: CatalogueVersion
  others: Others | undefined
  onOpen: (id: number) => void
}) {
  const t = useT('procedures')
  const words = useVersionWords()
  const name = words.name(version)
  const code = version.nationalCode === '' ? '' : `${version.nationalCode} · `
  return (
    <TableCell sx={{ maxWidth: 0, width: '99%' }}>
      <Box sx={{ display: 'flex', gap: 0.5, pl: others === undefined ? 7 : 0 }}>
        {others !== undefined && <Toggle others={others} name={name} />}
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <ButtonBase
            data-version={version.id}
            onClick={(event) => {
              event.stopPropagation()
              onOpen(version.id)
            }}
            title={name}
            sx={NAME}
          >
            {name}
          </ButtonBase>
          <Muted title={version.basis}>
            {code}
            {version.basis}
          </Muted>
        </Box>
        {others !== undefined && others.count > 0 && (
          <Box component="span" sx={MORE}>
            {t('more', { count: others.count })}
          </Box>
        )}
      </Box>
    </TableCell>
  )
}

function Toggle({ others: { count, shown, show }, name }: { others: Others; name: string }) {
  const t = useT('procedures')
  if (count === 0) return <Box sx={{ width: 28, flex: 'none' }} />
  return (
    <IconButton
      size="small"
      aria-expanded={shown}
      aria-label={shown ? t('hideOthers', { name }) : t('showOthers', { count, name })}
      onClick={(event) => {
        event.stopPropagation()
        show(!shown)
      }}
      sx={{ p: 0.25, width: 28, height: 24, flex: 'none' }}
    >
      {shown ? <OpenIcon sx={{ fontSize: 18 }} /> : <ClosedIcon sx={{ fontSize: 18 }} />}
    </IconButton>
  )
}

/** A second line under the first. */
function Muted({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <Box
      title={title}
      sx={{
        color: 'text.secondary',
        fontSize: 12,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  )
}

const MORE = {
  color: 'text.secondary',
  fontSize: 12,
  whiteSpace: 'nowrap',
  pt: '1px',
  // On a narrow window the arrow says enough.
  '@media (max-width: 1499px)': { display: 'none' },
}
const ROW = {
  cursor: 'pointer',
  '& td': { py: '5px', verticalAlign: 'top', fontSize: 13, lineHeight: 1.4 },
}
const GAP = { pl: 9, py: '4px', fontSize: 12.5, color: 'standing.soon.fg' }
const NAME = {
  font: 'inherit',
  fontWeight: 500,
  maxWidth: '100%',
  display: 'block',
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  borderRadius: '3px',
  '&:hover': { textDecoration: 'underline' },
}
