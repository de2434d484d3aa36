import { Box } from '@mui/material'
import DoneIcon from '@mui/icons-material/Check'
import { useT } from '../../app/i18n.ts'
import type { ImportStep } from './import-run.ts'

const STAGES = ['file', 'columns', 'check', 'register'] as const

const STAGE_OF: Record<ImportStep, number> = {
  file: 0,
  reading: 0,
  columns: 1,
  checking: 2,
  report: 2,
  committing: 3,
  done: 4,
}

/** Where the import stands among its four stages. */
export function Steps({ step }: { step: ImportStep }) {
  const t = useT('imports')
  const at = STAGE_OF[step]
  return (
    <Box
      component="ol"
      aria-label={t('stage.label')}
      sx={{ display: 'flex', gap: 2.5, m: 0, p: 0, listStyle: 'none', fontSize: 13 }}
    >
      {STAGES.map((stage, index) => (
        <Box
          component="li"
          key={stage}
          aria-current={index === at ? 'step' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.75,
            color: index === at ? 'text.primary' : 'text.secondary',
            fontWeight: index === at ? 600 : 400,
          }}
        >
          <Box component="span" sx={index === at ? { ...MARK, ...CURRENT } : MARK}>
            {index < at ? <DoneIcon titleAccess={t('stage.done')} sx={{ fontSize: 14 }} /> : index + 1}
          </Box>
          {t(`stage.${stage}`)}
        </Box>
      ))}
    </Box>
  )
}

const MARK = {
  width: 22,
  height: 22,
  borderRadius: '50%',
  border: 1,
  borderColor: 'divider',
  display: 'grid',
  placeItems: 'center',
  fontSize: 12,
}
const CURRENT = { bgcolor: 'primary.main', borderColor: 'primary.main', color: 'primary.contrastText' }
