import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../ui/page-header.tsx'

/** Placeholder until the screen is built. */
export function ReceptionScreen() {
  const t = useT('common')
  return <PageHeader title={t('nav.reception')} />
}
