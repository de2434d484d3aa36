import { useT } from '../../app/i18n.ts'
import { type PaperShown, PdfDialog } from '../forms/pdf-dialog.tsx'

/** The receipt as it will come out of the printer. Enter prints, Escape leaves. */
export function ReceiptDialog({
  code,
  shown,
  onClose,
}: {
  code: string
  shown: PaperShown
  onClose: () => void
}) {
  const t = useT('common')
  return <PdfDialog title={t('receipt.title', { code })} shown={shown} testId="receipt" onClose={onClose} />
}
