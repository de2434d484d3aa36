/**
 * Errors of the office in the window: reading them from what was thrown, words for them, and their place in
 * a form.
 */
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { useT } from '../app/i18n.ts'
import { vi } from '../locales/index.ts'
import {
  ERROR_CODES,
  type ErrorCode,
  type FieldError,
  type OfficeErrorData,
} from '../../src-main/contract/errors.ts'

/** The office's error in something thrown, or `null` when it is none: a bug or a lost connection. */
export function officeErrorOf(error: unknown): OfficeErrorData | null {
  if (!isRecord(error) || !isRecord(error['data'])) return null
  const { code, params, fields } = error['data']
  if (!isErrorCode(code)) return null
  return {
    code,
    params: isRecord(params) ? textsAndNumbers(params) : {},
    fields: Array.isArray(fields) ? fields.filter(isFieldError) : [],
  }
}

/** Words for anything thrown. Unknown errors get general words, never their own text. */
export function useErrorWords(): (error: unknown) => string {
  const t = useT('common')
  return (error) => {
    const known = officeErrorOf(error)
    return known === null ? t('error.unknown') : t(`error.${known.code}`, known.params)
  }
}

type FieldErrorCode = keyof typeof vi.common.fieldError

/** Words for the code of a field error; `undefined` when there is no error. Unknown codes get general words. */
export function useFieldWords(): (code: string | undefined) => string | undefined {
  const t = useT('common')
  return (code) => {
    if (code === undefined) return undefined
    return t(`fieldError.${isFieldErrorCode(code) ? code : 'invalid'}`)
  }
}

/**
 * Puts the office's field errors at the fields of a form and the focus on the first of them.
 * @param toField turns the path in the input into the form's field name; `null` where the form has none.
 * @returns whether at least one error found its field; otherwise show the error as a whole.
 */
export function applyFieldErrors<Values extends FieldValues, Context, Output>(
  form: Pick<UseFormReturn<Values, Context, Output>, 'setError'>,
  error: unknown,
  toField: (path: string) => FieldPath<Values> | null,
): boolean {
  const placed = (officeErrorOf(error)?.fields ?? []).flatMap(({ field, code }) => {
    const name = toField(field)
    return name === null ? [] : [{ name, code }]
  })
  placed.forEach(({ name, code }, index) => {
    form.setError(name, { type: 'office', message: code }, { shouldFocus: index === 0 })
  })
  return placed.length > 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isErrorCode(code: unknown): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code)
}

function isFieldErrorCode(code: string): code is FieldErrorCode {
  return Object.hasOwn(vi.common.fieldError, code)
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['code'] === 'string'
}

function textsAndNumbers(params: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  )
}
