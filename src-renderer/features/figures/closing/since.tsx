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
import { tablePath } from '../figures-address.ts'
import { DifferencesTable, countingOtherwise } from './differences-table.tsx'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The figures of a period as they were known at a moment, held against those known now. Period and moment are in the address. */
export function SinceScreen() {
  const t = useT('closing')
  const { today } = useStatus()
  const office = useOffice()
  const [query, setQuery] = useSearchParams()
  const from = parseCivilDate(query.get('from') ?? '') ?? today
  const to = parseCivilDate(query.get('to') ?? '') ?? today
  const method = METHODS.find((one) => one === query.get('method')) ?? 'original'
  const [on, setOn] = useState<CivilDate | null>(
    parseCivilDate(query.get('on') ?? '') ?? (to < today ? to : today),
  )
  const [time, setTime] = useState(query.get('time') ?? '23:59')
  const moment = on === null || !TIME.test(time) ? null : instantOf(on, time)
  // What is typed is in the address once it is a moment: coming back from a dossier finds it again.
  const type = (typed: { on?: CivilDate | null; time?: string }) => {
    const next = { on, time, ...typed }
    setOn(next.on)
    setTime(next.time)
    if (next.on === null || !TIME.test(next.time)) return
    setQuery({ from, to, method, on: next.on, time: next.time }, { replace: true })
  }
  const asked = useQuery(
    useOrpc().closing.since.queryOptions({
      input: moment === null || from > to ? skipToken : { from, to, method, moment },
      placeholderData: keepPreviousData,
    }),
  )
  const table = { from, to, method, by: 'field' } as const
  const known = asked.isPlaceholderData ? undefined : asked.data?.known
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('since.title')}
        subtitle={t('since.subtitle', { from: formatDate(from), to: formatDate(to) })}
        actions={
          <>
            <Button component={Link} to={tablePath({ ...table, known: null })}>
              {t('toFigures')}
            </Button>
            <Button
              component={Link}
              to={tablePath({ ...table, known: known ?? null })}
              disabled={known === undefined}
              variant="outlined"
            >
              {t('since.table')}
            </Button>
          </>
        }
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '200px 120px', gap: 1.5, alignItems: 'start' }}>
        <CivilDateField label={t('since.on')} value={on} required onChange={(date) => type({ on: date })} />
        <TextField
          label={t('since.time')}
          value={time}
          required
          error={!TIME.test(time)}
          helperText={TIME.test(time) ? undefined : t('since.badTime')}
          onChange={(event) => type({ time: event.target.value.trim() })}
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
            count: countingOtherwise(asked.data),
            amount: formatNumber(countingOtherwise(asked.data)),
          }),
        }}
      />
    </Box>
  )
}

const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1.5 } as const
