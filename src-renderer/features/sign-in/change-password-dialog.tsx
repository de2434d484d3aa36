import { Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useId } from 'react'
import { useT } from '../../app/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'

/** Changes one's own password, from the user menu. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useT('sign-in')
  const common = useT('common')
  const toast = useToast()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('changeTitle')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('changeLead')}
        </Typography>
        <ChangePasswordForm
          confirmLabel={t('changeSave')}
          onDone={() => {
            toast(t('changed'))
            onClose()
          }}
        >
          <Button onClick={onClose}>{common('button.cancel')}</Button>
        </ChangePasswordForm>
      </DialogContent>
    </Dialog>
  )
}
