import { Alert, Box, Typography } from '@mui/material'
import type { RestorePreview } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'

/** What else would be as it was then: who may sign in and how, calendar, catalogue, settings. */
export function RestoreDifferences({ preview }: { preview: RestorePreview }) {
  const t = useT('backups')
  const common = useT('common')
  const { accounts, access, loss } = preview
  const { calendar, procedures, settings } = loss.changes
  return (
    <>
      {calendar + procedures + settings > 0 && (
        <Typography variant="body2">
          {t('preview.changes', {
            calendar: formatNumber(calendar),
            procedures: formatNumber(procedures),
            settings: formatNumber(settings),
          })}
        </Typography>
      )}
      {access !== null && <Alert severity="warning">{t(`preview.access.${access}`)}</Alert>}
      {accounts.length > 0 && (
        <Box data-testid="restore-accounts">
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {t('preview.accountsTitle')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 150, overflow: 'auto' }} tabIndex={0}>
            {accounts.map(({ name, changes, roles, active }) => (
              <Typography component="li" variant="body2" key={name}>
                {`${name}: ${changes.map((change) => t(`preview.account.${change}`)).join(', ')}`}
                {roles.length > 0 &&
                  ` (${roles.map((role) => common(`role.${role}`)).join(', ')}${active ? '' : `; ${t('preview.noSignIn')}`})`}
              </Typography>
            ))}
          </Box>
        </Box>
      )}
    </>
  )
}
