import { Button, Tooltip } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import FileIcon from '@mui/icons-material/UploadFileOutlined'
import ProposeIcon from '@mui/icons-material/AutoFixHighOutlined'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DayChange } from '../../../src-main/contract/calendar.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import { type Row, standingRows, yearOf } from './draft.ts'
import { ExportDialog } from './export-dialog.tsx'
import { FileFaults } from './file-faults.tsx'
import { contentOf, LARGEST_CALENDAR } from './file-content.ts'
import { useDraft } from './use-draft.ts'

/** Proposal, file in, file out. What comes in goes into the draft, to be looked through. */
export function FileActions({ year, onFilled }: { year: number; onFilled: (year: number) => void }) {
  const t = useT('calendar')
  const may = useRights()
  const [exporting, setExporting] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const propose = usePropose(onFilled)
  const read = useReadFile(onFilled)
  return (
    <>
      {may('rules') && (
        <>
          <Tooltip title={t('action.proposeHint')} describeChild>
            <Button
              variant="outlined"
              startIcon={<ProposeIcon />}
              loading={propose.isPending}
              loadingPosition="start"
              onClick={() => propose.mutate(year)}
            >
              {t('action.propose', { year })}
            </Button>
          </Tooltip>
          <Button
            variant="outlined"
            startIcon={<FileIcon />}
            loading={read.isPending}
            loadingPosition="start"
            onClick={() => input.current?.click()}
          >
            {t('action.readFile')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.xlsx"
            hidden
            data-testid="calendar-file"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file !== undefined) read.mutate(file)
              // The same file may be chosen again once it has been mended.
              currentTarget.value = ''
            }}
          />
        </>
      )}
      <Button variant="outlined" startIcon={<ExportIcon />} onClick={() => setExporting(true)}>
        {t('action.export')}
      </Button>
      {exporting && <ExportDialog year={year} onClose={() => setExporting(false)} />}
      {read.isError && (
        <FileFaults fileName={read.variables.name} error={read.error} onClose={() => read.reset()} />
      )}
    </>
  )
}

/** The rows of the calendar as it stands in the years of some changes. */
function useStanding(): (changes: readonly DayChange[]) => Promise<Map<CivilDate, Row>> {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return async (changes) => {
    const years = [...new Set(changes.map(({ date }) => yearOf(date)))]
    const known = await Promise.all(
      years.map((year) => queries.fetchQuery(orpc.calendar.year.queryOptions({ input: { year } }))),
    )
    return standingRows(known.flatMap(({ days }) => days))
  }
}

function usePropose(onFilled: (year: number) => void) {
  const t = useT('calendar')
  const office = useOffice()
  const toast = useToast()
  const words = useErrorWords()
  const { draft } = useDraft()
  const standing = useStanding()
  return useMutation({
    mutationFn: async (year: number) => {
      const changes = await office.calendar.propose({ year })
      return draft.fill(changes, await standing(changes), true)
    },
    onSuccess: ({ taken }, year) => {
      toast(taken === 0 ? t('filled.proposedNone') : t('filled.proposed', { count: taken }), {
        severity: 'info',
      })
      if (taken > 0) onFilled(year)
    },
    onError: (error) => toast(words(error), { severity: 'error' }),
  })
}

function useReadFile(onFilled: (year: number) => void) {
  const t = useT('calendar')
  const office = useOffice()
  const toast = useToast()
  const { draft } = useDraft()
  const standing = useStanding()
  return useMutation({
    mutationFn: async (file: File) => {
      const content = await contentOf(file, LARGEST_CALENDAR)
      const changes = await office.calendar.readFile({ fileName: file.name, content })
      const { taken } = draft.fill(changes, await standing(changes), false)
      return { taken, first: changes[0] }
    },
    onSuccess: ({ taken, first }) => {
      toast(taken === 0 ? t('filled.readNone') : t('filled.read', { count: taken }), { severity: 'info' })
      if (taken > 0 && first !== undefined) onFilled(yearOf(first.date))
    },
  })
}
