import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactNode, useId, useMemo } from 'react'
import type { z } from 'zod'
import type {
  CatalogueVersion,
  VersionInput,
  catalogueFileSchema,
} from '../../../src-main/contract/procedures.ts'
import { planVersion } from '../../../src-main/domain/catalogue.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'
import { vi } from '../../locales/index.ts'
import { useChoices } from './use-choices.ts'
import { useVersionWords } from './words.ts'

type Found = z.output<typeof catalogueFileSchema>
type FieldName = keyof typeof vi.procedures.field

/** What a file holds: the versions it would add, each with the one it ends, and what is to be mended in it. */
export function ImportPreview({ found, versions }: { found: Found; versions: readonly CatalogueVersion[] }) {
  const t = useT('procedures')
  const { versions: fresh, problems, known } = found
  return (
    <>
      <Typography role="status" sx={{ fontWeight: 500 }}>
        {t('import.new', { count: fresh.length })} · {t('import.known', { count: known })} ·{' '}
        {t('import.problems', { count: problems.length })}
      </Typography>
      {fresh.length === 0 ? (
        <Typography variant="body2">{t('import.nothing')}</Typography>
      ) : (
        <NewVersions fresh={fresh} versions={versions} />
      )}
      {problems.length > 0 && <Problems problems={problems} />}
    </>
  )
}

function NewVersions({
  fresh,
  versions,
}: {
  fresh: readonly VersionInput[]
  versions: readonly CatalogueVersion[]
}) {
  const t = useT('procedures')
  const words = useVersionWords()
  const endings = useMemo(() => endingsOf(fresh, versions), [fresh, versions])
  return (
    <List
      title={t('import.versions')}
      heads={[t('column.name'), t('column.term'), t('column.validity'), t('import.closes')]}
    >
      {fresh.map((version, index) => {
        const ends = endings[index]
        return (
          <TableRow key={`${version.key} ${version.validFrom}`}>
            <TableCell>{words.name(version)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.term(version)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.validity(version)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {ends ? t('import.closesOn', { from: formatDate(ends.from), to: formatDate(ends.to) }) : '–'}
            </TableCell>
          </TableRow>
        )
      })}
    </List>
  )
}

interface Ending {
  from: CivilDate
  to: CivilDate
}

/** For each new version the one it ends; the file's versions come in the order of their days. */
function endingsOf(fresh: readonly VersionInput[], versions: readonly CatalogueVersion[]): (Ending | null)[] {
  const standing: Pick<VersionInput, 'key' | 'validFrom' | 'validTo'>[] = versions.map((one) => ({ ...one }))
  return fresh.map((version) => {
    const plan = planVersion(version, standing)
    standing.push({ ...version })
    if (!plan.fits || plan.closes === null) return null
    plan.closes.version.validTo = plan.closes.validTo
    return { from: plan.closes.version.validFrom, to: plan.closes.validTo }
  })
}

function Problems({ problems }: { problems: Found['problems'] }) {
  const t = useT('procedures')
  const words = useFieldWords()
  const choices = useChoices()
  const why = ({ field, code }: Found['problems'][number]): ReactNode => {
    const usable = code === 'not-a-choice' ? choices(field) : null
    return usable === null
      ? words(code)
      : t('import.choices', { why: words(code) ?? '', choices: usable.join('; ') })
  }
  return (
    <List
      title={t('import.problemList')}
      hint={t('import.skipped')}
      heads={[t('import.row'), t('import.cell'), t('import.value'), t('import.why')]}
    >
      {problems.map((problem, index) => {
        const { row, field, value } = problem
        return (
          <TableRow key={index}>
            <TableCell>{row}</TableCell>
            <TableCell>{isFieldName(field) ? t(`field.${field}`) : field}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              {value === '' ? t('import.empty') : value}
            </TableCell>
            <TableCell>{why(problem)}</TableCell>
          </TableRow>
        )
      })}
    </List>
  )
}

function isFieldName(field: string): field is FieldName {
  return Object.hasOwn(vi.procedures.field, field)
}

function List({
  title,
  hint,
  heads,
  children,
}: {
  title: string
  hint?: string
  heads: readonly string[]
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Typography id={id} variant="h3">
        {title}
      </Typography>
      {hint !== undefined && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      )}
      <Box
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        sx={{
          maxHeight: 220,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          mt: 0.75,
        }}
      >
        <Table size="small" stickyHeader aria-labelledby={id} sx={{ '& td': { fontSize: 13, py: '5px' } }}>
          <TableHead>
            <TableRow>
              {heads.map((head) => (
                <TableCell key={head} sx={{ fontWeight: 600, fontSize: 12.5, bgcolor: 'background.paper' }}>
                  {head}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>{children}</TableBody>
        </Table>
      </Box>
    </section>
  )
}
