import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { VersionChange } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'

/** What was changed in a procedure, when, by whom and why; the newest first. */
export function ChangeList({ procedure, empty }: { procedure: string; empty: ReactNode }) {
  const words = useChangeWords()
  const asked = useQuery(useOrpc().procedures.changes.queryOptions())
  if (asked.isError) return <ErrorAlert error={asked.error} />
  const changes = (asked.data ?? [])
    .map((change) => ({ ...change, versions: change.versions.filter(({ key }) => key === procedure) }))
    .filter(({ versions }) => versions.length > 0)
  if (asked.data !== undefined && changes.length === 0) return empty
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25, fontSize: 13 }}>
      {changes.map(({ id, at, authorName, reason, versions }) => (
        <Box component="li" key={id} sx={{ borderLeft: 2, borderColor: 'divider', pl: 1.5 }}>
          <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
            {formatMoment(at)} · {authorName}
          </Box>
          {versions.map((version, index) => (
            <Box key={index} sx={{ fontWeight: 500 }}>
              {words(version)}
            </Box>
          ))}
          <Box>{reason}</Box>
        </Box>
      ))}
    </Box>
  )
}

function useChangeWords(): (change: VersionChange) => string {
  const t = useT('procedures')
  return ({ validFrom, what }) => {
    const from = formatDate(validFrom)
    switch (what.kind) {
      case 'added':
        return t('detail.added', { from })
      case 'closed':
        return t('detail.closed', { from, to: formatDate(what.validTo) })
      case 'status':
        return t('detail.statusChanged', {
          from,
          before: t(`status.${what.before}`),
          after: t(`status.${what.after}`),
        })
    }
  }
}
