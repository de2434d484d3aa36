import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'

/** Everybody who works here. */
export function PeopleSection() {
  const t = useT('settings')
  return (
    <Section title={t('people.title')} subtitle={t('people.subtitle')}>
      <People />
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
