import { Box, Button, MenuItem, TextField } from '@mui/material'
import type { AuditFilter } from '../../../src-main/contract/audit.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useStaff } from '../../app/staff.ts'
import { en, vi } from '../../locales/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { EVERYTHING, isFiltered, kindsOf, withSource } from './filter.ts'

/** Source, kind, person, days and dossier the audit is filtered by. */
export function FilterBar({
  filter,
  onChange,
}: {
  filter: AuditFilter
  onChange: (filter: AuditFilter) => void
}) {
  const t = useT('audit')
  const { kinds } = { vi, en }[useLanguage()].audit
  const staff = useStaff()
  return (
    <Box
      role="search"
      aria-label={t('filter.label')}
      sx={{
        flex: 'none',
        display: 'grid',
        gap: 1.25,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))', lg: 'auto repeat(5, minmax(0, 1fr)) auto' },
      }}
    >
      <Choice
        label={t('filter.source')}
        value={filter.source}
        options={(['all', 'office', 'dossiers'] as const).map((value) => ({
          value,
          words: t(`filter.${value}`),
        }))}
        onChange={(source) => onChange(withSource(filter, source))}
      />
      <TextField
        select
        size="small"
        label={t('filter.kind')}
        value={filter.kind ?? ''}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        onChange={({ target }) =>
          onChange({ ...filter, kind: kindsOf('all').find((kind) => kind === target.value) ?? null })
        }
      >
        <MenuItem value="">{t('filter.anyKind')}</MenuItem>
        {kindsOf(filter.source).map((kind) => (
          <MenuItem key={kind} value={kind}>
            {kinds[kind]}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('filter.person')}
        value={filter.personId ?? ''}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        onChange={({ target }) =>
          onChange({ ...filter, personId: target.value === '' ? null : Number(target.value) })
        }
      >
        <MenuItem value="">{t('filter.anyone')}</MenuItem>
        {staff.data?.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <CivilDateField
        label={t('filter.from')}
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <CivilDateField
        label={t('filter.to')}
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
      <TextField
        size="small"
        label={t('filter.code')}
        value={filter.code}
        slotProps={{ htmlInput: { maxLength: 60 } }}
        onChange={({ target }) => onChange({ ...filter, code: target.value })}
      />
      <Button disabled={!isFiltered(filter)} onClick={() => onChange(EVERYTHING)} sx={{ height: 40 }}>
        {t('filter.clear')}
      </Button>
    </Box>
  )
}
