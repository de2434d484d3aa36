import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import {
  type Trouble,
  canBegin,
  canMend,
  canOpenAsIs,
  canRestore,
} from '../../../src-main/contract/rescue.ts'
import { useT } from '../../app/i18n.ts'
import { LanguageChoice, SchemeChoice } from '../../app/look-choices.tsx'
import { useMachineLook } from '../../app/look.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Backups } from './backups.tsx'
import { Details } from './details.tsx'
import { WayOut } from './way-out.tsx'
import { useRescue } from './use-rescue.ts'

/** *Khôi phục sổ*: the register is not open; what is the matter with it, and what can be done. */
export function RescueScreen({ trouble }: { trouble: Trouble }) {
  const t = useT('rescue')
  const c = useT('common')
  const look = useMachineLook()
  const rescue = useRescue()
  useForgetRegister()
  const { code, params } = trouble
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'rail' }}>
      <Box sx={{ maxWidth: 860, mx: 'auto', px: 3, py: 3, display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600, color: 'primary.main', flex: 1 }}>{c('app.name')}</Typography>
          <LanguageChoice look={look} />
          <SchemeChoice look={look} />
        </Box>
        <Paper variant="outlined" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
          <Typography variant="h1">{t(`trouble.${code}.title`)}</Typography>
          <Typography>{t(`trouble.${code}.what`, params)}</Typography>
          {code !== 'missing-file' && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: -1 }}>
              {t('untouched')}
            </Typography>
          )}
          <Box>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              {t('next')}
            </Typography>
            <Typography>{t(`trouble.${code}.next`)}</Typography>
          </Box>
          <Box aria-live="polite">
            {rescue.stillShut && <Alert severity="warning">{t('still')}</Alert>}
            <ErrorAlert error={rescue.error} />
          </Box>
          <Box>
            <Button
              variant={canRestore(code) ? 'outlined' : 'contained'}
              autoFocus
              // Not disabled meanwhile: the focus would be lost.
              aria-busy={rescue.pending === 'retry'}
              onClick={() => rescue.retry()}
            >
              {t('retry')}
            </Button>
          </Box>
        </Paper>
        {canMend(code) && <WayOut kind="mend" rescue={rescue} first />}
        {canRestore(code) && <Backups trouble={trouble} rescue={rescue} first={!canMend(code)} />}
        {canOpenAsIs(code) && <WayOut kind="asIs" rescue={rescue} />}
        {canBegin(code) && <WayOut kind="begin" rescue={rescue} />}
        <Details trouble={trouble} />
      </Box>
    </Box>
  )
}

/** What was read of the register while it was open is not to be shown to whoever comes next. */
function useForgetRegister(): void {
  const queries = useQueryClient()
  const status = useOrpc().office.status.queryKey()
  const kept = JSON.stringify(status[0])
  useEffect(() => {
    queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== kept })
  }, [queries, kept])
}
