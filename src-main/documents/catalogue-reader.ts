/**
 * Reads a file of procedures, CSV or Excel, as rows under the columns of the catalogue.
 */
import { MAX_CATALOGUE_BYTES, MAX_VERSIONS } from '../contract/procedures.ts'
import {
  CATALOGUE_COLUMNS,
  COLUMN_TITLES,
  type CatalogueColumn,
  NEEDED_COLUMNS,
} from './catalogue-columns.ts'
import { type TableRow, readTitled } from './titled-table.ts'

/** A row of the file: its number there, and its cells by column; columns the file has not are missing. */
export type CatalogueRow = TableRow<CatalogueColumn>

/**
 * The rows under the header.
 * @throws OfficeError as {@link readTitled} does.
 */
export function readCatalogueRows(bytes: Uint8Array): Promise<CatalogueRow[]> {
  return readTitled(bytes, {
    columns: CATALOGUE_COLUMNS,
    titles: COLUMN_TITLES,
    needed: NEEDED_COLUMNS,
    maxBytes: MAX_CATALOGUE_BYTES,
    maxRows: MAX_VERSIONS,
  })
}
