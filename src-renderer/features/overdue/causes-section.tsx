import AddIcon from '@mui/icons-material/AddOutlined'
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined'
import { Box, Button, Checkbox, IconButton, MenuItem, TextField } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LateCause } from '../../../src-main/domain/late-causes.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCauses } from './use-desk.ts'

/** The office's causes of lateness: worded, ordered, put in and out of use. */
export function CausesSection() {
  const t = useT('overdue')
  const common = useT('common')
  const toast = useToast()
  const { all } = useCauses()
  /** `null` as long as nothing is being changed. */
  const [typed, setTyped] = useState<LateCause[] | null>(null)
  const save = useMutation(useOrpc().desk.setCauses.mutationOptions())
  const causes = typed ?? all
  const wrong = officeErrorOf(save.error)?.fields ?? []
  const change = (at: number, part: Partial<LateCause>) =>
    setTyped(causes.map((cause, index) => (index === at ? { ...cause, ...part } : cause)))
  const moveUp = (at: number) => {
    const moved = causes[at]
    if (moved !== undefined) setTyped(causes.toSpliced(at, 1).toSpliced(at - 1, 0, moved))
  }
  const done = () => {
    setTyped(null)
    toast(t('causes.saved'))
  }
  return (
    <Section title={t('causes.title')} subtitle={t('causes.hint')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ causes }, { onSuccess: done })
        }}
        sx={{ display: 'grid', gap: 1 }}
      >
        <ErrorAlert error={wrong.some(({ field }) => field.includes('.')) ? null : save.error} />
        {causes.map((cause, at) => (
          <CauseLine
            key={at}
            cause={cause}
            at={at}
            isNew={!all.some(({ code }) => code === cause.code)}
            errorAt={(part) => wrong.find(({ field }) => field === `causes.${at}.${part}`)?.code}
            onChange={(part) => change(at, part)}
            onUp={() => moveUp(at)}
          />
        ))}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button startIcon={<AddIcon />} onClick={() => setTyped([...causes, NEW_CAUSE])}>
            {t('causes.add')}
          </Button>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={typed === null}>
            {t('causes.save')}
          </Button>
          {typed !== null && (
            <Button
              onClick={() => {
                setTyped(null)
                save.reset()
              }}
            >
              {common('button.cancel')}
            </Button>
          )}
        </Box>
      </Box>
    </Section>
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
  gridTemplateColumns: '110px minmax(0, 1.2fr) minmax(0, 1fr) 128px auto auto',
  gap: 0.75,
  alignItems: 'center',
} as const
