import { GRID_DEFAULT_LOCALE_TEXT } from '@mui/x-data-grid'
import { enUS } from '@mui/x-date-pickers/locales'
import { describe, expect, it } from 'vitest'
import { viDataGrid } from './vi-data-grid.ts'
import { viDatePickers } from './vi-date-pickers.ts'

/** Words of features the licensed grid does not have: pivoting, charts, assistant, formulas. */
const PAID = /pivot|chart|aiAssistant|^prompt|formulaBar|toolbarAssistant/i

describe('Vietnamese words of the libraries', () => {
  it('are there for everything the date pickers say', () => {
    const english = enUS.components.MuiLocalizationProvider.defaultProps.localeText
    expect(Object.keys(viDatePickers).sort()).toEqual(Object.keys(english).sort())
  })

  it('are there for everything the data grid says', () => {
    const needed = Object.keys(GRID_DEFAULT_LOCALE_TEXT).filter((key) => !PAID.test(key))
    expect(Object.keys(viDataGrid)).toEqual(expect.arrayContaining(needed))
  })

  it('count the rows of a list in Vietnamese numbers', () => {
    const words = viDataGrid.paginationDisplayedRows
    const row = { from: 1, to: 50, page: 0, count: 15970, estimated: undefined }
    expect(words?.(row)).toBe('1–50 trong 15.970')
    expect(words?.({ ...row, count: -1 })).toBe('1–50 trong hơn 50')
  })

  it('name the open date of a picker', () => {
    expect(viDatePickers.openDatePickerDialogue('30/06/2020')).toBe('Chọn ngày, đang chọn 30/06/2020')
    expect(viDatePickers.openDatePickerDialogue(null)).toBe('Chọn ngày')
  })
})
