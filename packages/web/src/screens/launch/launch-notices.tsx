import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { Problem } from '@slipway/core'
import { IconAlertTriangle, IconHistory, IconInfoCircle } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { RelativeTime } from '../../components/relative-time.tsx'
import type { LaunchBeginning } from './begin-launch.ts'
import { type DraftPlace, forgetDraft } from './draft-store.ts'
import { Notice } from './notice.tsx'
import { ProblemList } from './problem-list.tsx'

/** What there is to say about how the form began: a draft that came back, another one, and what did not fit. */
export const LaunchNotices = memo(function LaunchNotices({
  beginning: { restoredAt, other },
  unfit,
  warnings,
  isPartial,
  isUnkept,
  place,
  onUse,
  onForgetOther,
  onDiscard,
}: {
  readonly beginning: LaunchBeginning
  readonly unfit: readonly Problem[]
  readonly warnings: readonly string[]
  readonly isPartial: boolean
  /** Whether what was typed could not be kept in this browser. */
  readonly isUnkept: boolean
  readonly place: DraftPlace
  readonly onUse: (other: NonNullable<LaunchBeginning['other']>) => void
  readonly onForgetOther: () => void
  readonly onDiscard: () => void
}) {
  const [isRead, setRead] = useState(false)
  return (
    <>
      {restoredAt !== null && !isRead && (
        <Alert color="blue" icon={<IconHistory size={18} />} role="status">
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              Your draft from <RelativeTime at={new Date(restoredAt).toISOString()} /> is back.
            </Text>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={onDiscard}>
                Discard
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setRead(true)}>
                Keep
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
      {other !== null && (
        <Alert color="blue" icon={<IconHistory size={18} />} role="status">
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              Another draft of this job from <RelativeTime at={new Date(other.savedAt).toISOString()} /> is kept, from
              another tab or from before.
            </Text>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => onUse(other)}>
                Use it
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  forgetDraft(localStorage, { ...place, tab: other.tab })
                  onForgetOther()
                }}
              >
                Delete it
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
      {isUnkept && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="status">
          Cannot keep this draft: the browser has no room for it, or keeps nothing of this site. It is lost with this
          tab unless you launch it, save it as a preset, or allow the site to store data.
        </Alert>
      )}
      {unfit.length > 0 && (
        <Notice
          color="yellow"
          icon={<IconAlertTriangle size={18} />}
          title={unfit.length === 1 ? 'One value does not fit' : `${unfit.length} values do not fit`}
          role="status"
        >
          <Stack gap="xs">
            <Text size="sm">This job version does not take them, so they were left out:</Text>
            <ProblemList problems={unfit} />
          </Stack>
        </Notice>
      )}
      {isPartial && (
        <Alert color="blue" icon={<IconInfoCircle size={18} />}>
          No run of this job has shown its inputs yet, so any are taken. They are known after its first run.
        </Alert>
      )}
      {warnings.length > 0 && (
        <Notice color="yellow" icon={<IconAlertTriangle size={18} />} title="Not all of this job version can be read">
          {warnings.map((warning) => (
            <Text key={warning} size="sm">
              {warning}
            </Text>
          ))}
        </Notice>
      )}
    </>
  )
})
