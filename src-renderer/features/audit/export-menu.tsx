import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button, Menu, MenuItem } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AuditFilter } from '../../../src-main/contract/audit.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { useReadAnew } from './use-audit.ts'

const FORMATS = ['xlsx', 'csv'] as const

/** Saves the filtered audit as a file; that is an entry of its own. */
export function ExportMenu({ filter }: { filter: AuditFilter }) {
  const t = useT('audit')
  const language = useLanguage()
  const toast = useToast()
  const words = useErrorWords()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const readAnew = useReadAnew()
  const file = useMutation(
    useOrpc().audit.export.mutationOptions({
      onSuccess: (made) => {
        downloadFile(made)
        readAnew()
      },
      onError: (error) => toast(words(error), { severity: 'error' }),
    }),
  )
  return (
    <>
      <Button
        ref={anchor}
        variant="outlined"
        startIcon={<ExportIcon />}
        loading={file.isPending}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {t('export.menu')}
      </Button>
      <Menu anchorEl={() => anchor.current} open={open} onClose={() => setOpen(false)}>
        {FORMATS.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              setOpen(false)
              file.mutate({ filter, format, language })
            }}
          >
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
