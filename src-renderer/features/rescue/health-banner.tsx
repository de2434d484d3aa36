import { Alert } from '@mui/material'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'

/** Says in every window what the full check of the open register found, until it is hidden there. */
export function HealthBanner() {
  const t = useT('rescue')
  const { health } = useStatus()
  const [hidden, setHidden] = useState<string | null>(null)
  if (health === null || hidden === health.at) return null
  return (
    <Alert
      role="status"
      severity={health.kind === 'rows-rebuilt' ? 'info' : 'warning'}
      square
      closeText={t('health.hide')}
      onClose={() => setHidden(health.at)}
    >
      {t(`health.${health.kind}`, { count: health.found })}
    </Alert>
  )
}
