import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button, Menu, MenuItem } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StopFilter, StopSort } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { downloadFile } from '../../ui/download.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'

const FORMATS = ['xlsx', 'csv'] as const

/** Saves the register as filtered and sorted. */
export function ExportMenu({ filter, sort }: { filter: StopFilter; sort: StopSort }) {
  const t = useT('stops')
  const toast = useToast()
  const words = useErrorWords()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const file = useMutation(
    useOrpc().stops.export.mutationOptions({
      onSuccess: downloadFile,
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
        {t('export.button')}
      </Button>
      <Menu anchorEl={() => anchor.current} open={open} onClose={() => setOpen(false)}>
        {FORMATS.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              setOpen(false)
              file.mutate({ filter, sort, format })
            }}
          >
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
