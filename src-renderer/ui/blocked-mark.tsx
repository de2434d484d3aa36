import BlockIcon from '@mui/icons-material/BlockOutlined'
import { Box, Tooltip } from '@mui/material'
import { createContext, useContext } from 'react'
import { useT } from '../app/i18n.ts'
import { VISUALLY_HIDDEN } from './visually-hidden.ts'

/** The dossiers of a list whose parcels are blocked, each with the documents that block it. */
export const BlockedContext = createContext<ReadonlyMap<number, string>>(new Map())

/** Marks a dossier of a list whose parcel is blocked. */
export function BlockedMark({ dossierId }: { dossierId: number }) {
  const t = useT('common')
  const documents = useContext(BlockedContext).get(dossierId)
  if (documents === undefined) return null
  const words = t('blocked', { documents })
  return (
    <Tooltip title={words}>
      <Box component="span" sx={{ display: 'inline-flex', verticalAlign: 'middle', mr: 0.75 }}>
        <BlockIcon aria-hidden sx={{ fontSize: 16, color: 'standing.late.fg' }} />
        <Box component="span" sx={VISUALLY_HIDDEN}>
          {words}
        </Box>
      </Box>
    </Tooltip>
  )
}
