import { Alert, Box, Button, Chip, LinearProgress } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { CHECK_KINDS } from '../../../../src-main/domain/figure-checks.ts'
import type { FigureChecks } from '../../../../src-main/contract/figure-checks.ts'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOffice, useOrpc } from '../../../app/office.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { SaveListButton } from '../../../ui/save-list-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { DoubtedGrid } from './doubted-grid.tsx'
import { type ShownChecks, useShownChecks } from './use-shown-checks.ts'

/** The dossiers to mend before the report of a period leaves: how many of each kind, and page by page. */
export function ChecksPanel({ period, method = 'original' }: { period: Period; method?: Method }) {
  const t = useT('figure-report')
  const { shown, show } = useShownChecks()
  const place = useRef<HTMLDivElement>(null)
  const open = shown !== null
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <Box ref={place} sx={{ flex: 'none', mt: 3 }}>
      <Section
        title={t('checks.title')}
        subtitle={t('checks.subtitle')}
        actions={
          <Button
            variant={open ? 'text' : 'outlined'}
            aria-expanded={open}
            onClick={() => show(open ? null : 'all')}
          >
            {t(open ? 'checks.hide' : 'checks.show')}
          </Button>
        }
      >
        {shown !== null && (
          <Found
            key={`${period.from} ${period.to} ${method} ${shown}`}
            {...{ period, method, shown, show }}
          />
        )}
      </Section>
    </Box>
  )
}

/** Begins anew with every other kind or period: the first page is shown. */
function Found({
  period,
  method,
  shown,
  show,
}: {
  period: Period
  method: Method
  shown: NonNullable<ShownChecks>
  show: (shown: ShownChecks) => void
}) {
  const t = useT('figure-report')
  const [paging, setPaging] = useState({ page: 0, pageSize: 50 })
  const kind = shown === 'all' ? null : shown
  const office = useOffice()
  const checks = useQuery(
    useOrpc().figures.checks.queryOptions({
      input: { ...period, method, kind, ...paging },
      placeholderData: keepPreviousData,
    }),
  )
  const { data } = checks
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {checks.isPending && <LinearProgress aria-label={t('checks.running')} />}
      <ErrorAlert error={checks.error} />
      {data !== undefined && (
        <>
          <Outcome checks={data} />
          {data.doubted > 0 && (
            <>
              <Box
                sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', justifyContent: 'space-between' }}
              >
                <Kinds checks={data} shown={shown} onShow={show} />
                <SaveListButton
                  save={(language) => office.figures.exportChecks({ ...period, method, kind, language })}
                />
              </Box>
              <DoubtedGrid
                checks={data}
                paging={paging}
                loading={checks.isPlaceholderData}
                onPaging={setPaging}
              />
            </>
          )}
        </>
      )}
    </Box>
  )
}

function Outcome({ checks: { dossiers, doubted } }: { checks: FigureChecks }) {
  const t = useT('figure-report')
  const numbers = { doubted: formatNumber(doubted), dossiers: formatNumber(dossiers) }
  return (
    <Alert severity={doubted === 0 ? 'success' : 'warning'} data-testid="checks-outcome" sx={{ py: 0 }}>
      {t(doubted === 0 ? 'checks.clean' : 'checks.found', numbers)}
    </Alert>
  )
}

/** How many of each kind; a kind shows its dossiers alone. */
function Kinds({
  checks,
  shown,
  onShow,
}: {
  checks: FigureChecks
  shown: NonNullable<ShownChecks>
  onShow: (shown: ShownChecks) => void
}) {
  const t = useT('figure-report')
  const kinds = [
    { key: 'all' as const, words: t('checks.all'), number: checks.doubted },
    ...CHECK_KINDS.map((key) => ({ key, words: t(`checks.kind.${key}`), number: checks.counts[key] })),
  ]
  return (
    <Box role="group" aria-label={t('checks.kinds')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {kinds.map(({ key, words, number }) => (
        <Chip
          key={key}
          component="button"
          size="small"
          clickable
          disabled={number === 0}
          aria-pressed={shown === key}
          color={shown === key ? 'primary' : 'default'}
          variant={shown === key ? 'filled' : 'outlined'}
          label={t('checks.kindWithCount', { kind: words, number: formatNumber(number) })}
          data-testid="check-kind"
          data-kind={key}
          onClick={() => onShow(key)}
        />
      ))}
    </Box>
  )
}
