import './app/zod-without-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme/global.css'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api/api-error.ts'
import { App } from './app/app.tsx'
import { isMissingPart } from './components/missing-part.tsx'
import { styleNonce } from './theme/style-nonce.ts'

// For the style elements that the dialogs' scroll lock makes.
setNonce(styleNonce)

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no element with the id "root"')
createRoot(root, { onCaughtError: logUnexpected }).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

/** What the server refused or no longer has is shown on the page; only what nobody expected belongs into the console. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof ApiError) && !isMissingPart(error)) console.error(error)
}
