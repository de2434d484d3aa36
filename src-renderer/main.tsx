/**
 * The window's beginning.
 */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startWords } from './app/i18n.ts'
import { startScheme } from './app/look.ts'
import { createTransport } from './app/transport.ts'

startWords()
startScheme()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App transport={createTransport()} />
  </StrictMode>,
)
