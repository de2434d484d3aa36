/**
 * For the tests of attacks: a fitting input for every operation, made from its schema, and every place in it where
 * something else can be put.
 */
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../contract/index.ts'
import type { OperationMeta } from '../contract/operation.ts'
import type { Right } from '../domain/people.ts'

/** An operation of the contract as an attacker sees it. */
export interface Target {
  path: [feature: string, operation: string]
  name: string
  right: Right
  /** `null` for an operation without input. */
  input: z.core.$ZodType | null
}

/** Every operation there is. */
export const TARGETS: Target[] = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries<AnyContractRouter>(operations).map(([operation, found]): Target => {
    if (!isContractProcedure(found)) throw new Error(`${feature}.${operation} is no operation`)
    const input: unknown = found['~orpc'].inputSchema
    return {
      path: [feature, operation],
      name: `${feature}.${operation}`,
      right: (found['~orpc'].meta as OperationMeta).right,
      input: input instanceof z.core.$ZodType ? input : null,
    }
  }),
)

/** Texts that fit some field or other, the likeliest first. */
const TEXTS = [
  'Nguyễn Văn A',
  '2026-11-23',
  '2026-11-23T02:00:00.000Z',
  '08:00',
  '000.00.22.H32',
  'mot-hai',
  'tran.thi.b',
  '00000000-0000-4000-8000-000000000000',
  'QUJD',
  'mật-khẩu-thử-9',
  '0901234567',
  '079012345678',
  'a@b.vn',
  '',
]
/** Fields whose first fitting text above would be refused by what comes after the schema. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  password: 'mật-khẩu-thử-9',
  current: 'mật-khẩu-thử-9',
  next: 'mật-khẩu-thử-10',
  year: 2026,
  onlineLevel: null,
  closing: null,
  phases: null,
  hours: { morning: ['07:30', '11:30'], afternoon: ['13:00', '17:00'] },
  redated: null,
  revoked: null,
  validTo: null,
  folder: null,
  lookMonths: 12,
  stops: true,
}

/** Given values for fields of that name, wherever they stand. */
export type Given = Readonly<Record<string, unknown>>

/** An input that fits the schema. */
export function fitting(schema: z.core.$ZodType, given: Given = {}, name = ''): unknown {
  if (Object.hasOwn(given, name)) return given[name]
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name]
  const inner = (found: z.core.$ZodType): unknown => fitting(found, given, name)
  if (schema instanceof z.core.$ZodObject) {
    return Object.fromEntries(
      Object.entries<z.core.$ZodType>(schema._zod.def.shape).map(([key, part]) => [
        key,
        fitting(part, given, key),
      ]),
    )
  }
  if (schema instanceof z.core.$ZodNullable || schema instanceof z.core.$ZodOptional)
    return inner(schema._zod.def.innerType)
  if (schema instanceof z.core.$ZodDefault) return inner(schema._zod.def.innerType)
  if (schema instanceof z.core.$ZodString) return text(schema)
  if (schema instanceof z.core.$ZodPipe) {
    const start = schema._zod.def.in
    return start instanceof z.core.$ZodString || start instanceof z.core.$ZodPipe
      ? text(schema)
      : inner(start)
  }
  // `from` and `to` of the calendar are years.
  if (schema instanceof z.core.$ZodNumber) return name === 'from' || name === 'to' ? 2026 : 1
  if (schema instanceof z.core.$ZodBoolean) return false
  if (schema instanceof z.core.$ZodEnum) return Object.values(schema._zod.def.entries)[0]
  if (schema instanceof z.core.$ZodLiteral) return schema._zod.def.values[0]
  if (schema instanceof z.core.$ZodArray) return [fitting(schema._zod.def.element, given, `${name}[]`)]
  if (schema instanceof z.core.$ZodTuple) return schema._zod.def.items.map(inner)
  if (schema instanceof z.core.$ZodUnion) return inner(first(schema._zod.def.options))
  if (schema instanceof z.core.$ZodRecord) return {}
  throw new Error(`no input is known for ${name}: ${schema._zod.def.type}`)
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

function text(schema: z.core.$ZodType): string {
  return TEXTS.find((one) => z.core.safeParse(schema, one).success) ?? ''
}

/** The places of an input: each with a way to put something else there. */
export function places(input: unknown): { at: string; value: unknown; put: (other: unknown) => unknown }[] {
  const whole = { at: '', value: input, put: (other: unknown) => other }
  if (Array.isArray(input)) {
    return [whole, ...input.flatMap((item, index) => within(input, index, item))]
  }
  if (typeof input !== 'object' || input === null) return [whole]
  return [whole, ...Object.entries(input).flatMap(([key, value]) => within(input, key, value))]
}

function within(parent: object, key: string | number, value: unknown): ReturnType<typeof places> {
  return places(value).map((place) => ({
    at: place.at === '' ? String(key) : `${key}.${place.at}`,
    value: place.value,
    put: (other) =>
      Array.isArray(parent)
        ? parent.with(Number(key), place.put(other))
        : { ...parent, [key]: place.put(other) },
  }))
}
