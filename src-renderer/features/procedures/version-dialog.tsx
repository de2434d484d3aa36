import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { focusNextField, isComposing } from '../../ui/enter-moves.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'
import { useToast } from '../../ui/toast.tsx'
import { ContentFields } from './content-fields.tsx'
import { FormProblems } from './form-problems.tsx'
import { DocumentLines } from './document-lines.tsx'
import { StepLines } from './step-lines.tsx'
import { ValidityFields } from './validity-fields.tsx'
import { typedVersionSchema, versionField, versionForm } from './version-form.ts'
import { useVersionWords } from './words.ts'

/**
 * The form of a new version, filled from an earlier one, or of a new procedure. Enter goes to the next field,
 * Ctrl+Enter saves.
 */
export function VersionDialog({
  base,
  versions,
  onSaved,
  onClose,
}: {
  base: CatalogueVersion | null
  versions: readonly CatalogueVersion[]
  onSaved: (version: CatalogueVersion) => void
  onClose: () => void
}) {
  const t = useT('procedures')
  const common = useT('common')
  const words = useVersionWords()
  const titleId = useId()
  const element = useRef<HTMLFormElement>(null)
  const [leaving, setLeaving] = useState(false)
  const { form, submit, saving, error } = useVersionForm(base, onSaved)
  const { isDirty } = form.formState
  const leave = () => (isDirty ? setLeaving(true) : onClose())
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || isComposing(event) || event.defaultPrevented) return
    const { target } = event
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      void submit()
    } else if (target instanceof Element && !target.closest('button, [role="option"]')) {
      event.preventDefault()
      if (element.current !== null) focusNextField(element.current, target)
    }
  }
  return (
    <Dialog open onClose={leave} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <FormProvider {...form}>
        <DialogTitle id={titleId} sx={{ pb: 1 }}>
          {base === null ? t('form.new') : t('form.newVersion', { name: words.name(base) })}
          {base !== null && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('form.copied', { validity: words.validity(base) })}
            </Typography>
          )}
        </DialogTitle>
        <DialogContent dividers>
          <Box
            component="form"
            ref={element}
            id={`${titleId}-form`}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
            onKeyDown={onKeyDown}
            sx={{ display: 'grid', gap: 2.5 }}
          >
            <Group title={t('form.validity')}>
              <ValidityFields base={base} versions={versions} />
            </Group>
            <Group title={t('form.content')}>
              <ContentFields base={base} versions={versions} />
            </Group>
            <DocumentLines />
            <StepLines />
          </Box>
        </DialogContent>
        <Box sx={{ px: 3, pt: 1 }}>
          <FormProblems />
          <ErrorAlert error={error} />
        </Box>
        <DialogActions sx={{ pt: 1 }}>
          <Button onClick={leave}>{common('button.cancel')}</Button>
          <Button
            type="submit"
            form={`${titleId}-form`}
            variant="contained"
            loading={saving}
            title="Ctrl+Enter"
          >
            {t('form.save')}
          </Button>
        </DialogActions>
      </FormProvider>
      <ConfirmDialog
        open={leaving}
        title={t('form.discardTitle')}
        confirmLabel={t('form.discard')}
        danger
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      >
        {t('form.discardHint')}
      </ConfirmDialog>
    </Dialog>
  )
}

function useVersionForm(base: CatalogueVersion | null, onSaved: (version: CatalogueVersion) => void) {
  const t = useT('procedures')
  const words = useVersionWords()
  const toast = useToast()
  const form = useForm({
    resolver: zodResolver(typedVersionSchema),
    defaultValues: versionForm(base),
    mode: 'onTouched',
  })
  const add = useMutation(useOrpc().procedures.add.mutationOptions())
  const submit = form.handleSubmit(async (typed) => {
    if (add.isPending) return
    try {
      const saved = await add.mutateAsync(typed)
      toast(t('form.saved', { from: formatDate(saved.validFrom), name: words.name(saved) }))
      onSaved(saved)
    } catch (error) {
      applyFieldErrors(form, error, versionField)
    }
  })
  return { form, submit, saving: add.isPending, error: add.error }
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h3" sx={{ mb: 1.25 }}>
        {title}
      </Typography>
      {children}
    </section>
  )
}
