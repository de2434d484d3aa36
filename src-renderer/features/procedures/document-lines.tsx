import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { Line, LineCell } from './line.tsx'
import { Lines } from './lines.tsx'
import { useLineActions } from './use-lines.ts'
import { EMPTY_DOCUMENT, type TypedVersion, type VersionForm } from './version-form.ts'

/** The documents required, one a line. */
export function DocumentLines() {
  const t = useT('procedures')
  const { control, getValues } = useFormContext<VersionForm, unknown, TypedVersion>()
  const { errors } = useFormState({ control, name: 'version.documents' })
  const lines = useFieldArray({ control, name: 'version.documents' })
  const last = lines.fields.length - 1
  const add = () => lines.append(EMPTY_DOCUMENT, { focusName: `version.documents.${last + 1}.name` })
  const actionsOf = useLineActions('version.documents', {
    count: lines.fields.length,
    move: lines.move,
    remove: lines.remove,
    clear: () => lines.update(0, EMPTY_DOCUMENT),
  })
  return (
    <Lines title={t('form.documents')} addWords={t('form.addDocument')} onAdd={add}>
      {lines.fields.map((line, index) => {
        const number = index + 1
        const label = t('form.documentLine', { number })
        return (
          <Line
            key={line.id}
            columns="minmax(0, 1fr)"
            number={number}
            words={{
              remove: t('form.removeDocument', { number }),
              up: t('form.documentUp', { number }),
              down: t('form.documentDown', { number }),
            }}
            faults={[{ label, code: errors.version?.documents?.[index]?.name?.message }]}
            actions={actionsOf(index)}
          >
            <LineCell
              name={`version.documents.${index}.name`}
              label={label}
              onEnter={() => {
                // Enter in an empty last line leaves the list.
                if (index !== last || getValues(`version.documents.${index}.name`).trim() === '') return false
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
