import LockIcon from '@mui/icons-material/LockOutlined'
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { LanguageChoice } from '../../app/look-choices.tsx'
import { useMachineLook } from '../../app/look.ts'
import { useStatus } from '../../app/office.tsx'

/** What stands before the door: one calm column with the office's name, and the choice of language under it. */
export function DoorFrame({
  title,
  lead,
  locked = false,
  children,
}: {
  title: string
  lead?: string
  locked?: boolean
  children: ReactNode
}) {
  const t = useT('common')
  const { office } = useStatus()
  const look = useMachineLook()
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'rail', display: 'grid' }}>
      <Box sx={COLUMN}>
        <Box sx={{ textAlign: 'center' }}>
          <Typography sx={{ fontWeight: 600, color: 'primary.main' }}>{t('app.name')}</Typography>
          {office !== null && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
              {office.name}
            </Typography>
          )}
        </Box>
        <Box sx={CARD}>
          <Box>
            <Typography variant="h1" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              {locked && <LockIcon aria-hidden sx={{ fontSize: 20, color: 'text.secondary' }} />}
              {title}
            </Typography>
            {lead !== undefined && (
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                {lead}
              </Typography>
            )}
          </Box>
          {children}
        </Box>
        <Box sx={{ display: 'flex', justifyContent: 'center' }}>
          <LanguageChoice look={look} />
        </Box>
      </Box>
    </Box>
  )
}

const COLUMN = {
  width: 'min(400px, 100%)',
  m: 'auto',
  px: 2,
  py: 4,
  display: 'grid',
  gap: 2.5,
}
const CARD = {
  display: 'grid',
  gap: 2.5,
  p: 3.5,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
}
