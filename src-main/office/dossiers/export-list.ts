/**
 * A list as an Excel file: what the window shows, filtered and sorted alike.
 */
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import type { Context } from '../context.ts'

/** The whole list, made in the worker. */
export function exportList(_context: Context, _input: Input<'dossiers', 'export'>): Promise<OfficeFile> {
  throw new OfficeError('busy')
}
