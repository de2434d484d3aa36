import AddIcon from '@mui/icons-material/PersonAddOutlined'
import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AccessSection } from './access-section.tsx'
import { ActiveDialog, ResetDialog } from './account-dialogs.tsx'
import { OneTimeDialog, type OneTime } from './one-time-dialog.tsx'
import { PeopleTable, type PersonAction } from './people-table.tsx'
import { AddDialog, ChangeDialog } from './person-dialogs.tsx'

/** What stands before the list. */
type Shown = { what: 'nothing' } | { what: 'add' } | { what: PersonAction; person: Person }

const NOTHING: Shown = { what: 'nothing' }
const NONE: readonly Person[] = []

/** *Người dùng*: who works here, what they may do, and how the register is opened. */
export function PeopleScreen() {
  const t = useT('people')
  const list = useQuery(useOrpc().people.list.queryOptions())
  const people = list.data ?? NONE
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [oneTime, setOneTime] = useState<OneTime | null>(null)
  const toast = useToast()
  const close = () => setShown(NOTHING)
  const saved = (person: Person, password: string | null, words: string) => {
    close()
    if (password === null) toast(words)
    else setOneTime({ name: person.name, login: person.login ?? '', password })
  }
  return (
    <Box sx={{ maxWidth: 1240 }}>
      <PageHeader
        title={t('title')}
        subtitle={
          list.data !== undefined &&
          t('subtitle', { count: people.length, accounts: people.filter(({ active }) => active).length })
        }
        actions={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setShown({ what: 'add' })}>
            {t('add')}
          </Button>
        }
      />
      <ErrorAlert error={list.error} sx={{ mb: 2 }} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section flush title={t('list')}>
          <PeopleTable people={people} onAct={(what, person) => setShown({ what, person })} />
        </Section>
        <AccessSection people={people} />
      </Box>
      {shown.what === 'add' && <AddDialog onSaved={saved} onClose={close} />}
      {shown.what === 'change' && <ChangeDialog person={shown.person} onSaved={saved} onClose={close} />}
      {shown.what === 'reset' && <ResetDialog person={shown.person} onSaved={saved} onClose={close} />}
      {(shown.what === 'deactivate' || shown.what === 'activate') && (
        <ActiveDialog
          person={shown.person}
          active={shown.what === 'activate'}
          onSaved={saved}
          onClose={close}
        />
      )}
      {oneTime !== null && <OneTimeDialog {...oneTime} onClose={() => setOneTime(null)} />}
    </Box>
  )
}
