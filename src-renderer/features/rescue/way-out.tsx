import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Section } from '../../ui/section.tsx'
import type { Rescue } from './use-rescue.ts'

/**
 * A way out besides backups: mending the file, opening it as it is, beginning anew. The last two are asked about.
 * `first`: this is the way to be tried first.
 */
export function WayOut({
  kind,
  rescue,
  first = false,
}: {
  kind: 'mend' | 'asIs' | 'begin'
  rescue: Rescue
  first?: boolean
}) {
  const t = useT('rescue')
  const [asked, setAsked] = useState(false)
  const act = { mend: rescue.mend, asIs: rescue.openAsIs, begin: rescue.begin }[kind]
  return (
    <Section title={t(`${kind}.title`)}>
      <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        <Typography>{t(`${kind}.hint`)}</Typography>
        <Button
          variant={first ? 'contained' : 'outlined'}
          loading={rescue.pending === kind}
          disabled={rescue.pending !== null}
          onClick={() => (kind === 'mend' ? act() : setAsked(true))}
        >
          {t(`${kind}.do`)}
        </Button>
      </Box>
      {kind !== 'mend' && (
        <ConfirmDialog
          open={asked}
          title={t(`${kind}.confirm`)}
          confirmLabel={t(`${kind}.do`)}
          danger
          onConfirm={() => {
            setAsked(false)
            act()
          }}
          onClose={() => setAsked(false)}
        >
          {t(`${kind}.confirmText`)}
        </ConfirmDialog>
      )}
    </Section>
  )
}
