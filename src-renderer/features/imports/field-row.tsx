import { Box, MenuItem, Select } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import type { ImportField, ImportSheet } from '../../../src-main/contract/imports.ts'
import { fieldOfColumn, type ImportColumn, isNeeded } from './mapping.ts'

/** One field of the register and the column of the file that holds it. */
export function FieldRow({
  field,
  sheet,
  disabled,
  wanting,
  onChange,
}: {
  field: ImportField
  sheet: ImportSheet
  disabled: boolean
  /** Needed, without a column, and the user has tried to go on. */
  wanting: boolean
  onChange: (column: number | null) => void
}) {
  const t = useT('imports')
  const words = useT('common')
  const name = words(`importField.${field}`)
  const column = sheet.columns.find(({ index }) => index === sheet.mapping[field])
  return (
    <tr data-field={field}>
      <th scope="row" style={{ fontWeight: isNeeded(field) ? 600 : 400 }}>
        {name}
        {isNeeded(field) && (
          <Box component="span" sx={{ ml: 1, fontWeight: 400, color: 'text.secondary' }}>
            {t('columns.needed')}
          </Box>
        )}
      </th>
      <td>
        <Select<number | typeof NONE>
          fullWidth
          displayEmpty
          disabled={disabled}
          error={wanting}
          value={column?.index ?? NONE}
          onChange={({ target }) => onChange(target.value === NONE ? null : Number(target.value))}
          renderValue={() => (column ? <ColumnName column={column} /> : <None />)}
          inputProps={{ 'aria-label': t('columns.columnOf', { field: name }) }}
          SelectDisplayProps={{ id: `import-field-${field}` }}
          MenuProps={{ slotProps: { paper: { sx: { maxHeight: 420 } } } }}
          sx={{ '& .MuiSelect-select': { py: 0.5, fontSize: 13 } }}
        >
          <MenuItem value={NONE}>
            <None />
          </MenuItem>
          {sheet.columns.map((option) => (
            <MenuItem
              key={option.index}
              value={option.index}
              disabled={isTaken(sheet, option, field)}
              sx={{ gap: 2, justifyContent: 'space-between' }}
            >
              <ColumnName column={option} />
              <OptionNote sheet={sheet} option={option} field={field} />
            </MenuItem>
          ))}
        </Select>
      </td>
      <Box component="td" title={samplesOf(column, 10)} sx={SAMPLES}>
        {samplesOf(column, 3)}
      </Box>
    </tr>
  )
}

/** MUI's Select has no null. */
const NONE = ''

const SAMPLES = {
  color: 'text.secondary',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}

/** The first values of a column that has any. */
function samplesOf(column: ImportColumn | undefined, count: number): string {
  const filled = column?.samples.filter((sample) => sample.trim() !== '') ?? []
  return filled.slice(0, count).join(' · ')
}

function isTaken(sheet: ImportSheet, option: ImportColumn, field: ImportField): boolean {
  const user = fieldOfColumn(sheet.mapping, option.index)
  return user !== null && user !== field
}

function None() {
  const t = useT('imports')
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {t('columns.none')}
    </Box>
  )
}

function ColumnName({ column: { letter, title } }: { column: ImportColumn }) {
  const t = useT('imports')
  return (
    <span>
      <b>{letter}</b> · {title === '' ? t('columns.untitled') : title}
    </span>
  )
}

/** Beside an option: what the column is used for already, or the first values in it. */
function OptionNote({
  sheet,
  option,
  field,
}: {
  sheet: ImportSheet
  option: ImportColumn
  field: ImportField
}) {
  const t = useT('imports')
  const words = useT('common')
  const user = fieldOfColumn(sheet.mapping, option.index)
  return (
    <Box component="span" sx={{ ...SAMPLES, fontSize: 12, maxWidth: 260 }}>
      {user !== null && user !== field
        ? t('columns.taken', { field: words(`importField.${user}`) })
        : samplesOf(option, 2)}
    </Box>
  )
}
