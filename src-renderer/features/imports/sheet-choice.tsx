import { Box, MenuItem, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import type { ImportRun, StateAt } from './import-run.ts'

const LAST_HEADER_ROW = 1000

/** Which sheet, and in which row its titles stand. */
export function SheetChoice({ run, state }: { run: ImportRun; state: StateAt<'columns'> }) {
  const t = useT('imports')
  const { file, sheet, proposing } = state
  const found = sheet.headerRow > 0
  const shown = found ? String(sheet.headerRow) : ''
  const [{ of, row }, setRow] = useState({ of: sheet, row: shown })
  // Another sheet, or its titles found in another row: what was typed is past.
  if (of.name !== sheet.name || of.headerRow !== sheet.headerRow) setRow({ of: sheet, row: shown })
  const number = Number(row)
  const wrong = row !== '' && !(Number.isInteger(number) && number >= 1 && number <= LAST_HEADER_ROW)
  const apply = () => {
    if (row !== '' && !wrong) void run.chooseHeaderRow(number)
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, flexWrap: 'wrap' }}>
      {file.sheets.length > 1 ? (
        <TextField
          select
          fullWidth={false}
          label={t('columns.sheet')}
          value={sheet.name}
          disabled={proposing}
          onChange={({ target }) => run.chooseSheet(target.value)}
          sx={{ width: 280 }}
        >
          {file.sheets.map(({ name }) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      ) : (
        <Typography variant="body2" sx={{ py: 1 }}>
          {t('columns.onlySheet', { name: sheet.name })}
        </Typography>
      )}
      <TextField
        fullWidth={false}
        label={t('columns.headerRow')}
        value={row}
        error={wrong || !found}
        helperText={wrong ? t('columns.headerRowWrong') : found ? undefined : t('columns.headerRowMissing')}
        onChange={({ target }) => setRow({ of, row: target.value.replace(/\D/g, '') })}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          // Enter here looks for the titles again; it does not begin the check.
          event.preventDefault()
          apply()
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        sx={{ width: found ? 150 : 320 }}
      />
    </Box>
  )
}
