import { Box, Button, TextField } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The second folder: a stick or a folder in the network. */
export function SecondSection({ folder }: { folder: string | null }) {
  const t = useT('backups')
  // Another folder chosen elsewhere begins the form anew.
  return (
    <Section title={t('second.title')} subtitle={t('second.subtitle')}>
      <SecondForm key={folder} folder={folder} />
    </Section>
  )
}

function SecondForm({ folder }: { folder: string | null }) {
  const t = useT('backups')
  const common = useT('common')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const toast = useToast()
  const fieldWords = useFieldWords()
  const [typed, setTyped] = useState(folder ?? '')
  const save = useMutation(
    orpc.backups.setSecondFolder.mutationOptions({
      onSuccess: (overview) => {
        queries.setQueryData(orpc.backups.overview.queryKey(), overview)
        toast(t(overview.secondFolder === null ? 'second.off' : 'second.saved'))
      },
    }),
  )
  const fault = officeErrorOf(save.error)?.fields[0]?.code
  const words = fieldWords(fault)
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ folder: typed.trim() })
      }}
      sx={{ display: 'grid', gap: 1.5, pt: 0.5 }}
    >
      <TextField
        label={t('second.folder')}
        value={typed}
        error={words !== undefined}
        helperText={words ?? t('second.hint')}
        onChange={(event) => {
          setTyped(event.target.value)
          save.reset()
        }}
        slotProps={{ htmlInput: { maxLength: 1000, spellCheck: false } }}
      />
      {words === undefined && <ErrorAlert error={save.error} />}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="outlined"
          loading={save.isPending}
          disabled={typed.trim() === '' || typed.trim() === folder}
        >
          {common('button.save')}
        </Button>
        {folder !== null && (
          <Button disabled={save.isPending} onClick={() => save.mutate({ folder: null })}>
            {t('second.none')}
          </Button>
        )}
      </Box>
    </Box>
  )
}
