import { Box, Button, Typography } from '@mui/material'
import DoneIcon from '@mui/icons-material/CheckCircleOutlined'
import { Link } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import { FailedRowsButton } from './failed-rows-button.tsx'
import type { ImportRun, StateAt } from './import-run.ts'
import { STEP_TITLE_ID } from './step-title.tsx'

const NEXT = [
  { name: 'dossiers', to: '/dossiers?queue=all' },
  { name: 'overdue', to: '/overdue' },
  { name: 'figures', to: '/figures' },
] as const

/** The last step: how many came in, and where to go from here. */
export function DonePanel({ run, state }: { run: ImportRun; state: StateAt<'done'> }) {
  const t = useT('imports')
  const { file, outcome } = state
  return (
    <Box
      sx={{
        maxWidth: 720,
        width: '100%',
        mx: 'auto',
        mt: 6,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 1,
      }}
    >
      <DoneIcon aria-hidden sx={{ fontSize: 56, color: 'success.main' }} />
      <Typography
        variant="h1"
        component="h2"
        id={STEP_TITLE_ID}
        tabIndex={-1}
        data-testid="import-done"
        sx={{ outline: 'none' }}
      >
        {t('done.title', { number: formatNumber(outcome.imported) })}
      </Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {outcome.kept > 0
          ? t('done.kept', { number: formatNumber(outcome.kept), file: file.fileName })
          : t('done.all', { file: file.fileName })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mt: 3 }}>
        {NEXT.map(({ name, to }) => (
          <Button
            key={name}
            variant={name === 'dossiers' ? 'contained' : 'outlined'}
            component={Link}
            to={to}
          >
            {t(`done.${name}`)}
          </Button>
        ))}
        {outcome.kept > 0 && <FailedRowsButton importId={file.importId} />}
        <Button variant="outlined" onClick={() => run.startOver()}>
          {t('done.another')}
        </Button>
      </Box>
    </Box>
  )
}
