import ShieldIcon from '@mui/icons-material/VerifiedUserOutlined'
import { Alert, AlertTitle, Box, Button, Paper, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { verdictSchema } from '../../../src-main/contract/audit.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { formatNumber } from '../../ui/format.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { Findings } from './findings.tsx'
import { useReadAnew } from './use-audit.ts'

/** What a check comes to. */
export type Verdict = z.infer<typeof verdictSchema>

/** The check of the whole register: begun, called off, and what it found. */
export function VerifySection() {
  const t = useT('audit')
  const id = useId()
  const orpc = useOrpc()
  const verify = useMutation(orpc.audit.verify.mutationOptions({ onSettled: useReadAnew() }))
  const cancel = useMutation(orpc.audit.cancelVerify.mutationOptions())
  const cancelled = officeErrorOf(verify.error)?.code === 'cancelled'
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ px: 2, py: 1.25, flex: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" id={id}>
            {t('verify.title')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('verify.hint')}
          </Typography>
        </Box>
        {verify.isPending ? (
          <Button onClick={() => cancel.mutate(undefined)} disabled={cancel.isPending}>
            {t('verify.cancel')}
          </Button>
        ) : (
          <Button variant="contained" startIcon={<ShieldIcon />} onClick={() => verify.mutate(undefined)}>
            {t('verify.start')}
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 1, '&:not(:empty)': { pt: 1.25 } }}>
        {verify.isPending && <ProgressLine operation="verify" />}
        {cancelled ? (
          <Alert severity="info">{t('verify.cancelled')}</Alert>
        ) : (
          <ErrorAlert error={verify.error} />
        )}
        {verify.data !== undefined && (
          <>
            <Outcome verdict={verify.data} />
            <Seen verdict={verify.data} />
          </>
        )}
      </Box>
    </Paper>
  )
}

/** What the program saw and wrote down: shown also where nothing differs any more. */
function Seen({ verdict: { clockSetBack, changedOutside } }: { verdict: Verdict }) {
  const t = useT('audit')
  return (
    <>
      {clockSetBack > 0 && (
        <Alert severity="warning">{t('verify.clockSetBack', { n: formatNumber(clockSetBack) })}</Alert>
      )}
      {changedOutside > 0 && (
        <Alert severity="warning">{t('verify.changedOutside', { n: formatNumber(changedOutside) })}</Alert>
      )}
    </>
  )
}

function Outcome({ verdict }: { verdict: Verdict }) {
  const t = useT('audit')
  const may = useRights()
  const { found, anchors, firstBroken } = verdict
  const compared = anchors > 0 ? t('verify.anchors', { n: formatNumber(anchors) }) : t('verify.noAnchors')
  if (found === 0) {
    const [links, events, entries, dossiers] = [
      verdict.links,
      verdict.events,
      verdict.entries,
      verdict.dossiers,
    ].map((n) => formatNumber(n))
    return (
      <Alert severity="success">
        <AlertTitle>{t('verify.intact')}</AlertTitle>
        {t('verify.intactNumbers', { links, events, entries, dossiers })} {compared}
      </Alert>
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Alert
        severity="error"
        action={
          may('backup') && (
            <Button component={Link} to="/backups" color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
              {t('verify.openBackups')}
            </Button>
          )
        }
      >
        <AlertTitle>{t('verify.hurt', { n: formatNumber(found) })}</AlertTitle>
        {firstBroken !== null && `${t('verify.firstBroken', { n: formatNumber(firstBroken) })} `}
        {t('verify.hurtHint')} {compared}
      </Alert>
      <Findings verdict={verdict} />
    </Box>
  )
}
