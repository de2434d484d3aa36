import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { AddPersonDialog } from '../../app/add-person-dialog.tsx'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Everybody who works here. */
export function PeopleSection() {
  const t = useT('settings')
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={t('people.title')}
      subtitle={t('people.subtitle')}
      actions={
        <Button variant="outlined" onClick={() => setAdding(true)} sx={{ flex: 'none' }}>
          {t('people.add')}
        </Button>
      }
    >
      <People />
      {adding && (
        <AddPersonDialog
          onClose={() => setAdding(false)}
          onAdded={(person) => toast(t('people.added', { name: person.name }))}
        />
      )}
    </Section>
  )
}

function People() {
  const t = useT('settings')
  const { user } = useStatus()
  const staff = useStaff()
  if (staff.error !== null) return <ErrorAlert error={staff.error} />
  if (staff.data?.length === 0) return <>{t('people.none')}</>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {staff.data?.map((person) => (
        <Box
          component="li"
          key={person.id}
          sx={{
            py: 0.75,
            display: 'flex',
            gap: 1,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <span>{person.name}</span>
          {person.id === user?.id && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('people.current')}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}
