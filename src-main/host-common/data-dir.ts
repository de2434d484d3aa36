import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the place of the data folder depends on. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/** This machine, this user. */
export const surroundings = (): Surroundings => ({
  platform: process.platform,
  env: process.env,
  home: homedir(),
})

/**
 * The user's folder for the data: `%APPDATA%`, `~/Library/Application Support`, or `$XDG_DATA_HOME`
 * (`~/.local/share`), and in it `so-mot-cua`; the sample has a folder of its own, so that it never stands
 * among real dossiers.
 */
export function defaultDataDir({ platform, env, home }: Surroundings, sample: boolean): string {
  return join(applicationData(platform, env, home), sample ? 'so-mot-cua-demo' : 'so-mot-cua')
}

function applicationData(platform: NodeJS.Platform, env: Surroundings['env'], home: string): string {
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] || join(home, '.local', 'share')
}
