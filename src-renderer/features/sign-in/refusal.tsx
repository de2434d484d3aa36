import { Alert, Box } from '@mui/material'
import { officeErrorOf, useErrorWords } from '../../ui/errors.ts'
import { VISUALLY_HIDDEN } from '../../ui/visually-hidden.ts'
import { useT } from '../../app/i18n.ts'

/** Why one is not let in; while one has to wait, for how long. Read out once, not every second. */
export function Refusal({
  error,
  seconds,
  refused,
}: {
  error: unknown
  seconds: number
  /** Words for a wrong password, where the login is known. */
  refused?: string
}) {
  const t = useT('sign-in')
  const words = useErrorWords()
  if (error === null || error === undefined) return null
  if (seconds === 0) {
    const wrong = officeErrorOf(error)?.code === 'sign-in-refused'
    return <Alert severity="error">{wrong && refused !== undefined ? refused : words(error)}</Alert>
  }
  return (
    <Alert severity="warning" data-testid="wait">
      <Box component="span" sx={VISUALLY_HIDDEN}>
        {t('waitAloud')}
      </Box>
      <span aria-hidden>{t('wait', { seconds })}</span>
    </Alert>
  )
}
