import { expect, it } from 'vitest'
import { closedPath, readClosed } from './closed-address.ts'

const read = (path: string) => readClosed(new URLSearchParams(path.split('?')[1] ?? ''))

it('the address of a closed period names its part and its table, and falls back to Biểu II.06a', () => {
  expect(closedPath(3)).toBe('/figures/closing/3')
  expect(read(closedPath(3, { view: 'differences' }))).toEqual({ view: 'differences', by: 'field' })
  expect(read(closedPath(3, { view: 'table', by: 'officer' }))).toEqual({ view: 'table', by: 'officer' })
  expect(read('?view=charts&by=x')).toEqual({ view: 'table', by: 'field' })
})
