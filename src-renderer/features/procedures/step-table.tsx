import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useVersionWords } from './words.ts'

/** The path of a dossier: each step with who takes it and how long. */
export function StepTable({ steps }: Pick<CatalogueVersion, 'steps'>) {
  const t = useT('procedures')
  const common = useT('common')
  const words = useVersionWords()
  return (
    <Table
      size="small"
      aria-label={t('detail.steps')}
      sx={{ '& th, & td': { px: 1, py: '4px', fontSize: 13 } }}
    >
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: 28 }}>
            #
          </TableCell>
          <TableCell>{t('detail.step')}</TableCell>
          <TableCell>{t('detail.agency')}</TableCell>
          <TableCell>{t('detail.stepRole')}</TableCell>
          <TableCell align="right">{t('detail.stepTerm')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {steps.map((step, index) => (
          <TableRow key={index}>
            <TableCell align="right">{index + 1}</TableCell>
            <TableCell>{step.name}</TableCell>
            <TableCell>{step.agency}</TableCell>
            <TableCell>{step.role === undefined ? '' : common(`detailWord.step.${step.role}`)}</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {words.stepTerm(step)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
