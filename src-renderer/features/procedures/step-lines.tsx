import { Box } from '@mui/material'
import { useController, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { procedureStepSchema } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { Line, LineCell, Lines } from './lines.tsx'
import { EMPTY_STEP, type TypedVersion, type VersionForm } from './version-form.ts'

const UNITS = procedureStepSchema.shape.unit.options
const useVersion = () => useFormContext<VersionForm, unknown, TypedVersion>()

/** The steps: what is done, who does it, how long it may take. */
export function StepLines() {
  const t = useT('procedures')
  const { control, getValues, setFocus } = useVersion()
  const { errors } = useFormState({ control, name: 'version.steps' })
  const lines = useFieldArray({ control, name: 'version.steps' })
  const last = lines.fields.length - 1
  const add = () => lines.append(EMPTY_STEP, { focusName: `version.steps.${last + 1}.name` })
  const remove = (index: number) => {
    if (last === 0) lines.update(0, EMPTY_STEP)
    else lines.remove(index)
    const near = Math.max(0, Math.min(index, last - 1))
    requestAnimationFrame(() => setFocus(`version.steps.${near}.name`))
  }
  return (
    <Lines title={t('form.steps')} addWords={t('form.addStep')} onAdd={add}>
      {lines.fields.map((line, index) => {
        const number = index + 1
        const error = errors.version?.steps?.[index]
        return (
          <Line
            key={line.id}
            columns="minmax(0, 1.4fr) minmax(0, 1fr) 72px 140px"
            number={number}
            removeWords={t('form.removeStep', { number })}
            error={error?.name?.message ?? error?.term?.message}
            onRemove={() => remove(index)}
          >
            <LineCell name={`version.steps.${index}.name`} label={t('form.stepName', { number })} />
            <LineCell name={`version.steps.${index}.agency`} label={t('form.stepAgency', { number })} />
            <LineCell
              name={`version.steps.${index}.term`}
              label={t('form.stepTerm', { number })}
              numeric
              onEnter={() => {
                if (index !== last || getValues(`version.steps.${index}.name`).trim() === '') return false
                add()
                return true
              }}
            />
            <UnitCell index={index} />
          </Line>
        )
      })}
    </Lines>
  )
}

function UnitCell({ index }: { index: number }) {
  const t = useT('procedures')
  const { control } = useVersion()
  const {
    field: { ref, ...field },
  } = useController({ control, name: `version.steps.${index}.unit` })
  return (
    <Box
      component="select"
      {...field}
      ref={ref}
      aria-label={t('form.stepUnit', { number: index + 1 })}
      sx={SELECT}
    >
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {t(`unit.${unit}`)}
        </option>
      ))}
    </Box>
  )
}

const SELECT = {
  height: 32,
  font: 'inherit',
  fontSize: 13.5,
  px: 0.5,
  border: 0,
  borderRadius: 1,
  color: 'text.primary',
  bgcolor: 'background.paper',
  '&:focus-visible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: '-2px' },
} as const
