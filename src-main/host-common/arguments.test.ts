import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments, toArguments } from './arguments.ts'
import { defaultDataDir } from './data-dir.ts'

const linux = { platform: 'linux' as const, env: {}, home: '/home/lan' }
const read = (...args: string[]) => readArguments(args, linux)

describe('the command line', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      kind: 'run',
      options: {
        dataDir: '/home/lan/.local/share/so-mot-cua',
        port: null,
        today: null,
        open: true,
        sample: false,
      },
    })
  })

  it('takes every option', () => {
    expect(
      read('--data', 'du-lieu', '--port=5000', '--today', '2020-06-30', '--no-open', '--sample'),
    ).toEqual({
      kind: 'run',
      options: { dataDir: resolve('du-lieu'), port: 5000, today: '2020-06-30', open: false, sample: true },
    })
  })

  it('keeps the sample in a folder of its own', () => {
    expect(read('--sample')).toMatchObject({ options: { dataDir: '/home/lan/.local/share/so-mot-cua-demo' } })
  })

  it('shows the help', () => {
    expect(read('--help')).toEqual({ kind: 'help' })
    expect(read('-h')).toEqual({ kind: 'help' })
  })

  it.each([
    [['--dta', 'x'], 'Unknown option "--dta"'],
    [['thu-muc'], 'Unknown option "thu-muc"'],
    [['--data'], '--data needs a value'],
    [['--data', '--sample'], '--data needs a value'],
    [['--data='], '--data needs a value'],
    [['--sample=yes'], '--sample takes no value'],
    [['--port', '80'], '--port needs a number'],
    [['--port', '65536'], '--port needs a number'],
    [['--port', '5e3'], '--port needs a number'],
    [['--today', '30/06/2020'], '"30/06/2020" is no date'],
    [['--today', '2020-06-31'], '"2020-06-31" is no date'],
  ])('refuses %j in one line', (args, words) => {
    const answer = read(...args)
    expect(answer.kind).toBe('mistake')
    if (answer.kind !== 'mistake') return
    expect(answer.message).toContain(words)
    expect(answer.message).not.toContain('\n')
  })

  it('passes over the switches of Chromium where it is told to', () => {
    const args = ['--remote-debugging-port=0', '--data=/tmp/x', '.', '--lang=vi']
    expect(readArguments(args, linux, true)).toMatchObject({
      kind: 'run',
      options: { dataDir: resolve('/tmp/x') },
    })
  })

  it('can be written again for another process', () => {
    const first = read('--data', '-odd', '--data', '/tmp/a b', '--today', '2020-06-30', '--sample')
    expect(first.kind).toBe('mistake')
    const good = read('--data', '/tmp/a b', '--today', '2020-06-30', '--sample')
    if (good.kind !== 'run') throw new Error('not read')
    expect(read(...toArguments(good.options))).toEqual(good)
  })
})

describe('the data folder', () => {
  it('is in the application data of each system', () => {
    const windows = { platform: 'win32' as const, env: { APPDATA: 'R' }, home: 'H' }
    expect(defaultDataDir(windows, false)).toMatch(/^R.so-mot-cua$/)
    expect(defaultDataDir({ platform: 'darwin', env: {}, home: '/Users/lan' }, false)).toBe(
      '/Users/lan/Library/Application Support/so-mot-cua',
    )
    expect(defaultDataDir({ ...linux, env: { XDG_DATA_HOME: '/data' } }, true)).toBe('/data/so-mot-cua-demo')
  })
})
