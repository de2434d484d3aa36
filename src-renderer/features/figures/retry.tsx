import { Button } from '@mui/material'
import { useT } from '../../app/i18n.ts'

/** Asks again after an error. */
export function Retry({ onClick }: { onClick: () => void }) {
  const t = useT('common')
  return <Button onClick={onClick}>{t('app.retry')}</Button>
}
