import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Button } from '@mui/material'
import { useState } from 'react'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useRights } from '../../../app/rights.ts'
import type { Grouping } from '../period-choice.ts'
import { ExportDialog } from './export-dialog.tsx'

/** Opens the dialog by which the report of a period leaves. */
export function ExportButton({
  period,
  by,
  method = 'original',
  closing = null,
}: {
  period: Period | null
  by: Grouping
  /** The due date the screen compares with; the dialog begins with it. */
  method?: Method
  /** Number of the closing whose figures leave; else those known now do. */
  closing?: number | null
}) {
  const t = useT('figure-report')
  const may = useRights()
  const [open, setOpen] = useState(false)
  if (!may('export')) return null
  return (
    <>
      <Button
        variant="contained"
        startIcon={<ExportIcon />}
        disabled={period === null}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('export.open')}
      </Button>
      {open && period !== null && (
        <ExportDialog {...{ period, by, method, closing }} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
