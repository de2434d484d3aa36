/**
 * Where papers go: straight to the default printer where the shell can and the user wants it, to the window's own print
 * dialog otherwise.
 */
import { useCallback } from 'react'
import type { OfficeFile } from '../../src-main/contract/common.ts'
import { printPdf } from '../ui/pdf.ts'
import { usePreference } from './preferences.ts'

/** Whether the program can print without asking: the desktop shell alone. */
export function canPrintDirectly(): boolean {
  return window.bridge?.print !== undefined
}

/** Whether this user has papers printed without a dialog. */
export function usePrintDirectly(): [boolean, (wanted: boolean) => void] {
  const [kept, keep] = usePreference('print.directly')
  return [canPrintDirectly() && kept === 'yes', (wanted) => keep(wanted ? 'yes' : 'no')]
}

/** What became of a paper: sent to the printer, shown in the print dialog, or saved as a file. */
export type Printed = 'sent' | 'printing' | 'saved'

/** Prints a file. A printer that cannot be reached without a dialog is asked for with one. */
export function usePrinter(): { directly: boolean; print: (file: OfficeFile) => Promise<Printed> } {
  const [directly] = usePrintDirectly()
  const print = useCallback(
    async (file: OfficeFile): Promise<Printed> => {
      if (directly && (await window.bridge?.print?.(file.content)) === true) return 'sent'
      return printPdf(file)
    },
    [directly],
  )
  return { directly, print }
}
