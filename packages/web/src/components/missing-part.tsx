import { Button, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { StatePage } from './state-page.tsx'
import { useDocumentTitle } from './use-document-title.ts'

/** How the browsers word it: Chromium, Firefox, Safari, and Vite for a style. */
const WORDINGS =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|module script: Expected/i

/** Whether a part of the application could not be fetched, as after the server was replaced by another version. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && WORDINGS.test(error.message)
}

/** Offers to load the application anew. */
export function MissingPart() {
  useDocumentTitle('Load again')
  return (
    <StatePage icon={IconRefresh} title="This page has to be loaded again" role="alert">
      <Text c="var(--slipway-muted)">
        A part of the application could not be fetched. The server may have been updated since this tab was opened, or
        the network is down.
      </Text>
      <Button onClick={() => window.location.reload()}>Load again</Button>
    </StatePage>
  )
}
