import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { WhatIf } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { formatNumber } from '../../ui/format.ts'
import { ProgressLine } from '../../ui/progress-line.tsx'
import { ChangeError } from './change-error.tsx'
import { changesIn, ruleChangeOf } from './draft.ts'
import { useDraft } from './use-draft.ts'

/** The longest reason, in characters, as the contract has it. */
const LONGEST_REASON = 500

/** Makes the change as it was shown, with its reason. When something else would happen, it is shown anew first. */
export function ApplyDialog({
  whatIf,
  counting,
  recount,
  onClose,
}: {
  whatIf: WhatIf
  /** The effects are being counted again. */
  counting: boolean
  recount: () => Promise<void>
  onClose: () => void
}) {
  const t = useT('calendar')
  const common = useT('common')
  const words = useFieldWords()
  const titleId = useId()
  const { draft, state } = useDraft()
  const [missing, setMissing] = useState(false)
  const apply = useApply(recount, onClose)
  const code = officeErrorOf(apply.error)?.code
  const outdated = code === 'what-if-outdated'
  const calledOff = code === 'cancelled'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const empty = state.reason.trim() === ''
    setMissing(empty)
    if (!empty && !apply.isPending && !counting) apply.mutate(whatIf)
  }
  return (
    <Dialog
      open
      onClose={apply.isPending ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <Box component="form" noValidate onSubmit={submit}>
        <DialogTitle id={titleId}>{t('apply.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          {outdated && <Alert severity="warning">{t('apply.outdated')}</Alert>}
          {calledOff && <Alert severity="info">{t('apply.cancelled')}</Alert>}
          {!outdated && !calledOff && <ChangeError error={apply.error} state={state} />}
          <DialogContentText component="div">
            <p>{t('apply.what', { count: changesIn(state) })}</p>
            <p>
              <b>
                {t('apply.moves', {
                  count: whatIf.moved,
                  number: formatNumber(whatIf.moved),
                  nowLate: formatNumber(whatIf.nowLate),
                  noLongerLate: formatNumber(whatIf.noLongerLate),
                })}
              </b>
            </p>
            <p>{t('apply.past')}</p>
          </DialogContentText>
          <TextField
            autoFocus
            multiline
            minRows={2}
            required
            label={t('apply.reason')}
            value={state.reason}
            disabled={apply.isPending}
            error={missing}
            helperText={missing ? words('required') : t('apply.reasonHint')}
            onChange={(event) => {
              setMissing(false)
              draft.setReason(event.target.value)
            }}
            slotProps={{ htmlInput: { maxLength: LONGEST_REASON } }}
          />
          {apply.isPending && <ProgressLine operation="calendar-apply" />}
        </DialogContent>
        <DialogActions>
          {apply.isPending ? <StopButton /> : <Button onClick={onClose}>{common('button.cancel')}</Button>}
          <Button type="submit" variant="contained" loading={apply.isPending || counting}>
            {t('apply.run')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

/** Calls the change off while it is being made: until it is on disk, nothing of it stays. */
function StopButton() {
  const t = useT('calendar')
  const stop = useMutation(useOrpc().calendar.cancelApply.mutationOptions())
  return (
    <Button loading={stop.isPending || stop.isSuccess} onClick={() => stop.mutate(undefined)}>
      {t('apply.stop')}
    </Button>
  )
}

function useApply(recount: () => Promise<void>, onDone: () => void) {
  const office = useOffice()
  const { draft, state } = useDraft()
  return useMutation({
    // What was shown is handed on: the notice of the change comes before the answer and has it counted anew.
    mutationFn: async ({ digest }: WhatIf) => {
      draft.setMaking(true)
      try {
        return await office.calendar.apply({ ...ruleChangeOf(state), reason: state.reason, digest })
      } catch (error) {
        draft.setMaking(false)
        throw error
      }
    },
    onSuccess: (made) => {
      onDone()
      draft.made({ ...made, reason: state.reason })
    },
    onError: async (error) => {
      if (officeErrorOf(error)?.code === 'what-if-outdated') await recount()
    },
  })
}
