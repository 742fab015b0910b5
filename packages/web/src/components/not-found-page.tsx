import { Button, Text } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { StatePage } from './state-page.tsx'
import { useDocumentTitle } from './use-document-title.ts'

/** An address that no page has. */
export function NotFoundPage() {
  useDocumentTitle('Not found')
  return (
    <StatePage icon={IconZoomQuestion} title="There is no such page">
      <Text c="var(--slipway-muted)">The address may be mistyped, or what it showed was deleted.</Text>
      <Button renderRoot={(props) => <Link to="/jobs" {...props} />} variant="default">
        Go to the jobs
      </Button>
    </StatePage>
  )
}
