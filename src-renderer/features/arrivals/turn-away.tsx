import { Alert, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useFormContext, useWatch } from 'react-hook-form'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { isTicked } from '../../ui/particulars/typed.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { ReceiptDialog } from '../receipt/receipt-dialog.tsx'
import { type ReceptionForm, typedReceptionSchema } from '../reception/reception-form.ts'
import type { Chosen } from '../reception/use-reception.ts'
import { typedAskShape } from './arrival-form.ts'
import { useSlip } from './use-slip.ts'

/** Alt and this letter opens the dialog. */
const KEY = 'H'

/**
 * At reception: what is on the counter cannot be accepted. It is written down as an application with the answer given, and
 * the slip is shown to be printed. Stands beside the form of reception, inside its provider: keys pressed here are not the form's.
 */
export function TurnAway({
  chosen,
  open,
  onClose,
  onDone,
}: {
  chosen: Chosen
  open: boolean
  onClose: () => void
  onDone: () => void
}) {
  const t = useT('arrivals')
  const slip = useSlip()
  const done = (page: ArrivalPage) => {
    onClose()
    const [paper] = page.forms
    if (paper !== undefined) slip.print({ id: page.row.id, form: paper.form, of: paper.of })
    onDone()
  }
  return (
    <>
      {open && <TurnAwayDialog chosen={chosen} onDone={done} onClose={onClose} />}
      {slip.shown !== null && (
        <ReceiptDialog
          code=""
          title={t(`print.title.${slip.form}`)}
          shown={slip.shown}
          onClose={slip.close}
        />
      )}
    </>
  )
}

/** The button that opens it, under the form. */
export function TurnAwayButton({ onPress }: { onPress: () => void }) {
  const t = useT('arrivals')
  useShortcut(`alt+${KEY}`, onPress)
  return (
    <Button onClick={onPress} aria-keyshortcuts={`Alt+${KEY}`}>
      {t('turnAway.button')} (Alt+{KEY})
    </Button>
  )
}

type Kind = 'completion-asked' | 'declined'

function TurnAwayDialog({
  chosen,
  onDone,
  onClose,
}: {
  chosen: Chosen
  onDone: (page: ArrivalPage) => void
  onClose: () => void
}) {
  const t = useT('arrivals')
  const toast = useToast()
  const { user } = useStatus()
  const { getValues, trigger } = useFormContext<ReceptionForm>()
  const [incomplete, setIncomplete] = useState(false)
  const record = useMutation(useOrpc().arrivals.record.mutationOptions())
  const form = useForm({
    defaultValues: {
      kind: 'completion-asked' as Kind,
      // What the procedure asks for and nobody ticked is likely what is missing.
      items: missing(getValues()).join('\n'),
      ...{ reason: '', contact: user?.name ?? '' },
    },
  })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const submit = async () => {
    form.clearErrors()
    const answer = readAnswer(form.getValues())
    if ('issues' in answer) {
      answer.issues.forEach(({ name, code }, index) =>
        form.setError(name, { message: code }, { shouldFocus: index === 0 }),
      )
      return
    }
    const typed = typedReceptionSchema.safeParse(getValues())
    const { procedure } = chosen
    setIncomplete(!typed.success || procedure === null)
    if (!typed.success || procedure === null) {
      void trigger()
      return
    }
    const { particulars, remote } = typed.data
    const filed = { procedureId: procedure.id, reference: '', arrivedAt: null, particulars, remote }
    const page = await record.mutateAsync({ ...filed, answer }).catch(() => null)
    if (page === null) return
    toast(t('turnAway.done'))
    onDone(page)
  }
  return (
    <FormDialog
      title={t('turnAway.title')}
      confirmLabel={t('turnAway.confirm')}
      width="md"
      busy={record.isPending}
      error={record.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Choice
        label={t('turnAway.what')}
        value={kind}
        options={(['completion-asked', 'declined'] as const).map((value) => ({
          value,
          words: t(`turnAway.${value}`),
        }))}
        onChange={(value) => form.setValue('kind', value)}
      />
      {kind === 'completion-asked' && (
        <FormText
          control={form.control}
          name="items"
          label={t('ask.items')}
          required
          multiline
          minRows={3}
          maxRows={10}
          autoFocus
        />
      )}
      <FormText
        control={form.control}
        name="reason"
        label={t(kind === 'declined' ? 'decline.reason' : 'ask.reason')}
        required
      />
      {kind === 'completion-asked' && (
        <FormText control={form.control} name="contact" label={t('ask.contact')} />
      )}
      {incomplete && <Alert severity="warning">{t('turnAway.fillFirst')}</Alert>}
    </FormDialog>
  )
}

function missing({ particulars: { documents } }: ReceptionForm): string[] {
  return documents.flatMap((line) => (line.offered === true && !isTicked(line) ? [line.name] : []))
}

type Field = 'items' | 'reason' | 'contact'
interface Typed extends Record<Field, string> {
  kind: Kind
}
type Answer =
  | { kind: 'completion-asked'; items: string[]; reason: string; contact: string }
  | { kind: 'declined'; reason: string }

/** The answer as the office is told it, or what is wrong at which field. */
function readAnswer({ kind, ...typed }: Typed): Answer | { issues: { name: Field; code: string }[] } {
  const items = typedAskShape.items.safeParse(typed.items)
  const reason = typedAskShape.reason.safeParse(typed.reason)
  const contact = typedAskShape.contact.safeParse(typed.contact)
  const parts = { items, reason, contact }
  const asked = kind === 'declined' ? (['reason'] as const) : (['items', 'reason', 'contact'] as const)
  const issues = asked.flatMap((name) => {
    const { error } = parts[name]
    return error === undefined ? [] : [{ name, code: error.issues[0]?.message ?? 'invalid' }]
  })
  if (issues.length > 0 || !reason.success) return { issues }
  if (kind === 'declined') return { kind, reason: reason.data }
  if (!items.success || !contact.success) return { issues }
  return { kind, items: items.data, reason: reason.data, contact: contact.data }
}
