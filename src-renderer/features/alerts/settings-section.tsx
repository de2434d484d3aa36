import { Alert, Box, Button, Checkbox, FormControlLabel, FormGroup, Switch, TextField } from '@mui/material'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { timeSchema } from '../../../src-main/contract/common.ts'
import { ALERT_KINDS, type AlertKind, type AlertSettings } from '../../../src-main/contract/alerts.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { useFieldWords } from '../../ui/errors.ts'
import { readTime } from '../../ui/office-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { windowDesktop } from './use-desktop-alerts.ts'

/** What the person at the window wants to be told; each change is kept at once. */
export function AlertsSection() {
  const t = useT('alerts')
  const { settings, change, error } = useAlertSettings()
  return (
    <Section title={t('section.title')} subtitle={t('section.subtitle')}>
      {settings !== undefined && (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Kinds off={settings.off} onChange={(off) => change({ ...settings, off })} />
          <Hour
            key={settings.hour}
            hour={settings.hour}
            disabled={settings.off.includes('morning')}
            onChange={(hour) => change({ ...settings, hour })}
          />
          <DesktopChoice wanted={settings.desktop} onChange={(desktop) => change({ ...settings, desktop })} />
        </Box>
      )}
      <ErrorAlert error={error} />
    </Section>
  )
}

function useAlertSettings() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  const asked = useQuery(orpc.alerts.settings.queryOptions())
  const queryKey = orpc.alerts.settings.queryKey()
  const keep = useMutation(
    orpc.alerts.setSettings.mutationOptions({
      onMutate: (next) => {
        queries.setQueryData(queryKey, next)
      },
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.alerts.key() }),
    }),
  )
  const change = (next: AlertSettings) => keep.mutate(next)
  return { settings: asked.data, change, error: asked.error ?? keep.error }
}

function Kinds({ off, onChange }: { off: readonly AlertKind[]; onChange: (off: AlertKind[]) => void }) {
  const t = useT('alerts')
  const may = useRights()
  const { user } = useStatus()
  // What only some can be told is not offered to the others.
  const told: Partial<Record<AlertKind, boolean>> = {
    arrival: may('receive'),
    apology: user?.roles.includes('head') ?? false,
  }
  const kinds = ALERT_KINDS.filter((kind) => told[kind] ?? true)
  return (
    <FormGroup role="group" aria-label={t('section.kinds')}>
      <Box aria-hidden sx={{ color: 'text.secondary', mb: 0.25 }}>
        {t('section.kinds')}
      </Box>
      {kinds.map((kind) => (
        <FormControlLabel
          key={kind}
          control={
            <Checkbox
              size="small"
              sx={{ py: 0.4 }}
              checked={!off.includes(kind)}
              onChange={(_, on) => onChange(on ? off.filter((one) => one !== kind) : [...off, kind])}
            />
          }
          label={t(`kind.${kind}`)}
        />
      ))}
    </FormGroup>
  )
}

/** Kept when the field is left, or with Enter. */
function Hour({
  hour,
  disabled,
  onChange,
}: {
  hour: string
  disabled: boolean
  onChange: (hour: string) => void
}) {
  const t = useT('alerts')
  const words = useFieldWords()
  const [typed, setTyped] = useState(hour)
  const [refused, setRefused] = useState(false)
  const settle = () => {
    const read = timeSchema.safeParse(readTime(typed))
    setRefused(!read.success)
    if (read.success && read.data !== hour) onChange(read.data)
  }
  return (
    <TextField
      label={t('section.hour')}
      size="small"
      value={typed}
      disabled={disabled}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) settle()
      }}
      error={refused}
      helperText={refused ? words('not-a-time') : undefined}
      sx={{ width: 220 }}
      slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 8 } }}
    />
  )
}

/** Whether the desktop shows alerts, too. A browser is asked only here, by a click. */
function DesktopChoice({ wanted, onChange }: { wanted: boolean; onChange: (desktop: boolean) => void }) {
  const t = useT('alerts')
  const [state, setState] = useState(() => windowDesktop().state())
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <FormControlLabel
        control={
          <Switch size="small" checked={wanted} onChange={(_, on) => onChange(on)} sx={{ mx: 0.75 }} />
        }
        label={t('section.desktop')}
      />
      {wanted && state === 'to-ask' && (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', color: 'text.secondary' }}>
          <Button variant="outlined" onClick={() => void windowDesktop().ask().then(setState)}>
            {t('section.allow')}
          </Button>
          {t('section.askHint')}
        </Box>
      )}
      {wanted && (state === 'denied' || state === 'unsupported') && (
        <Alert severity="info" sx={{ py: 0 }}>
          {t(`section.${state}`)}
        </Alert>
      )}
    </Box>
  )
}
