/**
 * How the three parts are built into `out/`: the main process (with the core and its worker), the preload, the page.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: { index: 'src-main/host-electron/main.ts', worker: 'src-main/office/worker.ts' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload has no module loader: one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src-main/host-electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      rolldownOptions: { input: 'src-renderer/index.html' },
      // The page must also run in the browser an office has installed, not in Electron's alone.
      target: 'chrome120',
      minify: true,
      // Fonts and pictures stay files: the security policy knows no `data:` fonts.
      assetsInlineLimit: 0,
      // All screens travel over the loopback or from disk; one chunk over Vite's usual size is no harm.
      chunkSizeWarningLimit: 2000,
    },
  },
})
