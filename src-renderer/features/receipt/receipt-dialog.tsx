import { useT } from '../../app/i18n.ts'
import { type PaperShown, PdfDialog } from '../forms/pdf-dialog.tsx'

/** The receipt as it will come out of the printer. Enter prints, Escape leaves. */
export function ReceiptDialog({
  code,
  title,
  shown,
  onClose,
}: {
  code: string
  /** Where it is another paper than a receipt. */
  title?: string
  shown: PaperShown
  onClose: () => void
}) {
  const t = useT('common')
  const words = title ?? t('receipt.title', { code })
  return <PdfDialog title={words} shown={shown} testId="receipt" onClose={onClose} />
}
