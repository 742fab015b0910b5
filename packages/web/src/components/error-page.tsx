import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconZoomQuestion } from '@tabler/icons-react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError, messageOf } from '../api/api-error.ts'
import { isMissingPart, MissingPart } from './missing-part.tsx'
import { StatePage } from './state-page.tsx'
import { useDocumentTitle } from './use-document-title.ts'

/** A page that could not be shown: what the server said, and a way to try again. */
export function ErrorPage(props: ErrorComponentProps) {
  return isMissingPart(props.error) ? <MissingPart /> : <FailedPage {...props} />
}

function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  const { title, icon } = describe(error)
  const isMissing = error instanceof ApiError && error.code === 'not-found'
  useDocumentTitle(title)
  return (
    <StatePage icon={icon} title={title} role="alert">
      <Text c="var(--slipway-muted)">{messageOf(error)}</Text>
      <Group gap="xs" justify="center">
        <Button
          variant="default"
          onClick={() => {
            resetQueries()
            reset()
            void router.invalidate()
          }}
        >
          Try again
        </Button>
        {isMissing && (
          <Button variant="default" renderRoot={(props) => <Link to="/jobs" {...props} />}>
            Go to the jobs
          </Button>
        )}
      </Group>
    </StatePage>
  )
}

function describe(error: unknown) {
  const code = error instanceof ApiError ? error.code : 'unknown'
  if (code === 'not-found') return { title: 'Not found', icon: IconZoomQuestion }
  if (code === 'not-allowed') return { title: 'Not allowed', icon: IconLock }
  return { title: 'This page could not be shown', icon: IconAlertTriangle }
}
