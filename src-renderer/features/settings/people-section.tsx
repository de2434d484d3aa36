import { Box, Button, Typography } from '@mui/material'
import { Link } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { useStaff } from '../../app/staff.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'

/** Everybody who works here, and how the register is opened. */
export function PeopleSection() {
  const t = useT('settings')
  const may = useRights()
  return (
    <Section
      title={t('people.title')}
      subtitle={t('people.subtitle')}
      actions={
        may('people') && (
          <Button variant="outlined" component={Link} to="/people">
            {t('people.manage')}
          </Button>
        )
      }
    >
      <Access />
      {may('read') && <People />}
    </Section>
  )
}

function Access() {
  const t = useT('settings')
  const { access } = useStatus()
  const { kind, openAs, lockAfterMinutes: count } = access
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {kind === 'open'
        ? t('people.open', { name: openAs?.name ?? '' })
        : `${t('people.signIn')} ${count === 0 ? t('people.noLock') : t('people.lock', { count })}`}
    </Typography>
  )
}

function People() {
  const t = useT('settings')
  const { user } = useStatus()
  const staff = useStaff()
  if (staff.error !== null) return <ErrorAlert error={staff.error} />
  if (staff.data?.length === 0) return <>{t('people.none')}</>
  return (
    <Box component="ul" sx={LIST} tabIndex={0} aria-label={t('people.title')}>
      {staff.data?.map((person) => (
        <Box component="li" key={person.id} sx={LINE}>
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

const LIST = { listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflow: 'auto' }
const LINE = {
  py: 0.75,
  display: 'flex',
  gap: 1,
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
}
