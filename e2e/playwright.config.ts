import { defineConfig } from '@playwright/test'
import type { Host } from './office.ts'

/**
 * The same specs on every host: the web host in Chromium, the built desktop shell through a stand-in for
 * `electron`, and Electron itself where its binary is present.
 */
export default defineConfig<{ host: Host }>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // The one kind of picture that is held against another: official forms.
  snapshotPathTemplate: '../docs/screens/forms/{arg}{ext}',
  globalSetup: './prepare.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A loaded machine may lose a key press; what fails twice has failed. The list names what needed two tries.
  retries: 1,
  reporter: [['list'], ['json']],
  projects: [
    { name: 'web', use: { host: 'web' } },
    { name: 'shell', use: { host: 'shell' } },
    { name: 'electron', use: { host: 'electron' } },
  ],
})
