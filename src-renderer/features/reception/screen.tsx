import { Box } from '@mui/material'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { focusNextField, isComposing } from '../../ui/enter-moves.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ParticularFields } from '../../ui/particulars/particular-fields.tsx'
import { useSaveKey, useShortcut } from '../../ui/use-shortcut.ts'
import { TurnAway, TurnAwayButton } from '../arrivals/turn-away.tsx'
import { ReceiptDialog } from '../receipt/receipt-dialog.tsx'
import { RECEIPT_KEY, usePrintOnSaving, usePrintReceipt, useReceipt } from '../receipt/use-receipt.ts'
import { AlikeWarning } from './alike-warning.tsx'
import { ApplicantField } from './applicant-fields.tsx'
import { CardCatcher } from './card-catcher.tsx'
import { DuePanel } from './due-panel.tsx'
import { HolderField } from './holder-field.tsx'
import { MomentField } from './moment-field.tsx'
import { ParcelStops } from './parcel-stops.tsx'
import { ProcedureField } from './procedure-field.tsx'
import { SaveBar } from './save-bar.tsx'
import { SavedStrip } from './saved-strip.tsx'
import { focusProcedure, useReception } from './use-reception.ts'

/** Reception (*tiếp nhận hồ sơ*): one form for the keyboard, with the due date and its days beside it. */
export function ReceptionScreen() {
  const t = useT('reception')
  const [printOnSaving] = usePrintOnSaving()
  const print = usePrintReceipt()
  const receipt = useReceipt()
  const { form, chosen, saved, submit, clear, saving, error } = useReception(({ id }) => {
    if (printOnSaving) void print(id)
  })
  const documentNames = useMemo(
    () => [...new Set(chosen.procedures.flatMap(({ documents }) => documents))],
    [chosen.procedures],
  )
  const [turningAway, setTurningAway] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const main = useRef<HTMLDivElement>(null)
  useEffect(() => focusProcedure(element.current), [saved])
  const showReceipt = () => {
    if (saved !== null) receipt.show(saved.id)
  }
  useSaveKey(() => void submit())
  useShortcut(`alt+${RECEIPT_KEY}`, () => {
    if (receipt.shown === null) showReceipt()
  })
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || isComposing(event)) return
    if (event.ctrlKey || event.metaKey) return
    const { target } = event
    if (!(target instanceof Element) || target.closest('button, a')) return
    event.preventDefault()
    if (event.shiftKey || event.altKey) return
    if (main.current?.contains(target) !== true) focusProcedure(element.current)
    else if (!focusNextField(main.current, target)) void submit()
  }
  return (
    <FormProvider {...form}>
      {saved !== null && receipt.shown !== null && (
        <ReceiptDialog code={saved.code} shown={receipt.shown} onClose={receipt.close} />
      )}
      <CardCatcher />
      <TurnAway
        chosen={chosen}
        open={turningAway}
        onClose={() => setTurningAway(false)}
        onDone={() => {
          clear()
          focusProcedure(element.current)
        }}
      />
      <PageHeader title={t('title')} actions={<SavedStrip saved={saved} onPrint={showReceipt} />} />
      <Box
        component="form"
        ref={element}
        noValidate
        aria-label={t('title')}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={onKeyDown}
        sx={LAYOUT}
      >
        <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <Box
            ref={main}
            sx={{ flex: '0 1 auto', minHeight: 0, overflow: 'auto', pt: 0.75, pb: 1, px: 0.5, mx: -0.5 }}
          >
            <Box sx={{ mb: 1.5 }}>
              <ProcedureField chosen={chosen} />
            </Box>
            <ParticularFields
              on={chosen.on}
              before={<HolderField />}
              person={PERSON}
              documentNames={documentNames}
            />
          </Box>
          <ErrorAlert error={error} sx={{ mt: 1, py: 0 }} />
          <SaveBar
            saving={saving}
            onClear={() => {
              clear()
              focusProcedure(element.current)
            }}
          >
            <TurnAwayButton onPress={() => setTurningAway(true)} />
          </SaveBar>
        </Box>
        <Box component="aside" aria-label={t('aside')} sx={ASIDE}>
          <DuePanel chosen={chosen}>
            <MomentField />
            <ParcelStops />
            <AlikeWarning />
          </DuePanel>
        </Box>
      </Box>
    </FormProvider>
  )
}

const PERSON = {
  applicantName: <ApplicantField name="applicantName" />,
  idNumber: <ApplicantField name="idNumber" />,
  phone: <ApplicantField name="phone" />,
}

const LAYOUT = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 310px', xl: 'minmax(0, 1020px) 420px' },
  gap: 3,
}
const ASIDE = { minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', pt: 0.75 }
