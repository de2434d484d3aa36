/**
 * The procedure catalogue as a file, CSV or Excel, in the columns of the bundled one. What is written here is read
 * back by {@link readCatalogueRows} unchanged.
 */
import { writeCsv } from 'hucre/csv'
import type { CellStyle } from 'hucre/xlsx'
import type { VersionInput } from '../contract/procedures.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { CATALOGUE_COLUMNS, type CatalogueColumn } from './catalogue-columns.ts'
import { joinDocuments, joinSteps } from './catalogue-lists.ts'
import {
  BOXED,
  DATE_FORMAT,
  TEXT_FORMAT,
  aligned,
  excelDate,
  font,
  newPage,
  put,
  writeBook,
} from './sheet.ts'

type Value = string | number | null

function valueOf(version: VersionInput, column: CatalogueColumn): Value {
  switch (column) {
    case 'key':
      return version.key
    case 'tthc_code':
      return version.nationalCode
    case 'name_vi':
      return version.nameVi
    case 'name_en':
      return version.nameEn
    case 'field':
      return version.field
    case 'term':
      return version.term
    case 'unit':
      return version.unit
    case 'remote_extra':
      return version.remoteExtra
    case 'phase1':
      return version.phases?.first ?? null
    case 'phase2':
      return version.phases?.second ?? null
    case 'fee_leg':
      return version.hasFeeLeg ? 'yes' : 'no'
    case 'effective_from':
      return version.validFrom
    case 'effective_to':
      return version.validTo
    case 'basis':
      return version.basis
    case 'status':
      return version.status
    case 'supplement_rule':
      return version.supplementRule
    case 'documents':
      return joinDocuments(version.documents)
    case 'steps':
      return joinSteps(version.steps)
  }
}

/** CSV in UTF-8 with the mark Excel knows it by; no cell is ever a formula. */
export function catalogueCsv(versions: readonly VersionInput[]): Uint8Array {
  const rows = versions.map((version) => CATALOGUE_COLUMNS.map((column) => valueOf(version, column)))
  return new TextEncoder().encode(
    writeCsv([[...CATALOGUE_COLUMNS], ...rows], { bom: true, escapeFormulae: true }),
  )
}

const BODY = { ...BOXED, ...font(11) }
const TEXT: CellStyle = { ...BODY, ...aligned('left', 'top'), numFmt: TEXT_FORMAT }
const COUNT: CellStyle = { ...BODY, ...aligned('center', 'top') }
const DATE: CellStyle = { ...BODY, ...aligned('center', 'top'), numFmt: DATE_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(11, { bold: true }), ...aligned('center') }

const NARROW: Partial<Record<CatalogueColumn, number>> = {
  term: 7,
  remote_extra: 9,
  phase1: 8,
  phase2: 8,
  fee_leg: 8,
}
const WIDE: Partial<Record<CatalogueColumn, number>> = {
  name_vi: 44,
  name_en: 36,
  basis: 36,
  documents: 40,
  steps: 40,
}
const isDate = (column: CatalogueColumn): boolean => column.startsWith('effective')

function styleOf(column: CatalogueColumn): CellStyle {
  if (isDate(column)) return DATE
  return column in NARROW && column !== 'fee_leg' ? COUNT : TEXT
}

/** The same as an Excel workbook; days are dates, codes are text. */
export function catalogueXlsx(versions: readonly VersionInput[], madeOn: CivilDate): Promise<Uint8Array> {
  const page = newPage()
  CATALOGUE_COLUMNS.forEach((column, index) => put(page, 0, index, { value: column, style: HEAD }))
  const rows = versions.map((version) => ({
    values: CATALOGUE_COLUMNS.map((column) => {
      if (column === 'effective_from') return excelDate(version.validFrom)
      if (column === 'effective_to') return excelDate(version.validTo)
      return valueOf(version, column)
    }),
  }))
  return writeBook(
    page,
    {
      name: 'Danh mục',
      widths: CATALOGUE_COLUMNS.map((column) => NARROW[column] ?? WIDE[column] ?? 16),
      titleRows: { first: 0, last: 0 },
      pagesTall: 0,
      frozenRows: 1,
      footer: 'Danh mục thủ tục hành chính',
      pageWord: 'Trang',
      title: 'Danh mục thủ tục hành chính',
      madeOn,
    },
    { firstRow: 1, styles: CATALOGUE_COLUMNS.map(styleOf), count: rows.length, rows },
  )
}
