import { Box, Button, TextField } from '@mui/material'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type CivilDate, instantOf, parseCivilDate } from '../../../../src-main/domain/civil-date.ts'
import { METHODS } from '../../../../src-main/domain/figure-class.ts'
import { useT } from '../../../app/i18n.ts'
import { useOffice, useOrpc, useStatus } from '../../../app/office.tsx'
import { CivilDateField } from '../../../ui/civil-date-field.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { DifferencesTable } from './differences-table.tsx'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The figures of a period as they were known at a moment, held against those known now. The period is in the address. */
export function SinceScreen() {
  const t = useT('closing')
  const { today } = useStatus()
  const office = useOffice()
  const [query] = useSearchParams()
  const from = parseCivilDate(query.get('from') ?? '') ?? today
  const to = parseCivilDate(query.get('to') ?? '') ?? today
  const method = METHODS.find((one) => one === query.get('method')) ?? 'original'
  const [on, setOn] = useState<CivilDate | null>(to < today ? to : today)
  const [time, setTime] = useState('23:59')
  const moment = on === null || !TIME.test(time) ? null : instantOf(on, time)
  const asked = useQuery(
    useOrpc().closing.since.queryOptions({
      input: moment === null || from > to ? skipToken : { from, to, method, moment },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('since.title')}
        subtitle={t('since.subtitle', { from: formatDate(from), to: formatDate(to) })}
        actions={
          <Button component={Link} to={`/figures?from=${from}&to=${to}`} variant="outlined">
            {t('toFigures')}
          </Button>
        }
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '200px 120px', gap: 1.5, alignItems: 'start' }}>
        <CivilDateField label={t('since.on')} value={on} required onChange={setOn} />
        <TextField
          label={t('since.time')}
          value={time}
          required
          error={!TIME.test(time)}
          helperText={TIME.test(time) ? undefined : t('since.badTime')}
          onChange={(event) => setTime(event.target.value.trim())}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5, autoComplete: 'off' } }}
        />
      </Box>
      <ErrorAlert error={asked.error} />
      <DifferencesTable
        differences={asked.data}
        loading={asked.isPending || asked.isPlaceholderData}
        {...(moment === null
          ? {}
          : { save: (language) => office.closing.exportSince({ from, to, method, moment, language }) })}
        words={{
          title: t('differences.list'),
          none: t('since.none'),
          noneHint: t('since.noneHint'),
          count: t('since.count', {
            count: asked.data?.total ?? 0,
            amount: formatNumber(asked.data?.total ?? 0),
          }),
        }}
      />
    </Box>
  )
}

const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1.5 } as const
