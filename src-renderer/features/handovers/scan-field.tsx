import ScannerIcon from '@mui/icons-material/QrCodeScannerOutlined'
import { InputAdornment, TextField } from '@mui/material'
import { type RefObject, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useScanTaker } from '../../app/use-scan-taker.ts'

/** Takes codes one after the other: scanned here or anywhere on the screen, or typed and Enter. */
export function ScanField({
  inputRef,
  onCode,
}: {
  inputRef: RefObject<HTMLInputElement | null>
  onCode: (code: string) => void
}) {
  const t = useT('handovers')
  const [text, setText] = useState('')
  useScanTaker(onCode)
  return (
    <TextField
      label={t('scan')}
      placeholder={t('scanHint')}
      value={text}
      inputRef={inputRef}
      autoFocus
      fullWidth
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') setText('')
        if (event.key !== 'Enter' || event.ctrlKey) return
        event.preventDefault()
        if (text.trim() !== '') onCode(text.trim())
        setText('')
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 60 },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <ScannerIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
