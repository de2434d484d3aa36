import PrintIcon from '@mui/icons-material/PrintOutlined'
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  GlobalStyles,
  Typography,
} from '@mui/material'
import { Fragment, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatDate } from '../../ui/format.ts'
import { SLIP_LOOK } from './slip-look.ts'

/** A one-time password just made. */
export interface OneTime {
  name: string
  login: string
  password: string
}

/** Shows a one-time password: this once, to be copied or printed and handed over. Closed on purpose only. */
export function OneTimeDialog({ name, login, password, onClose }: OneTime & { onClose: () => void }) {
  const t = useT('people')
  const titleId = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(password).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <Dialog open aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('oneTime.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('oneTime.text', { name })}</Typography>
        <Box component="dl" sx={FACTS}>
          <dt>{t('oneTime.login')}</dt>
          <dd>{login}</dd>
          <dt>{t('oneTime.password')}</dt>
          <dd data-testid="one-time">{password}</dd>
        </Box>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button variant="outlined" onClick={() => void copy()}>
            {t(copied ? 'oneTime.copied' : 'oneTime.copy')}
          </Button>
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => window.print()}>
            {t('oneTime.print')}
          </Button>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('oneTime.done')}
        </Button>
      </DialogActions>
      {createPortal(<Slip name={name} login={login} password={password} />, document.body)}
    </Dialog>
  )
}

const FACTS = {
  m: 0,
  p: 1.5,
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  columnGap: 2,
  rowGap: 0.75,
  alignItems: 'baseline',
  borderRadius: 1,
  bgcolor: 'rail',
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, fontFamily: 'Consolas, "DejaVu Sans Mono", monospace', fontSize: 18, fontWeight: 600 },
}

/** The slip on paper. */
function Slip({ name, login, password }: OneTime) {
  const t = useT('people')
  const { office, today } = useStatus()
  const facts = [
    [t('oneTime.slipFor'), name],
    [t('oneTime.login'), login],
    [t('oneTime.password'), password],
  ] as const
  return (
    <div className="account-slip">
      <GlobalStyles styles={SLIP_LOOK} />
      <p>{office?.name}</p>
      <h1>{t('oneTime.slipTitle')}</h1>
      <dl>
        {facts.map(([what, value]) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p>{t('oneTime.slipUse')}</p>
      <p>{formatDate(today)}</p>
    </div>
  )
}
