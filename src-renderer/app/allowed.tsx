import type { ReactNode } from 'react'
import type { Right } from '../../src-main/domain/people.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useT } from './i18n.ts'
import { useRights } from './rights.ts'

/** A screen for who has the right; the others, come here by an address, are told so. */
export function Allowed({ right, children }: { right: Right; children: ReactNode }) {
  const may = useRights()
  return may(right) ? children : <NotAllowed />
}

function NotAllowed() {
  const t = useT('common')
  return <PageHeader title={t('notAllowed.title')} subtitle={t('notAllowed.hint')} />
}
