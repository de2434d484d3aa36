import { Button } from '@mui/material'
import BackupIcon from '@mui/icons-material/BackupOutlined'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { officeErrorOf, useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { failureKey } from './failure-words.ts'

/** Makes a backup now and says how it went. */
export function MakeButton() {
  const t = useT('backups')
  const orpc = useOrpc()
  const toast = useToast()
  const words = useErrorWords()
  const running = useQuery(orpc.backups.state.queryOptions()).data?.running ?? false
  const make = useMutation(
    orpc.backups.make.mutationOptions({
      onSuccess: ({ failures: [failure] }) => {
        if (failure === undefined) toast(t('make.done'))
        else toast(t('make.onlyFirst', { why: t(`failure.${failure.code}`) }), { severity: 'warning' })
      },
      onError: (error) => {
        const reason = failureKey(officeErrorOf(error)?.params['reason'])
        toast(reason === null ? words(error) : t(`failure.${reason}`), { severity: 'error' })
      },
    }),
  )
  return (
    <Button
      variant="contained"
      startIcon={<BackupIcon />}
      loading={make.isPending}
      disabled={running}
      onClick={() => make.mutate(undefined)}
    >
      {t('make.now')}
    </Button>
  )
}
