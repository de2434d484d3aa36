import { Alert, type SxProps, type Theme } from '@mui/material'
import type { ReactNode } from 'react'
import { useErrorWords } from './errors.ts'

/** Says in words what went wrong. Shows nothing when there is no error; never a stack or a foreign text. */
export function ErrorAlert({
  error,
  action,
  sx,
}: {
  error: unknown
  action?: ReactNode
  sx?: SxProps<Theme>
}) {
  const words = useErrorWords()
  if (error === null || error === undefined) return null
  return (
    <Alert severity="error" action={action} {...(sx === undefined ? {} : { sx })}>
      {words(error)}
    </Alert>
  )
}
