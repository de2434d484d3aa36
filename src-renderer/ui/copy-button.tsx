import { IconButton, Tooltip } from '@mui/material'
import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import CopiedIcon from '@mui/icons-material/CheckOutlined'
import { useState } from 'react'
import { useT } from '../app/i18n.ts'

/** Copies a short text, such as a dossier code, and shows that it did. */
export function CopyButton({ text }: { text: string }) {
  const t = useT('dossier')
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === text
  const label = done ? t('copied') : t('copyCode')
  return (
    <Tooltip title={label}>
      <IconButton
        size="small"
        className="no-print"
        aria-label={label}
        onClick={() => void copyText(text).then((good) => good && setCopied(text))}
      >
        {done ? <CopiedIcon fontSize="small" color="success" /> : <CopyIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  )
}

/** Copies a text to the clipboard. Answers whether it could. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
