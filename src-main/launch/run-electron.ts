import { spawn } from 'node:child_process'
import { type StartOptions, toArguments } from '../host-common/arguments.ts'

/** Runs the desktop shell until it is closed. Answers its exit code. */
export function runElectron(electron: string, root: string, options: StartOptions): Promise<number> {
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...process.env }
  // Set inside some editors' terminals; Electron would then run as plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  return new Promise((resolve) => {
    const shell = spawn(electron, [...asRoot, root, ...toArguments(options)], { stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => shell.kill(signal))
    shell.on('error', () => resolve(1))
    shell.on('exit', (code) => resolve(code ?? 0))
  })
}
