import AddIcon from '@mui/icons-material/AddOutlined'
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined'
import { Box, Button, Checkbox, IconButton, MenuItem, TextField } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LateCause } from '../../../src-main/domain/late-causes.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { useCauses } from './use-desk.ts'

/** The office's causes of lateness, and whose each is. */
export function CausesSection() {
  const t = useT('overdue')
  const common = useT('common')
  const { all, nameOf } = useCauses()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('causes.title')}
      actions={
        <Button variant="outlined" disabled={all.length === 0} onClick={() => setEditing(true)}>
          {t('causes.edit')}
        </Button>
      }
    >
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: 13.5 }}>
        {all.map(({ code, whose, active }) => (
          <Box component="li" key={code} sx={active ? {} : { color: 'text.secondary' }}>
            {nameOf(code)}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {' · '}
              {active ? common(`whose.${whose}`) : t('causes.inactive')}
            </Box>
          </Box>
        ))}
      </Box>
      {editing && <CausesDialog known={all} onClose={() => setEditing(false)} />}
    </Section>
  )
}

/** The list worded, ordered, put in and out of use. */
function CausesDialog({ known, onClose }: { known: readonly LateCause[]; onClose: () => void }) {
  const t = useT('overdue')
  const toast = useToast()
  const [causes, setCauses] = useState<readonly LateCause[]>(known)
  const save = useMutation(useOrpc().desk.setCauses.mutationOptions())
  const wrong = officeErrorOf(save.error)?.fields ?? []
  const change = (at: number, part: Partial<LateCause>) =>
    setCauses(causes.map((cause, index) => (index === at ? { ...cause, ...part } : cause)))
  const moveUp = (at: number) => {
    const moved = causes[at]
    if (moved !== undefined) setCauses(causes.toSpliced(at, 1).toSpliced(at - 1, 0, moved))
  }
  const done = () => {
    toast(t('causes.saved'))
    onClose()
  }
  return (
    <FormDialog
      title={t('causes.title')}
      confirmLabel={t('causes.save')}
      width="md"
      busy={save.isPending}
      disabled={causes === known}
      error={wrong.some(({ field }) => field.includes('.')) ? null : save.error}
      onSubmit={() => save.mutate({ causes: [...causes] }, { onSuccess: done })}
      onClose={onClose}
    >
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t('causes.hint')}</Box>
      <Box sx={{ display: 'grid', gap: 1.25 }}>
        {causes.map((cause, at) => (
          <CauseLine
            key={at}
            cause={cause}
            at={at}
            isNew={!known.some(({ code }) => code === cause.code)}
            errorAt={(part) => wrong.find(({ field }) => field === `causes.${at}.${part}`)?.code}
            onChange={(part) => change(at, part)}
            onUp={() => moveUp(at)}
          />
        ))}
      </Box>
      <Box>
        <Button startIcon={<AddIcon />} onClick={() => setCauses([...causes, NEW_CAUSE])}>
          {t('causes.add')}
        </Button>
      </Box>
    </FormDialog>
  )
}

const NEW_CAUSE: LateCause = { code: '', vi: '', en: '', whose: 'branch', active: true }

function CauseLine({
  cause,
  at,
  isNew,
  errorAt,
  onChange,
  onUp,
}: {
  cause: LateCause
  at: number
  /** Its code may still be chosen. */
  isNew: boolean
  errorAt: (part: keyof LateCause) => string | undefined
  onChange: (part: Partial<LateCause>) => void
  onUp: () => void
}) {
  const t = useT('overdue')
  const common = useT('common')
  const words = useFieldWords()
  const text = (part: 'code' | 'vi' | 'en') => (
    <TextField
      size="small"
      label={t(`causes.${part}`)}
      value={cause[part]}
      disabled={part === 'code' && !isNew}
      onChange={(event) => onChange({ [part]: event.target.value })}
      error={errorAt(part) !== undefined}
      helperText={words(errorAt(part))}
    />
  )
  return (
    <Box role="group" aria-label={t('causes.line', { n: at + 1 })} sx={LINE}>
      {text('code')}
      {text('vi')}
      {text('en')}
      <TextField
        select
        size="small"
        label={t('causes.whose')}
        value={cause.whose}
        onChange={(event) => {
          const whose = LEG_HOLDERS.find((who) => who === event.target.value)
          if (whose !== undefined) onChange({ whose })
        }}
      >
        {LEG_HOLDERS.map((who) => (
          <MenuItem key={who} value={who}>
            {common(`whose.${who}`)}
          </MenuItem>
        ))}
      </TextField>
      <Checkbox
        size="small"
        checked={cause.active}
        slotProps={{ input: { 'aria-label': t('causes.active') } }}
        title={t('causes.active')}
        onChange={(_, active) => onChange({ active })}
      />
      <IconButton size="small" aria-label={t('causes.up')} disabled={at === 0} onClick={onUp}>
        <UpIcon fontSize="small" />
      </IconButton>
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: '124px minmax(0, 1.2fr) minmax(0, 1fr) 140px auto auto',
  gap: 0.75,
  alignItems: 'center',
} as const
