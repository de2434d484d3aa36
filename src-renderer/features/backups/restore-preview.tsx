import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { RestorePreview } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { RestoreDifferences } from './restore-differences.tsx'
import { formatDate, formatMoment, formatNumber } from '../../ui/format.ts'

const SEVERITY = {
  same: 'info',
  earlier: 'warning',
  later: 'warning',
  apart: 'warning',
  other: 'error',
} as const satisfies Record<RestorePreview['relation'], string>

/** What is in the backup, how it stands to the present register, and what would be lost. */
export function RestorePreviewPanel({ preview }: { preview: RestorePreview }) {
  const t = useT('backups')
  const { relation, loss } = preview
  return (
    <>
      <Alert severity={SEVERITY[relation]}>{t(`relation.${relation}`)}</Alert>
      <Box data-testid="restore-counts">
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {preview.name}
        </Typography>
        <Typography variant="body2">
          {preview.madeAt !== null && `${t('preview.madeAt', { at: formatMoment(preview.madeAt) })} `}
          {t('preview.holds', {
            dossiers: formatNumber(preview.dossiers),
            events: formatNumber(preview.events),
          })}{' '}
          {t('preview.present', {
            dossiers: formatNumber(preview.present.dossiers),
            events: formatNumber(preview.present.events),
          })}
        </Typography>
      </Box>
      <Box data-testid="restore-loss">
        <Typography variant="h3" sx={{ mb: 0.5 }}>
          {t('preview.lossTitle')}
        </Typography>
        {loss.events + loss.entries === 0 ? (
          <Typography variant="body2">{t('preview.lossNone')}</Typography>
        ) : (
          <Loss loss={loss} />
        )}
      </Box>
      <RestoreDifferences preview={preview} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('preview.kept')}
      </Typography>
    </>
  )
}

function Loss({ loss }: { loss: RestorePreview['loss'] }) {
  const t = useT('backups')
  return (
    <>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {t('preview.loss', {
          received: formatNumber(loss.received),
          events: formatNumber(loss.events),
          entries: formatNumber(loss.entries),
        })}{' '}
        {t('preview.span', { first: formatMoment(loss.first), last: formatMoment(loss.last) })}
      </Typography>
      {loss.days.length > 0 && (
        <Box
          sx={{ maxHeight: 190, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
          tabIndex={0}
          role="region"
          aria-label={t('preview.byDay')}
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{t('preview.day')}</TableCell>
                <TableCell align="right">{t('preview.received')}</TableCell>
                <TableCell align="right">{t('preview.events')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {loss.days.map(({ day, received, events }) => (
                <TableRow key={day}>
                  <TableCell>{formatDate(day)}</TableCell>
                  <TableCell align="right">{formatNumber(received)}</TableCell>
                  <TableCell align="right">{formatNumber(events)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </>
  )
}
