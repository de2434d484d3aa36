import {
  Box,
  Button,
  Chip,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { useState } from 'react'
import type { OfferedBackup, Trouble } from '../../../src-main/contract/rescue.ts'
import { useT } from '../../app/i18n.ts'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import type { Rescue } from './use-rescue.ts'

/** Backups listed at once: the newest; nobody goes further back from here. */
const SHOWN = 8

/** The backups that can take the register's place. `first`: this is the way to be tried first. */
export function Backups({ trouble, rescue, first }: { trouble: Trouble; rescue: Rescue; first: boolean }) {
  const t = useT('rescue')
  const [chosen, setChosen] = useState<OfferedBackup | null>(null)
  const { backups, lastLinks, folder } = trouble
  return (
    <Section title={t('restore.title')}>
      {backups.length === 0 ? (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography>{t('restore.none')}</Typography>
          <Typography sx={PATH}>{folder}</Typography>
        </Box>
      ) : (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Typography>{t('restore.hint')}</Typography>
          <Table size="small" aria-label={t('restore.list')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('restore.madeAt')}</TableCell>
                <TableCell align="right">{t('restore.dossiers')}</TableCell>
                <TableCell>{t('restore.lost')}</TableCell>
                <TableCell align="right">{t('restore.size')}</TableCell>
                <TableCell component="td" />
              </TableRow>
            </TableHead>
            <TableBody>
              {backups.slice(0, SHOWN).map((backup, index) => (
                <TableRow key={`${backup.place}/${backup.name}`} sx={{ '&:last-child td': { border: 0 } }}>
                  <TableCell>
                    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                      {formatMoment(backup.madeAt)}
                      {index === 0 && <Chip size="small" label={t('restore.newest')} />}
                      {backup.place === 'second' && (
                        <Chip size="small" variant="outlined" label={t('restore.second')} />
                      )}
                      {backup.sealed && <Chip size="small" variant="outlined" label={t('restore.sealed')} />}
                    </Box>
                  </TableCell>
                  <TableCell align="right">{formatNumber(backup.dossiers)}</TableCell>
                  <TableCell>
                    <Lost backup={backup} lastLinks={lastLinks} />
                  </TableCell>
                  <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                    {formatNumber(Math.round(backup.bytes / 104_857.6) / 10)} MB
                  </TableCell>
                  <TableCell align="right">
                    <Button
                      variant={index > 0 ? 'text' : first ? 'contained' : 'outlined'}
                      disabled={rescue.pending !== null}
                      aria-label={t('restore.useLabel', { at: formatMoment(backup.madeAt) })}
                      onClick={() => setChosen(backup)}
                      sx={{ whiteSpace: 'nowrap' }}
                    >
                      {t('restore.use')}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {chosen !== null && <RestoreDialog backup={chosen} rescue={rescue} onClose={() => setChosen(null)} />}
    </Section>
  )
}

const PATH = { fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' }

/** What would be missing afterwards, counted in entries of history and audit. */
function Lost({ backup, lastLinks }: { backup: OfferedBackup; lastLinks: number | null }) {
  const t = useT('rescue')
  if (lastLinks === null || backup.links === 0) return t('restore.lostUnknown')
  const count = lastLinks - backup.links
  return count > 0 ? t('restore.lostCount', { count }) : t('restore.lostNone')
}
