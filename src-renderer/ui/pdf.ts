/**
 * PDFs the office made: shown in the window's own viewer, and sent to the printer.
 */
import type { OfficeFile } from '../../src-main/contract/common.ts'
import { downloadFile } from './download.ts'

/** Whether this window can show a PDF. */
export function canShowPdf(): boolean {
  return navigator.pdfViewerEnabled
}

/** Shows a file in a frame. Returns what lets go of it again. */
export function showPdf(frame: HTMLIFrameElement, file: OfficeFile): () => void {
  const address = addressOf(file)
  // Chromium's viewer without its own bars: the dialog has the buttons.
  frame.src = `${address}#toolbar=0&navpanes=0&view=FitH`
  return () => URL.revokeObjectURL(address)
}

/** Opens the print window for what a frame shows. */
export function printFrame(frame: HTMLIFrameElement | null): void {
  frame?.contentWindow?.print()
}

/**
 * Prints a file without showing it first. Where the window cannot show PDFs the file is saved instead.
 * @returns what became of it.
 */
export function printPdf(file: OfficeFile): 'printing' | 'saved' {
  if (!canShowPdf()) {
    downloadFile(file)
    return 'saved'
  }
  // The frame of the print before is not needed any more; this one stays, as printing goes on behind its back.
  document.querySelectorAll(`iframe.${PRINT_FRAME}`).forEach((frame) => frame.remove())
  const before = document.activeElement
  const frame = document.createElement('iframe')
  frame.className = PRINT_FRAME
  frame.title = file.name
  frame.tabIndex = -1
  frame.ariaHidden = 'true'
  // Out of sight, yet laid out: what is not displayed at all is not printed.
  frame.style.cssText =
    'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0;pointer-events:none'
  frame.addEventListener('load', () => {
    printFrame(frame)
    // The viewer takes the focus as it opens; the clerk is typing the next dossier.
    if (document.activeElement === frame && before instanceof HTMLElement) before.focus()
  })
  frame.src = addressOf(file)
  document.body.append(frame)
  return 'printing'
}

const PRINT_FRAME = 'printed-file'

function addressOf({ content, mediaType }: OfficeFile): string {
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type: mediaType }))
}
