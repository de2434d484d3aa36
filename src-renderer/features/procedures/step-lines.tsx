import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { useController, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { procedureStepSchema } from '../../../src-main/contract/procedures.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { useT } from '../../app/i18n.ts'
import { Line, LineCell } from './line.tsx'
import { Lines } from './lines.tsx'
import { useLineActions } from './use-lines.ts'
import { EMPTY_STEP, type TypedVersion, type VersionForm } from './version-form.ts'

const COLUMNS = 'minmax(0, 1.4fr) minmax(0, 1fr) 68px 132px 176px'
const UNITS = procedureStepSchema.shape.unit.options
const useVersion = () => useFormContext<VersionForm, unknown, TypedVersion>()

/** The steps: what is done, who does it, how long it may take. */
export function StepLines() {
  const t = useT('procedures')
  const { control, getValues } = useVersion()
  const { errors } = useFormState({ control, name: 'version.steps' })
  const lines = useFieldArray({ control, name: 'version.steps' })
  const last = lines.fields.length - 1
  const add = () => lines.append(EMPTY_STEP, { focusName: `version.steps.${last + 1}.name` })
  const actionsOf = useLineActions('version.steps', {
    count: lines.fields.length,
    move: lines.move,
    remove: lines.remove,
    clear: () => lines.update(0, EMPTY_STEP),
  })
  const heads = (['step', 'agency', 'stepTerm', 'stepUnit', 'stepRole'] as const).map((head) =>
    t(`detail.${head}`),
  )
  return (
    <Lines
      title={t('form.steps')}
      addWords={t('form.addStep')}
      onAdd={add}
      heads={{ columns: COLUMNS, words: heads }}
    >
      {lines.fields.map((line, index) => {
        const number = index + 1
        const error = errors.version?.steps?.[index]
        const labels = {
          name: t('form.stepName', { number }),
          agency: t('form.stepAgency', { number }),
          term: t('form.stepTerm', { number }),
        }
        return (
          <Line
            key={line.id}
            columns={COLUMNS}
            number={number}
            words={{
              remove: t('form.removeStep', { number }),
              up: t('form.stepUp', { number }),
              down: t('form.stepDown', { number }),
            }}
            faults={(['name', 'agency', 'term'] as const).map((part) => ({
              label: labels[part],
              code: error?.[part]?.message,
            }))}
            actions={actionsOf(index)}
          >
            <LineCell name={`version.steps.${index}.name`} label={labels.name} />
            <LineCell name={`version.steps.${index}.agency`} label={labels.agency} />
            <LineCell name={`version.steps.${index}.term`} label={labels.term} numeric />
            <UnitCell index={index} />
            <RoleCell
              index={index}
              onEnter={() => {
                if (index !== last || getValues(`version.steps.${index}.name`).trim() === '') return false
                add()
                return true
              }}
            />
          </Line>
        )
      })}
    </Lines>
  )
}

function UnitCell({ index }: { index: number }) {
  const t = useT('procedures')
  return (
    <SelectCell name={`version.steps.${index}.unit`} label={t('form.stepUnit', { number: index + 1 })}>
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {t(`unit.${unit}`)}
        </option>
      ))}
    </SelectCell>
  )
}

function RoleCell({ index, onEnter }: { index: number; onEnter: () => boolean }) {
  const t = useT('procedures')
  const common = useT('common')
  return (
    <SelectCell
      name={`version.steps.${index}.role`}
      label={t('form.stepRole', { number: index + 1 })}
      onEnter={onEnter}
    >
      <option value="">{t('form.roleByPlace')}</option>
      {STEP_ROLES.map((role) => (
        <option key={role} value={role}>
          {common(`detailWord.step.${role}`)}
        </option>
      ))}
    </SelectCell>
  )
}

function SelectCell({
  name,
  label,
  onEnter = () => false,
  children,
}: {
  name: `version.steps.${number}.${'unit' | 'role'}`
  label: string
  /** Whether Enter means something here. */
  onEnter?: () => boolean
  children: ReactNode
}) {
  const { control } = useVersion()
  const {
    field: { ref, ...field },
  } = useController({ control, name })
  return (
    <Box
      component="select"
      {...field}
      ref={ref}
      aria-label={label}
      onKeyDown={(event) => {
        // Alt with the arrow down opens the browser's own list.
        if (event.altKey && event.key === 'ArrowDown') event.stopPropagation()
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && onEnter()) event.preventDefault()
      }}
      sx={SELECT}
    >
      {children}
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
