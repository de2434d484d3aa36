import { Box, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'

/** What is written down about the dossier, in groups. */
export function DossierData({ page }: { page: DossierPage }) {
  const t = useT('dossier')
  const common = useT('common')
  const { row, particulars: p, returnedTo: returned } = page
  const level = p.onlineLevel === null ? '' : ` · ${common(`onlineLevel.${p.onlineLevel}`)}`
  return (
    <Section title={t('data.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Group title={t('data.applicant')}>
          <Line term={common('particular.applicantName')} value={p.applicantName} />
          <Line term={common('particular.idNumber')} value={p.idNumber} />
          <Line term={common('particular.phone')} value={p.phone} />
          <Line term={common('particular.email')} value={p.email} />
          <Line term={common('particular.address')} value={p.address} wide />
          <Line term={common('particular.representative')} value={p.representative} wide />
        </Group>
        <Group title={t('data.parcel')}>
          <Line term={common('particular.mapSheet')} value={p.mapSheet} />
          <Line term={common('particular.plot')} value={p.plot} />
          <Line term={common('particular.commune')} value={p.commune} />
          <Line term={common('particular.certificateNumber')} value={p.certificateNumber} />
        </Group>
        <Group title={t('data.submitted')}>
          <Line term={t('data.procedure')} value={row.procedureName} wide />
          <Line term={common('particular.content')} value={p.content} wide />
          <Line term={common('particular.sets')} value={String(p.sets)} />
          <Line term={common('particular.note')} value={p.note} wide />
        </Group>
        {p.documents.length > 0 && <Documents documents={p.documents} />}
        <Group title={t('data.ways')}>
          <Line term={common('particular.channel')} value={common(`channel.${p.channel}`) + level} />
          <Line term={common('particular.returnWay')} value={common(`returnWay.${p.returnWay}`)} />
          <Line term={common('column.holderName')} value={row.holderName ?? ''} />
          <Line term={common('column.endedOn')} value={formatDate(row.endedOn)} />
          <Line term={common('column.returnedOn')} value={formatDate(row.returnedOn)} />
          {returned !== null && <Line term={t('step.to')} value={returned.to} />}
          {returned?.way === 'post' && <Line term={t('step.tracking')} value={returned.tracking} />}
        </Group>
      </Box>
    </Section>
  )
}

/** Lines that belong together, under a heading. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="h3" sx={GROUP_TITLE}>
        {title}
      </Typography>
      <Box component="dl" sx={LINES}>
        {children}
      </Box>
    </Box>
  )
}

/** A name and what stands for it; a dash for nothing. */
export function Line({ term, value, wide = false }: { term: string; value: string; wide?: boolean }) {
  return (
    <Box sx={{ ...LINE, ...(wide ? { gridColumn: '1 / -1' } : {}) }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {value === '' ? '–' : value}
      </Box>
    </Box>
  )
}

/** The documents submitted, with how many of each. */
export function Documents({ documents }: { documents: DossierPage['particulars']['documents'] }) {
  const t = useT('reception')
  return (
    <Box component="table" sx={TABLE}>
      <thead>
        <tr>
          <th>{t('documents.title')}</th>
          <th>{t('documents.originals')}</th>
          <th>{t('documents.certifiedCopies')}</th>
          <th>{t('documents.photocopies')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((line, index) => (
          <tr key={index}>
            <td>{line.name}</td>
            <td>{line.originals || '–'}</td>
            <td>{line.certifiedCopies || '–'}</td>
            <td>{line.photocopies || '–'}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

const GROUP_TITLE = { fontSize: 13, mb: 0.5, pb: 0.25, borderBottom: 1, borderColor: 'divider' }
const LINES = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  columnGap: 3,
  rowGap: 0.5,
}
const LINE = { display: 'grid', gridTemplateColumns: '136px minmax(0, 1fr)', gap: 1, fontSize: 13 }
const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th': { fontWeight: 500, color: 'text.secondary', fontSize: 12, pb: 0.5 },
  '& th, & td': { textAlign: 'center', width: 80, p: 0 },
  '& th:first-of-type, & td:first-of-type': { textAlign: 'left', width: 'auto' },
  '& td': { borderTop: 1, borderColor: 'divider', py: '3px' },
}
