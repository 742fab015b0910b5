import { Alert, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { WebCheckLaunchDocument } from '@slipway/api'
import { IconAlertTriangle, IconCheck, IconCopy, IconInfoCircle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { messageOf, type ApiError, type ApiProblem } from '../../api/api-error.ts'
import { ask } from '../../api/ask.ts'
import type { DraftChange, InputDraft } from '../../inputs/model/input-draft.ts'
import { readDraftProblems } from '../../inputs/model/read-draft.ts'
import type { BuiltLaunch } from './build-launch.ts'
import { ChangeTable } from './change-table.tsx'
import { EarlierLaunches } from './earlier-launches.tsx'
import type { LaunchQueue } from './launch-queries.ts'
import { Notice } from './notice.tsx'
import { ProblemList } from './problem-list.tsx'
import { QueueStatus } from './queue-status.tsx'
import { ReviewSettings } from './review-settings.tsx'

/** What is about to be launched: the difference from the defaults, the server's verdict, and earlier launches alike. */
export function ReviewStep({
  built,
  changes,
  draft,
  queue,
  priority,
  refusals,
  refusal,
  onRevert,
  onGoTo,
}: {
  readonly built: BuiltLaunch
  readonly changes: readonly DraftChange[]
  readonly draft: InputDraft
  readonly queue: LaunchQueue | null
  readonly priority: number | null
  /** Why the last attempt was refused, value by value, and as a whole. */
  readonly refusals: readonly ApiProblem[]
  readonly refusal: ApiError | null
  readonly onRevert: (change: DraftChange) => void
  readonly onGoTo: (path: string) => void
}) {
  const { input } = built
  const check = useQuery({
    queryKey: ['launch', 'check', input],
    queryFn: async ({ signal }) =>
      input === null ? null : ((await ask(WebCheckLaunchDocument, { input }, signal)).checkLaunch ?? null),
    enabled: input !== null,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  const verdict = check.data ?? null
  const problems = mergeProblems([
    ...readDraftProblems(draft),
    ...built.problems,
    ...(verdict?.problems ?? []),
    ...refusals,
  ])
  return (
    <Stack gap="lg" component="section" aria-label="Review" aria-busy={check.isFetching}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          Review
        </Title>
        {check.isFetching && <Loader size="sm" aria-label="Asking the server" />}
      </Group>
      {problems.length > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} />}
          title={problems.length === 1 ? 'One thing stands in the way' : `${problems.length} things stand in the way`}
          role="alert"
        >
          <ProblemList problems={problems} onGoTo={onGoTo} />
        </Alert>
      )}
      {refusal !== null && refusal.problems.length === 0 && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title="It was not launched" role="alert">
          {refusal.message}
        </Alert>
      )}
      {check.isError && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} title="The launch could not be checked" role="alert">
          {messageOf(check.error)}
        </Alert>
      )}
      {problems.length === 0 && verdict !== null && !check.isError && (
        <Alert color="green" icon={<IconCheck size={18} />} role="status">
          The server would accept this launch.
        </Alert>
      )}
      {verdict !== null && verdict.notes.length > 0 && (
        <Alert color="blue" icon={<IconInfoCircle size={18} />} title="Worth knowing">
          <ProblemList problems={verdict.notes} onGoTo={onGoTo} />
        </Alert>
      )}
      {verdict !== null && verdict.earlierLaunches.length > 0 && (
        <Notice color="yellow" icon={<IconCopy size={18} />} title="Launched before with exactly these inputs">
          <EarlierLaunches items={verdict.earlierLaunches} />
        </Notice>
      )}
      <Stack gap={4}>
        <Text size="sm" c="var(--slipway-muted)">
          {built.spec.job} on {queue?.name ?? 'no queue'}
          {built.spec.project !== null && <> into project {built.spec.project}</>}
          {built.spec.name !== null && <>, named “{built.spec.name}”</>}
        </Text>
        <QueueStatus queue={queue} priority={priority} hasQueues />
      </Stack>
      <ReviewSettings built={built} />
      <ChangeTable draft={draft} changes={changes} onRevert={onRevert} onGoTo={onGoTo} />
    </Stack>
  )
}

/** What the browser knows and what the server says are the same words: each is told once, for its path and as a whole. */
function mergeProblems(problems: readonly ApiProblem[]): readonly ApiProblem[] {
  const known = new Set<string>()
  return problems.filter(({ path, message }) => {
    const isKnown = known.has(message) || (path !== '' && known.has(`path ${path}`))
    known.add(message)
    known.add(`path ${path}`)
    return !isKnown
  })
}
