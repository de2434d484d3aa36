import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CivilDate, parseCivilDate } from '../domain/civil-date.ts'
import { defaultDataDir, type Surroundings } from './data-dir.ts'

/** How the program was asked to start. */
export interface StartOptions {
  /** Absolute path of the data folder. */
  dataDir: string
  /** Port of the web host; `null` for the usual one. 0 for any free one. */
  port: number | null
  /** The day the office's clock is fixed to. */
  today: CivilDate | null
  /** Whether a window is opened. */
  open: boolean
  /** Whether the bundled sample is opened. */
  sample: boolean
}

/** What came of reading the command line. `mistake` is one line in Vietnamese and English. */
export type ReadArguments =
  { kind: 'run'; options: StartOptions } | { kind: 'help' } | { kind: 'mistake'; message: string }

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  today: { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
type OptionName = keyof typeof OPTIONS

/** The text of `--help`. */
export const HELP = `Sổ Một Cửa – theo dõi hồ sơ của một chi nhánh văn phòng đăng ký đất đai
           dossier tracker of one land-registration branch

  npm start -- [--data DIR] [--port N] [--today YYYY-MM-DD] [--no-open] [--sample]

  --data DIR          thư mục dữ liệu / data folder
  --port N            cổng trên máy này, 0 hoặc 1024–65535 / port on this machine; 0: any free one
  --today YYYY-MM-DD  cố định ngày làm việc / fix the office's day
  --no-open           không mở cửa sổ, chỉ in địa chỉ / open no window, print the address
  --sample            mở dữ liệu mẫu, trong thư mục riêng / open the sample, in a folder of its own
  --help              trang này / this page`

/**
 * Reads the command line.
 * @param tolerant passes over what is unknown: Electron's command line also carries Chromium's switches.
 */
export function readArguments(args: readonly string[], where: Surroundings, tolerant = false): ReadArguments {
  const given = collect(args, tolerant)
  if (typeof given === 'string') return { kind: 'mistake', message: given }
  if (given.has('help')) return { kind: 'help' }
  const port = readPort(given.get('port'))
  if (port === undefined) {
    return mistake(
      `--port cần một số từ 1024 đến 65535 (hoặc 0).`,
      `--port needs a number from 1024 to 65535 (or 0).`,
    )
  }
  const todayText = given.get('today')
  const today = todayText === undefined ? null : parseCivilDate(todayText)
  if (todayText !== undefined && today === null) {
    return mistake(
      `--today: “${todayText}” không phải ngày dạng YYYY-MM-DD.`,
      `"${todayText}" is no date of the form YYYY-MM-DD.`,
    )
  }
  const sample = given.has('sample')
  const dataDir = resolve(given.get('data') ?? defaultDataDir(where, sample))
  return { kind: 'run', options: { dataDir, port, today, open: !given.has('no-open'), sample } }
}

/** The options given, by name; or the mistake in them. */
function collect(args: readonly string[], tolerant: boolean): Map<OptionName, string> | string {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true })
  const given = new Map<OptionName, string>()
  for (const token of tokens) {
    if (token.kind === 'option' && isOption(token.name)) {
      const takesValue = OPTIONS[token.name].type === 'string'
      const missing = !token.value || (!token.inlineValue && token.value.startsWith('-'))
      if (takesValue && missing)
        return line(`${token.rawName} thiếu giá trị.`, `${token.rawName} needs a value.`)
      if (!takesValue && token.value !== undefined) {
        return line(`${token.rawName} không nhận giá trị.`, `${token.rawName} takes no value.`)
      }
      given.set(token.name, token.value ?? '')
    } else if (!tolerant) {
      const text = token.kind === 'option' ? token.rawName : token.kind === 'positional' ? token.value : '--'
      return line(`Không có tùy chọn “${text}”, xem --help.`, `Unknown option "${text}", see --help.`)
    }
  }
  return given
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

/** `null` when not given, `undefined` when it is no port. */
function readPort(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  if (!/^\d{1,5}$/.test(text)) return undefined
  const port = Number(text)
  return port === 0 || (port >= 1024 && port <= 65_535) ? port : undefined
}

function line(vi: string, en: string): string {
  return `${vi} / ${en}`
}

function mistake(vi: string, en: string): ReadArguments {
  return { kind: 'mistake', message: line(vi, en) }
}

/** The command line that asks another process for the same start. */
export function toArguments(options: StartOptions): string[] {
  return [
    `--data=${options.dataDir}`,
    ...(options.today === null ? [] : [`--today=${options.today}`]),
    ...(options.sample ? ['--sample'] : []),
  ]
}
