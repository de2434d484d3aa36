import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import type { OfficeFile } from '../contract/common.ts'
import { openZip } from '../documents/open-zip.ts'
import { TARGETS, fitting } from './attack-walk.ts'
import { openTestCore, receptionOf } from './test-core.ts'

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://evil.example","x")',
  '+cmd|calc!A0',
  '-2+3+cmd|calc!A0',
  '@SUM(1+1)',
  '＝1+1',
  '"=1+1',
  ';=1+1',
  "'=1+1",
]
const LIMITS = { file: 2 ** 26, all: 2 ** 27, entries: 200 }
/** What a cell of a CSV must not begin with; a number may have its sign. */
const ACTIVE = /^[=+\-@\t\r\n]/
const NUMBER = /^[+-]?\d+(\.\d+)?$/

function isFile(value: unknown): value is OfficeFile {
  return typeof value === 'object' && value !== null && 'mediaType' in value && 'content' in value
}

function checkCsv(name: string, text: string): number {
  const cells = parseCsv(text.replace(/^\ufeff/, '')).flat()
  for (const cell of cells) {
    const active = typeof cell === 'string' && ACTIVE.test(cell) && !NUMBER.test(cell)
    expect([name, cell, active]).toEqual([name, cell, false])
  }
  return cells.length
}

function checkZip(name: string, bytes: Buffer): number {
  const zip = openZip(bytes, LIMITS)
  expect(zip.names.length).toBeGreaterThan(1)
  return zip.names.reduce((cells, part) => cells + checkCsv(name, zip.read(part)?.toString('utf8') ?? ''), 0)
}

function checkXlsx(name: string, bytes: Buffer): number {
  const zip = openZip(bytes, LIMITS)
  expect(
    zip.names.filter((part) => /externalLink|vba|macro|activeX|connections|calcChain/i.test(part)),
  ).toEqual([])
  let cells = 0
  for (const part of zip.names.filter((one) => /worksheets\/[^/]+\.xml$/.test(one))) {
    const xml = zip.read(part)?.toString('utf8') ?? ''
    expect([name, part, /<f[ >/]|<hyperlink|<oleObject|t="e"/.exec(xml)?.[0]]).toEqual([
      name,
      part,
      undefined,
    ])
    cells += xml.split('<c ').length - 1
  }
  for (const part of zip.names.filter((one) => /sharedStrings/.test(one))) {
    expect(zip.read(part)?.toString('utf8')).not.toMatch(/<!ENTITY|<script|<!DOCTYPE/i)
  }
  return cells
}

describe('formulas in names, notes and words of every kind', () => {
  it('are text in every file that leaves the office', async () => {
    const { core, session, client } = await openTestCore()
    const [procedure] = await client.office.procedures({ on: '2026-11-23' })
    for (const formula of FORMULAS) {
      const words = {
        applicantName: formula,
        address: formula,
        commune: formula,
        note: formula,
        content: formula,
      }
      const more = { mapSheet: '=1', plot: '-1', certificateNumber: '@A1', representative: formula }
      await client.reception.receive(receptionOf(procedure?.id ?? 0, { ...words, ...more }))
      await client.people.add({ name: formula, login: null, roles: [] })
    }
    await client.office.change({
      name: '=1+1',
      parentAgency: '@SUM(1)',
      agencyCode: '000.00.22.H32',
      place: '+1',
      closingTime: '17:00',
    })
    const input = { kind: 'off', name: '=1+1', basis: '-2+3', status: 'confirmed' } as const
    const change = { days: [{ date: '2026-12-01', row: input }], clock: null }
    const { digest } = await client.calendar.whatIf(change)
    await client.calendar.apply({ ...change, reason: '=1+1', digest })
    const files: string[] = []
    for (const target of TARGETS) {
      if (target.name === 'office.openSample' || target.name.startsWith('rescue.')) continue
      if (!/export|print|failedRows/i.test(target.name)) continue
      for (const format of ['csv', 'xlsx']) {
        const given = {
          format,
          list: { of: 'change', changeId: 1 },
          from: undefined,
          holderId: null,
          procedureId: null,
        }
        const { from: _years, ...rest } = given
        const filled =
          target.input === null
            ? undefined
            : fitting(target.input, {
                ...rest,
                ...EVERYTHING,
                ...(target.path[0] === 'figures' ? PERIOD : {}),
              })
        const reply = await core.call(session, target.path, filled)
        if (!reply.ok || !isFile(reply.value)) continue
        const { name, mediaType, content } = reply.value
        files.push(target.name)
        expect(name).toMatch(/^[\w.-]+$/)
        const bytes = Buffer.from(content, 'base64')
        if (mediaType.includes('csv'))
          expect(checkCsv(target.name, bytes.toString('utf8'))).toBeGreaterThan(4)
        else if (mediaType.includes('sheet')) expect(checkXlsx(target.name, bytes)).toBeGreaterThan(4)
        else if (mediaType.includes('zip')) expect(checkZip(target.name, bytes)).toBeGreaterThan(50)
        else if (mediaType.includes('pdf'))
          expect(bytes.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|URI)\b/)
      }
    }
    for (const name of [
      'dossiers.export',
      'dossiers.print',
      'dossiers.printReceipt',
      'figures.exportSummary',
      'figures.exportChecks',
    ])
      expect(files).toContain(name)
    expect(files.filter((name) => name === 'calendar.exportYears').length).toBe(2)
    expect(files.filter((name) => name === 'figures.exportSummary').length).toBe(2)
    expect(files.filter((name) => name === 'audit.export').length).toBe(2)
    expect(files.length).toBeGreaterThan(9)
  }, 60_000)
})

const PERIOD = { from: '2026-11-01', to: '2026-11-30', withTables: true, withList: true }
const EVERYTHING = {
  search: '',
  queue: 'all',
  state: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
} as const
