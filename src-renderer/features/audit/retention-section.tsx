import { Box, Button, InputAdornment, TextField } from '@mui/material'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Retention } from '../../../src-main/contract/audit.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'

const NAMES = ['logMonths', 'replacedMonths', 'lookMonths'] as const

/** How long is kept what need not be kept for ever; stands among the settings. */
export function RetentionSection() {
  const t = useT('audit')
  const common = useT('common')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const toast = useToast()
  const retention = useQuery(orpc.audit.retention.queryOptions())
  const [typed, setTyped] = useState<Partial<Record<keyof Retention, string>>>({})
  const save = useMutation(
    orpc.audit.setRetention.mutationOptions({
      onSuccess: (kept) => {
        queries.setQueryData(orpc.audit.retention.queryKey(), kept)
        setTyped({})
        toast(t('retention.saved'))
      },
    }),
  )
  const { data } = retention
  if (data === undefined) return <ErrorAlert error={retention.error} />
  const valueOf = (name: keyof Retention) => typed[name] ?? String(data[name])
  const next = { logMonths: 0, replacedMonths: 0, lookMonths: 0 }
  for (const name of NAMES) next[name] = Number(valueOf(name))
  const wrong = (name: keyof Retention) => !Number.isInteger(next[name]) || next[name] < 1 || next[name] > 120
  const changed = NAMES.some((name) => next[name] !== data[name])
  return (
    <Section title={t('retention.title')} subtitle={t('retention.subtitle')}>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (changed && !NAMES.some(wrong)) save.mutate(next)
        }}
        sx={{ display: 'grid', gap: 2, pt: 0.5 }}
      >
        <ErrorAlert error={save.error} />
        {NAMES.map((name) => (
          <TextField
            key={name}
            size="small"
            type="number"
            label={t(`retention.${name}`)}
            value={valueOf(name)}
            error={wrong(name)}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
            slotProps={{
              htmlInput: { min: 1, max: 120 },
              input: {
                endAdornment: <InputAdornment position="end">{t('retention.months')}</InputAdornment>,
              },
            }}
          />
        ))}
        <Box>
          <Button
            type="submit"
            variant="contained"
            loading={save.isPending}
            disabled={!changed || NAMES.some(wrong)}
          >
            {common('button.save')}
          </Button>
        </Box>
      </Box>
    </Section>
  )
}
