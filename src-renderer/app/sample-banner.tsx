import { Box, Button } from '@mui/material'
import { useErrorWords } from '../ui/errors.ts'
import { formatDate } from '../ui/format.ts'
import { useToast } from '../ui/toast.tsx'
import { useT } from './i18n.ts'
import { useStatus } from './office.tsx'
import { useCloseSample } from './use-sample.ts'

/** Says, as long as the sample is open, that this is not the office's own register. */
export function SampleBanner() {
  const t = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const { sample, today } = useStatus()
  const close = useCloseSample()
  if (!sample) return null
  return (
    <Box
      component="aside"
      aria-label={t('sample.label')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 3,
        minHeight: 38,
        bgcolor: 'standing.soon.bg',
        color: 'standing.soon.fg',
        fontSize: 13,
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        {t('sample.banner', { date: formatDate(today) })}
      </Box>
      <Box component="span" sx={{ flex: 1, display: { xs: 'none', lg: 'block' } }}>
        {t('sample.hint')}
      </Box>
      <Button
        color="inherit"
        onClick={() =>
          close.mutate(undefined, {
            onError: (error) => toast(words(error), { severity: 'error' }),
          })
        }
        loading={close.isPending}
        sx={{ minHeight: 28, ml: 'auto' }}
      >
        {t('sample.close')}
      </Button>
    </Box>
  )
}
