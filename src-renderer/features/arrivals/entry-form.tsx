import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import { Box, IconButton, Tooltip } from '@mui/material'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useT } from '../../app/i18n.ts'
import { focusNextField, isComposing } from '../../ui/enter-moves.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useSaveKey } from '../../ui/use-shortcut.ts'

/**
 * A form for the keyboard, as at reception: Enter goes to the next field, Ctrl+Enter saves.
 */
export function EntryForm({
  title,
  hint,
  onSubmit,
  onBack,
  footer,
  aside,
  children,
}: {
  title: string
  hint: string
  onSubmit: () => void
  onBack: () => void
  /** Stays in view under the fields. */
  footer: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const t = useT('arrivals')
  const main = useRef<HTMLDivElement>(null)
  useSaveKey(onSubmit)
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || isComposing(event)) return
    const { target } = event
    if (event.ctrlKey || event.metaKey) return
    if (!(target instanceof Element) || target.closest('button, a') !== null) return
    event.preventDefault()
    if (event.shiftKey || event.altKey || main.current === null) return
    if (main.current.contains(target) && !focusNextField(main.current, target)) onSubmit()
  }
  return (
    <>
      <PageHeader
        title={
          <>
            <Tooltip title={t('back')}>
              <IconButton aria-label={t('back')} onClick={onBack} sx={{ mt: '-3px', ml: -1 }}>
                <BackIcon fontSize="small" />
              </IconButton>
            </Tooltip>
            {title}
          </>
        }
        subtitle={hint}
      />
      <Box
        component="form"
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
        onKeyDown={onKeyDown}
        sx={aside === undefined ? { ...LAYOUT, gridTemplateColumns: 'minmax(0, 1020px)' } : LAYOUT}
      >
        <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <Box
            ref={main}
            sx={{ flex: '0 1 auto', minHeight: 0, overflow: 'auto', pt: 0.75, pb: 1, px: 0.5, mx: -0.5 }}
          >
            {children}
          </Box>
          {footer}
        </Box>
        {aside !== undefined && (
          <Box component="aside" aria-label={t('column.answerDue')} sx={ASIDE}>
            {aside}
          </Box>
        )}
      </Box>
    </>
  )
}

const LAYOUT = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 310px', xl: 'minmax(0, 1020px) 420px' },
  gap: 3,
}
const ASIDE = { minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', pt: 0.75 }
