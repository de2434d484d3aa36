/**
 * Files of closed periods as this program and earlier ones wrote them: they have to verify for ever. Whoever changes what a
 * definition counts adds the next file here and leaves those before alone.
 */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type ClosedPeriodFile,
  closedPeriodText,
  readClosedPeriod,
} from '../../documents/closed-period-file.ts'
import { DEFINITIONS } from '../../domain/closed-period.ts'
import { hashOf } from '../../store/closed-periods.ts'
import { testFolder } from '../../store/test-store.ts'

const pathOf = (definitions: number): string =>
  join(import.meta.dirname, 'fixtures', `closed-period-definitions-${definitions}.json`)

function fileOf(definitions: number): ClosedPeriodFile {
  const file = readClosedPeriod(readFileSync(pathOf(definitions), 'utf8'))
  if (file === null) throw new Error('no file')
  return file
}

/** What the command says of a file, and what it ends with. */
function check(path: string, lang: 'vi' | 'en' = 'en'): Promise<{ code: number; said: string[] }> {
  const command = join(import.meta.dirname, '..', '..', 'verify-period.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [command, path, '--lang', lang], (error, out, err) =>
      resolve({
        code: error === null ? 0 : Number(error.code),
        said: (out + err).trim().split('\n').slice(1),
      }),
    )
  })
}

function checkText(text: string): Promise<{ code: number; said: string[] }> {
  const path = join(testFolder(), 'x.json')
  writeFileSync(path, text)
  return check(path)
}

/** The file with all its hashes made anew over what was changed in it. */
function forged({ head, figures, ...rest }: ClosedPeriodFile): string {
  const again = { ...head, figures: hashOf(figures) }
  return closedPeriodText({ ...rest, head: again, hash: hashOf(again), figures })
}

describe('a closed period', () => {
  it.each(Array.from({ length: DEFINITIONS }, (_, at) => at + 1))(
    'closed by definitions %i is intact, and says so where this program counts by others',
    async (definitions) => {
      const { code, said } = await check(pathOf(definitions), 'vi')
      expect([code, said[0]]).toEqual([0, 'NGUYÊN VẸN: Chi nhánh thử, 16/01/2020 – 01/03/2020'])
      const line = `Chốt theo cách tính số ${definitions}, chương trình này theo số ${DEFINITIONS}: các bảng đã chốt được đếm lại từ danh sách như cũ`
      expect(said.slice(4)).toEqual(definitions === DEFINITIONS ? [] : [line])
    },
  )

  it.each([1, 2])(
    'of definitions %i that was hurt is said to be, each thing in words',
    async (definitions) => {
      const text = readFileSync(pathOf(definitions), 'utf8')
      const figures =
        '- Tables, list of dossiers, calendar or procedures were changed: their hash is not the one in the head'
      const byte = await checkText(text.replace('Nguyễn Văn Cửa', 'Nguyễn Văn Của'))
      expect([byte.code, byte.said.filter((line) => line.startsWith('- '))]).toEqual([
        ...[
          1,
          ['- The head (period, who closed it, when …) was changed: its hash is not the one in the file'],
        ],
      ])
      const file = fileOf(definitions)
      const number = structuredClone(file)
      const [field] = number.figures.tables
      if (field !== undefined) field.total.resolvedLate += 1
      const counted = await checkText(closedPeriodText(number))
      const late = field?.total.resolvedLate ?? 0
      expect([counted.code, counted.said.filter((line) => line.startsWith('- '))]).toEqual([
        ...[
          1,
          [
            figures,
            `- Table by field, row total, column (10) late: ${late} stands, the list makes ${late - 1}`,
          ],
        ],
      ])
      const row = structuredClone(file)
      const commune = row.figures.tables.find(({ by }) => by === 'commune')
      const gone = commune?.rows.pop()
      const missing = await checkText(forged(row))
      expect([missing.code, missing.said.filter((line) => line.startsWith('- '))]).toEqual([
        1,
        [
          `- Table by commune: row ${gone?.key === '' ? '(none)' : gone?.key} is missing, the list has ${gone?.counts.receivedTotal} dossiers of it`,
        ],
      ])
      const dossier = structuredClone(file)
      dossier.figures.dossiers.pop()
      const shorter = await checkText(forged(dossier))
      expect(shorter.code).toBe(1)
      expect(shorter.said).toContain('- The list does not have as many dossiers as the head says')
    },
  )

  it('has in its list whose the days late were: the table by whose days is counted again, too', async () => {
    const file = fileOf(2)
    const whose = file.figures.tables.find(({ by }) => by === 'whose')
    const [branch, agency] = whose?.rows ?? []
    expect([branch?.key, branch?.daysLate, agency?.key, agency?.daysLate]).toEqual([
      'branch',
      186,
      'agency',
      13,
    ])
    if (branch !== undefined) branch.daysLate = 100
    const { code, said } = await checkText(forged(file))
    expect([code, said.at(-1)]).toEqual([
      ...[
        1,
        '- Table late by whose days, row branch, column working days late: 100 stands, the list makes 186',
      ],
    ])
  })

  it('of a later program is intact by its hashes; what it counts otherwise is not said to be wrong', async () => {
    const file = fileOf(2)
    const [table] = file.figures.tables
    if (table !== undefined) {
      Object.assign(table.total, { tooNew: 4, resolvedLate: 0 })
      Object.assign(file.figures.tables, { 11: { ...table, by: 'ward' } })
    }
    const { code, said } = await checkText(forged({ ...file, head: { ...file.head, definitions: 7 } }))
    expect([code, said[0]?.startsWith('INTACT'), said.slice(4)]).toEqual([
      ...[0, true],
      [
        `Closed by definitions 7, this program has ${DEFINITIONS}: hashes are checked, tables are not counted from the list`,
      ],
    ])
  })
})
