import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../ui/page-header.tsx'

/** Placeholder until the screen is built. */
export function FirstStartScreen() {
  const t = useT('common')
  return <PageHeader title={t('app.name')} />
}
