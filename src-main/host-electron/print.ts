/**
 * Papers straight to the default printer, without a dialog: a window nobody sees shows the PDF and prints it.
 */
import { z } from 'zod'
import { type CallEvent, isTrustedSender } from './calls.ts'
import { PRINT_CHANNEL } from './channels.ts'

/** What is used of `ipcMain`. */
export interface PrintReceiver {
  handle(channel: string, listener: (event: CallEvent, content: unknown) => Promise<boolean>): void
}

/** What is used of a window that shows a paper. */
export interface PaperWindow {
  loadURL(address: string): Promise<void>
  readonly webContents: {
    print(options: { silent: boolean; printBackground: boolean }, done: (success: boolean) => void): void
  }
  destroy(): void
}

/** No paper of the office is larger: a register book of 20,000 lines. */
const MOST = 64 * 1024 * 1024
/** A PDF in base64 begins with `%PDF-`. */
const pdfSchema = z.string().max(MOST).startsWith('JVBERi0').pipe(z.base64())

/**
 * Answers the window's wish to print: true once the printer has taken the paper.
 * @param window the `webContents` of our window, `null` while there is none.
 */
export function setupPrinting(receiver: PrintReceiver, window: () => unknown, open: () => PaperWindow): void {
  receiver.handle(PRINT_CHANNEL, async (event, content) => {
    if (!isTrustedSender(event, window())) return false
    const pdf = pdfSchema.safeParse(content)
    return pdf.success && printSilently(pdf.data, open())
  })
}

/** How long the viewer may need to lay out the sheets once the file is there. */
const SETTLE_MS = 400

/** Whether the printer took it; where there is none, or the file cannot be shown, it did not. */
async function printSilently(content: string, paper: PaperWindow): Promise<boolean> {
  try {
    await paper.loadURL(`data:application/pdf;base64,${content}`)
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    return await new Promise<boolean>((resolve) =>
      paper.webContents.print({ silent: true, printBackground: true }, resolve),
    )
  } catch {
    // Whoever asked shows the print dialog instead.
    return false
  } finally {
    paper.destroy()
  }
}
