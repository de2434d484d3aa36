import { describe, expect, it } from 'vitest'
import {
  channelSchema,
  onlineLevelSchema,
  particularsSchema,
  returnWaySchema,
} from '../../src-main/contract/common.ts'
import { QUEUES, STANDINGS } from '../../src-main/contract/dossier-list.ts'
import { MANUAL_STEPS, timelineEntrySchema } from '../../src-main/contract/dossiers.ts'
import { ERROR_CODES } from '../../src-main/contract/errors.ts'
import { IMPORT_FIELDS, NOTICE_CODES, PROBLEM_CODES } from '../../src-main/contract/imports.ts'
import { officeParticularsSchema } from '../../src-main/contract/office.ts'
import { dayAccountSchema, likenessSchema } from '../../src-main/contract/reception.ts'
import { DOSSIER_STATES, PAUSE_KINDS } from '../../src-main/domain/dossier.ts'
import { en, vi, type WordSpace } from './index.ts'

const SPACES = Object.keys(vi).filter((space): space is WordSpace => space in vi)

/** Every phrase with its path, `error.busy` → `The register is busy…`. */
function phrases(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : typeof value === 'object' && value !== null
        ? phrases(value, `${path}${key}.`)
        : [[`${path}${key}`, '']],
  )
}

/** Vietnamese has one plural form, English two: the forms of one phrase count as one. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const keysOf = (words: object) => [...new Set(phrases(words).map(([key]) => withoutPlural(key)))].sort()
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]).sort()

describe.each(SPACES)('the words of %s', (space) => {
  it('are there in both languages', () => {
    expect(keysOf(en[space])).toEqual(keysOf(vi[space]))
  })

  it('are nowhere empty', () => {
    for (const words of [vi[space], en[space]]) {
      expect(phrases(words).filter(([, text]) => text.trim() === '')).toEqual([])
    }
  })

  it('take the same values in both languages', () => {
    const inVietnamese = new Map(
      phrases(vi[space]).map(([key, text]) => [withoutPlural(key), placeholders(text)]),
    )
    for (const [key, text] of phrases(en[space])) {
      expect([key, placeholders(text)]).toEqual([key, inVietnamese.get(withoutPlural(key))])
    }
  })

  it('have all plural forms the language needs', () => {
    const forms = (words: object) => phrases(words).map(([key]) => key)
    const english = forms(en[space])
    const ones = english.filter((key) => key.endsWith('_one')).map(withoutPlural)
    const others = english.filter((key) => key.endsWith('_other')).map(withoutPlural)
    expect(ones).toEqual(others)
    expect(forms(vi[space]).filter((key) => key.endsWith('_one'))).toEqual([])
  })

  it('are in composed letters (NFC), as everything in the register is', () => {
    for (const [, text] of [...phrases(vi[space]), ...phrases(en[space])])
      expect(text).toBe(text.normalize('NFC'))
  })
})

describe('what the office can say has words', () => {
  it.each([
    ['error', ERROR_CODES],
    ['state', DOSSIER_STATES],
    ['standing', STANDINGS],
    ['queue', QUEUES],
    ['channel', channelSchema.options],
    ['onlineLevel', onlineLevelSchema.options],
    ['returnWay', returnWaySchema.options],
    ['step', MANUAL_STEPS],
    ['event', timelineEntrySchema.shape.kind.options],
    ['pause', PAUSE_KINDS],
    ['problem', [...PROBLEM_CODES, ...NOTICE_CODES]],
    ['importField', IMPORT_FIELDS],
    ['dayReason', dayAccountSchema.shape.reason.options],
    ['same', likenessSchema.shape.same.options],
    ['particular', Object.keys(particularsSchema.shape)],
  ] as const)('every %s', (group, codes) => {
    expect(Object.keys(vi.common[group])).toEqual(expect.arrayContaining([...codes]))
  })

  it('every error at a field that the schemas can answer with', () => {
    const long = 'x'.repeat(2000)
    const bad = { name: long, originals: -1, certifiedCopies: 1.5, photocopies: 5000 }
    const codes = [
      officeParticularsSchema.safeParse({
        name: '',
        parentAgency: long,
        agencyCode: 'a b',
        place: '',
        closingTime: '25:00',
      }),
      particularsSchema.safeParse({
        applicantName: '',
        idNumber: '12',
        phone: '12',
        email: 'x',
        address: long,
        representative: '',
        commune: '',
        mapSheet: '',
        plot: '',
        certificateNumber: '',
        content: '',
        channel: 'direct',
        onlineLevel: null,
        returnWay: 'counter',
        documents: Array.from({ length: 61 }, () => bad),
        sets: 0,
        note: '',
      }),
    ].flatMap((result) => result.error?.issues.map((issue) => issue.message) ?? [])
    expect(new Set(codes).size).toBeGreaterThan(8)
    expect(Object.keys(vi.common.fieldError)).toEqual(expect.arrayContaining([...new Set(codes)]))
  })

  it('every error at a field that the use cases throw', () => {
    const sources = import.meta.glob<string>('../../src-main/{office,domain,contract}/**/*.ts', {
      query: '?raw',
      import: 'default',
      eager: true,
    })
    const thrown = Object.entries(sources)
      .filter(([file]) => !file.endsWith('.test.ts'))
      .flatMap(([, source]) => [...source.matchAll(/fieldError\(\s*[^,)]+,\s*'([a-z-]+)'/g)])
      .map((match) => match[1])
    expect(Object.keys(sources).length).toBeGreaterThan(10)
    expect(Object.keys(vi.common.fieldError)).toEqual(expect.arrayContaining([...new Set(thrown)]))
  })
})
