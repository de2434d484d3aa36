import { Box } from '@mui/material'
import { useT } from '../app/i18n.ts'
import type { DossierState } from '../../src-main/domain/dossier.ts'

/** The state of a dossier in words; a hollow, half or full dot tells begun, waiting and ended apart. */
export function StateChip({ state }: { state: DossierState }) {
  const t = useT('common')
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: '7px', whiteSpace: 'nowrap', fontSize: 13 }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ ...dotOf(state), flex: 'none', width: 8, height: 8, borderRadius: '50%' }}
      />
      {t(`state.${state}`)}
    </Box>
  )
}

function dotOf(state: DossierState) {
  switch (state) {
    case 'accepted':
      return { border: '1.5px solid', borderColor: 'text.secondary' }
    case 'in-process':
      return { bgcolor: 'primary.main' }
    case 'awaiting-supplement':
    case 'awaiting-payment':
    case 'awaiting-agency':
      return { bgcolor: 'standing.soon.fg', opacity: 0.75 }
    case 'result-ready':
      return { border: '2px solid', borderColor: 'standing.early.fg' }
    case 'returned':
      return { bgcolor: 'standing.early.fg' }
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return { bgcolor: 'text.secondary' }
  }
}
