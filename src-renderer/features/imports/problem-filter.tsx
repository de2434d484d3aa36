import { Box, Chip, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import {
  type ImportReport,
  NOTICE_CODES,
  PROBLEM_CODES,
  type ProblemCode,
} from '../../../src-main/contract/imports.ts'

/** Which problems are shown: one kind, only those that keep a row out, or all. */
export interface ShownProblems {
  code: ProblemCode | null
  blockingOnly: boolean
}

const EVERY_PROBLEM: ShownProblems = { code: null, blockingOnly: false }

/** What is shown at first: what keeps rows out, where there is such; notices can wait. */
export function firstShown({ kept }: ImportReport): ShownProblems {
  return kept > 0 ? { code: null, blockingOnly: true } : EVERY_PROBLEM
}

type Counts = ImportReport['counts']

/** The kinds of problems with their numbers; one click shows only that kind. */
export function ProblemFilter({
  counts,
  filter,
  onChange,
}: {
  counts: Counts
  filter: ShownProblems
  onChange: (filter: ShownProblems) => void
}) {
  const t = useT('imports')
  const sum = [...PROBLEM_CODES, ...NOTICE_CODES].reduce((all, code) => all + (counts[code] ?? 0), 0)
  const everything = filter.code === null && !filter.blockingOnly
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, flex: 'none' }}>
      <Group label={t('problems.show')}>
        <Choice
          label={t('problems.all', { number: formatNumber(sum) })}
          chosen={everything}
          onClick={() => onChange(EVERY_PROBLEM)}
        />
        <Choice
          label={t('problems.blockingOnly')}
          chosen={filter.blockingOnly}
          onClick={() => onChange({ code: null, blockingOnly: true })}
        />
      </Group>
      <Kinds label={t('problems.blocking')} codes={PROBLEM_CODES} {...{ counts, filter, onChange }} />
      <Kinds label={t('problems.notices')} codes={NOTICE_CODES} {...{ counts, filter, onChange }} />
      {counts['due-differs'] !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('problems.dueStands')}
        </Typography>
      )}
    </Box>
  )
}

function Kinds({
  label,
  codes,
  counts,
  filter,
  onChange,
}: {
  label: string
  codes: readonly ProblemCode[]
  counts: Counts
  filter: ShownProblems
  onChange: (filter: ShownProblems) => void
}) {
  const t = useT('imports')
  const words = useT('common')
  const found = codes.filter((code) => (counts[code] ?? 0) > 0)
  if (found.length === 0) return null
  return (
    <Group label={label}>
      {found.map((code) => (
        <Choice
          key={code}
          testId={`problem-${code}`}
          label={t('problems.kind', {
            kind: words(`problem.${code}`),
            number: formatNumber(counts[code] ?? 0),
          })}
          chosen={filter.code === code}
          onClick={() => onChange(filter.code === code ? EVERY_PROBLEM : { code, blockingOnly: false })}
        />
      ))}
    </Group>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'flex', alignItems: 'flex-start' }}>
      <Typography
        id={id}
        variant="body2"
        sx={{ color: 'text.secondary', width: 128, flex: 'none', lineHeight: '24px' }}
      >
        {label}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>{children}</Box>
    </Box>
  )
}

function Choice({
  label,
  chosen,
  onClick,
  testId,
}: {
  label: string
  chosen: boolean
  onClick: () => void
  testId?: string
}) {
  return (
    <Chip
      size="small"
      label={label}
      onClick={onClick}
      aria-pressed={chosen}
      data-testid={testId}
      color={chosen ? 'primary' : 'default'}
      variant={chosen ? 'filled' : 'outlined'}
      sx={{ fontSize: 12.5 }}
    />
  )
}
