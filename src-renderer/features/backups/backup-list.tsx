import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import LockIcon from '@mui/icons-material/LockOutlined'
import { useState } from 'react'
import type { BackupEntry, BackupSource } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import { FileDialog } from './file-dialog.tsx'
import { agoWords, sizeWords } from './words.ts'

/** One line a cell, and the first in line with the heading. */
const CELLS = {
  '& td, & th': { whiteSpace: 'nowrap', px: 1 },
  '& td:first-of-type, & th:first-of-type': { pl: 2 },
} as const

/** A backup that does not say when it was made is called by its name. */
const LONG_NAME = { '&&': { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: 160 } } as const

/** Shown before somebody asks for all. */
const FIRST = 12

/** The backups of both folders, each to be restored; and a file from elsewhere. */
export function BackupList({
  backups,
  onRestore,
}: {
  backups: readonly BackupEntry[]
  onRestore: (source: BackupSource) => void
}) {
  const t = useT('backups')
  const [all, setAll] = useState(false)
  const [asking, setAsking] = useState(false)
  const shown = all ? backups : backups.slice(0, FIRST)
  return (
    <Section
      flush
      title={t('list.title')}
      subtitle={t('list.subtitle')}
      actions={
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t('list.other')}
        </Button>
      }
    >
      {backups.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>{t('list.none')}</Box>
      ) : (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('list.table')}>
          <Table size="small" data-testid="backup-list" sx={CELLS}>
            <TableHead>
              <TableRow>
                <TableCell>{t('list.madeAt')}</TableCell>
                <TableCell>{t('list.place')}</TableCell>
                <TableCell>{t('list.reason')}</TableCell>
                <TableCell align="right">{t('list.dossiers')}</TableCell>
                <TableCell align="right">{t('list.size')}</TableCell>
                <TableCell>{t('list.standing')}</TableCell>
                <TableCell>
                  <span style={VISUALLY_HIDDEN}>{t('list.actions')}</span>
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((backup) => (
                <Row key={`${backup.place} ${backup.name}`} backup={backup} onRestore={onRestore} />
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {backups.length > FIRST && !all && (
        <Button onClick={() => setAll(true)} sx={{ m: 1 }}>
          {t('list.all', { count: backups.length })}
        </Button>
      )}
      {asking && (
        <FileDialog
          onClose={() => setAsking(false)}
          onChosen={(source) => {
            setAsking(false)
            onRestore(source)
          }}
        />
      )}
    </Section>
  )
}

function Row({ backup, onRestore }: { backup: BackupEntry; onRestore: (source: BackupSource) => void }) {
  const t = useT('backups')
  const { now } = useStatus()
  const { place, name, madeAt, dossiers, standing } = backup
  const when = madeAt === null ? name : formatMoment(madeAt)
  const isGood = standing === 'good'
  return (
    <TableRow hover title={name}>
      <TableCell sx={madeAt === null ? LONG_NAME : {}}>
        {when}
        {madeAt !== null && (
          <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: 12.5 }}>
            {agoWords(t, madeAt, now)}
          </Box>
        )}
      </TableCell>
      <TableCell>{t(`place.${place}`)}</TableCell>
      <TableCell>{backup.reason === null ? '–' : t(`reason.${backup.reason}`)}</TableCell>
      <TableCell align="right">{dossiers === null ? '–' : formatNumber(dossiers)}</TableCell>
      <TableCell align="right">{sizeWords(backup.bytes)}</TableCell>
      <TableCell sx={{ color: isGood ? 'text.primary' : 'standing.late.fg' }}>
        {t(`standing.${standing}`)}
        {backup.sealed && (
          <LockIcon
            titleAccess={t('list.sealed')}
            sx={{ fontSize: 15, ml: 0.75, verticalAlign: 'text-bottom' }}
          />
        )}
      </TableCell>
      <TableCell align="right">
        <Button
          onClick={() => onRestore({ place, name })}
          aria-label={t('list.restoreOf', { when })}
          sx={{ minHeight: 28 }}
        >
          {t('list.restore')}
        </Button>
      </TableCell>
    </TableRow>
  )
}
