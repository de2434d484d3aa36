import { Box, Link } from '@mui/material'
import { type FieldPath, useFormContext } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { type TypedVersion, type VersionForm, formFaults } from './version-form.ts'

/** After a save that was refused: each field that is wrong, by its name, and the way to it. The form is long. */
export function FormProblems() {
  const t = useT('procedures')
  const words = useFieldWords()
  const label = useFieldLabels()
  const {
    formState: { errors, submitCount },
    setFocus,
  } = useFormContext<VersionForm, unknown, TypedVersion>()
  const places = formFaults(errors).flatMap(({ field, code }) => {
    const place = label(field)
    return place === null ? [] : [{ ...place, code }]
  })
  if (submitCount === 0 || places.length === 0) return null
  return (
    <Box role="alert" data-testid="form-problems" sx={FRAME}>
      <Box sx={{ fontWeight: 500 }}>{t('form.problems', { count: places.length })}</Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5, columns: places.length > 3 ? 2 : 1 }}>
        {places.map(({ name, focus, code }) => (
          <li key={focus}>
            <Link
              component="button"
              type="button"
              color="inherit"
              onClick={() => setFocus(focus)}
              sx={{ font: 'inherit', textAlign: 'left', verticalAlign: 'baseline' }}
            >
              {name}
            </Link>
            : {words(code)}
          </li>
        ))}
      </Box>
    </Box>
  )
}

interface Place {
  name: string
  focus: FieldPath<VersionForm>
}

/** The name of a field as it stands at the field, and where the focus goes; `null` for what has no field. */
function useFieldLabels(): (field: string) => Place | null {
  const t = useT('procedures')
  return (field) => {
    const [, list, at, part] = field.split('.')
    const index = Number(at)
    const number = index + 1
    if (field === 'reason') return { name: t('field.reason'), focus: 'reason' }
    switch (list) {
      case 'documents':
        if (at === undefined) return { name: t('field.documents'), focus: 'version.documents.0.name' }
        return { name: t('form.documentLine', { number }), focus: `version.documents.${index}.name` }
      case 'steps':
        if (at === undefined) return { name: t('field.steps'), focus: 'version.steps.0.name' }
        if (part === 'agency')
          return { name: t('form.stepAgency', { number }), focus: `version.steps.${index}.agency` }
        if (part === 'term')
          return { name: t('form.stepTerm', { number }), focus: `version.steps.${index}.term` }
        return { name: t('form.stepName', { number }), focus: `version.steps.${index}.name` }
      case 'phases':
        if (at === 'second') return { name: t('field.second'), focus: 'version.phases.second' }
        return { name: t(at === 'first' ? 'field.first' : 'field.phases'), focus: 'version.phases.first' }
      case 'key':
      case 'nationalCode':
      case 'nameVi':
      case 'nameEn':
      case 'field':
      case 'term':
      case 'remoteExtra':
      case 'validFrom':
      case 'validTo':
      case 'basis':
        return { name: t(`field.${list}`), focus: `version.${list}` }
      default:
        return null
    }
  }
}

const FRAME = {
  px: 1.5,
  py: 0.75,
  borderRadius: 1,
  fontSize: 13,
  maxHeight: 132,
  overflow: 'auto',
  color: 'standing.late.fg',
  bgcolor: 'standing.late.bg',
}
