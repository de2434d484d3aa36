import { Box } from '@mui/material'
import { ERROR_CODES, type FieldError } from '../../../src-main/contract/errors.ts'
import { useT } from '../../app/i18n.ts'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'

/** Who of several refused, and why; nothing for any other error. */
export function Refusals({ error }: { error: unknown }) {
  const t = useT('common')
  const fieldWords = useFieldWords()
  const known = officeErrorOf(error)
  if (known?.code !== 'some-refused') return null
  const why = ({ code, params }: FieldError): string => {
    const whole = ERROR_CODES.find((one) => one === code)
    return whole === undefined ? (fieldWords(code) ?? '') : t(`error.${whole}`, params)
  }
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13, maxHeight: 180, overflowY: 'auto' }}>
      {known.fields.map((field) => (
        <li key={field.field}>
          <b>{field.params['code']}</b>: {why(field)}
        </li>
      ))}
    </Box>
  )
}
