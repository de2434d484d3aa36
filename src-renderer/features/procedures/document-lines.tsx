import { useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { Line, LineCell, Lines } from './lines.tsx'
import { EMPTY_DOCUMENT, type TypedVersion, type VersionForm } from './version-form.ts'

/** The documents required, one a line. */
export function DocumentLines() {
  const t = useT('procedures')
  const { control, getValues, setFocus } = useFormContext<VersionForm, unknown, TypedVersion>()
  const { errors } = useFormState({ control, name: 'version.documents' })
  const lines = useFieldArray({ control, name: 'version.documents' })
  const last = lines.fields.length - 1
  const add = () => lines.append(EMPTY_DOCUMENT, { focusName: `version.documents.${last + 1}.name` })
  const remove = (index: number) => {
    if (last === 0) lines.update(0, EMPTY_DOCUMENT)
    else lines.remove(index)
    const near = Math.max(0, Math.min(index, last - 1))
    requestAnimationFrame(() => setFocus(`version.documents.${near}.name`))
  }
  return (
    <Lines title={t('form.documents')} addWords={t('form.addDocument')} onAdd={add}>
      {lines.fields.map((line, index) => (
        <Line
          key={line.id}
          columns="minmax(0, 1fr)"
          number={index + 1}
          removeWords={t('form.removeDocument', { number: index + 1 })}
          error={errors.version?.documents?.[index]?.name?.message}
          onRemove={() => remove(index)}
        >
          <LineCell
            name={`version.documents.${index}.name`}
            label={t('form.documentLine', { number: index + 1 })}
            onEnter={() => {
              // Enter in an empty last line leaves the list.
              if (index !== last || getValues(`version.documents.${index}.name`).trim() === '') return false
              add()
              return true
            }}
          />
        </Line>
      ))}
    </Lines>
  )
}
