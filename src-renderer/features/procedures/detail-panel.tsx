import AddIcon from '@mui/icons-material/AddOutlined'
import CloseIcon from '@mui/icons-material/CloseOutlined'
import { Box, Button, Drawer, IconButton, Typography } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { ChangeList } from './change-list.tsx'
import { StatusChip } from './status-chip.tsx'
import { StatusDialog } from './status-dialog.tsx'
import { StepTable } from './step-table.tsx'
import { VersionFacts } from './version-facts.tsx'
import { VersionList } from './version-list.tsx'
import { useVersionWords } from './words.ts'

/** One version whole: what it says, documents, steps, the other versions, and what was changed when and why. */
export function DetailPanel({
  version,
  versions,
  onShow,
  onNewVersion,
  onClose,
}: {
  version: CatalogueVersion
  /** All versions of the procedure, newest first. */
  versions: readonly CatalogueVersion[]
  onShow: (id: number) => void
  onNewVersion: () => void
  onClose: () => void
}) {
  const t = useT('procedures')
  const common = useT('common')
  const may = useRights()
  const words = useVersionWords()
  const titleId = useId()
  const [changing, setChanging] = useState(false)
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: 'min(640px, 94vw)', borderLeft: 1, borderColor: 'divider' },
        },
      }}
    >
      <Box component="header" sx={{ px: 3, pt: 2.5, pb: 1.5, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Typography id={titleId} variant="h2" sx={{ flex: 1 }}>
            {words.name(version)}
          </Typography>
          <IconButton size="small" aria-label={common('button.close')} onClick={onClose} autoFocus>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Box>
        <Box
          sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mt: 0.75, fontSize: 13 }}
        >
          <span>{words.validity(version)}</span>
          <StatusChip status={version.status} />
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('detail.dossiers', { count: version.dossiers })}
          </Box>
        </Box>
        {may('rules') && (
          <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
            <Button variant="contained" startIcon={<AddIcon />} onClick={onNewVersion}>
              {t('detail.newVersion')}
            </Button>
            <Button variant="outlined" onClick={() => setChanging(true)}>
              {t('detail.changeStatus')}
            </Button>
          </Box>
        )}
      </Box>
      <Box
        sx={{ flex: 1, overflow: 'auto', px: 3, py: 2, display: 'grid', gap: 2.5, alignContent: 'start' }}
        tabIndex={0}
        role="group"
        aria-label={t('detail.facts')}
      >
        <VersionFacts version={version} />
        <Part title={t('detail.documents')}>
          {version.documents.length === 0 ? (
            <Quiet>{t('detail.noDocuments')}</Quiet>
          ) : (
            <Box component="ol" sx={{ m: 0, pl: 2.5, fontSize: 13, '& li': { py: '2px' } }}>
              {version.documents.map((document, index) => (
                <li key={index}>{document}</li>
              ))}
            </Box>
          )}
        </Part>
        <Part title={t('detail.steps')}>
          {version.steps.length === 0 ? (
            <Quiet>{t('detail.noSteps')}</Quiet>
          ) : (
            <StepTable steps={version.steps} />
          )}
        </Part>
        <Part title={t('detail.versions')}>
          <VersionList versions={versions} shown={version.id} onShow={onShow} />
        </Part>
        <Part title={t('detail.history')}>
          <ChangeList procedure={version.key} empty={<Quiet>{t('detail.noHistory')}</Quiet>} />
        </Part>
      </Box>
      {changing && <StatusDialog version={version} onClose={() => setChanging(false)} />}
    </Drawer>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Typography variant="h3" component="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      {children}
    </section>
  )
}

function Quiet({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  )
}
