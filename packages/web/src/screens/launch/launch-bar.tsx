import { Button, Group, Kbd, Paper, Text } from '@mantine/core'
import { IconArrowLeft, IconCode, IconRocket } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useLatest } from '../../components/use-latest.ts'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import type { BuiltLaunch } from './build-launch.ts'
import { CopyLaunch } from './copy-launch.tsx'
import type { LaunchQueue, LaunchVersion } from './launch-queries.ts'
import type { LaunchBase } from './launch-seed.ts'
import type { LaunchSettings } from './launch-settings.ts'

/** The foot of the form: how it stands, and the way on. */
export function LaunchBar({
  isReviewing,
  isSending,
  changes,
  problems,
  launchToWrite,
  onReview,
  onBack,
  onLaunch,
  onDialogChange,
}: {
  readonly isReviewing: boolean
  readonly isSending: boolean
  readonly changes: number
  readonly problems: number
  readonly launchToWrite: {
    readonly version: LaunchVersion
    readonly queue: LaunchQueue | null
    readonly settings: LaunchSettings
    readonly base: LaunchBase
    readonly built: BuiltLaunch
    readonly draft: InputDraft
  }
  readonly onReview: () => void
  readonly onBack: () => void
  readonly onLaunch: () => void
  readonly onDialogChange: (isOpen: boolean) => void
}) {
  const [isCopying, setCopying] = useState(false)
  const show = (isOpen: boolean): void => {
    setCopying(isOpen)
    onDialogChange(isOpen)
  }
  const { queue } = launchToWrite
  const mayCopy = queue !== null && problems === 0
  const copy = useLatest(() => show(true))
  return (
    <>
      <BarControls
        isReviewing={isReviewing}
        isSending={isSending}
        canCopy={mayCopy}
        changes={changes}
        problems={problems}
        onCopy={copy}
        onReview={useLatest(onReview)}
        onBack={useLatest(onBack)}
        onLaunch={useLatest(onLaunch)}
      />
      {mayCopy && isCopying && <CopyLaunch {...launchToWrite} queue={queue} onClose={() => show(false)} />}
    </>
  )
}

// Apart, so that it is drawn again for another count, and not for each key that is typed.
const BarControls = memo(function BarControls({
  isReviewing,
  isSending,
  canCopy,
  changes,
  problems,
  onCopy,
  onReview,
  onBack,
  onLaunch,
}: {
  readonly isReviewing: boolean
  readonly isSending: boolean
  readonly canCopy: boolean
  readonly changes: number
  readonly problems: number
  readonly onCopy: () => void
  readonly onReview: () => void
  readonly onBack: () => void
  readonly onLaunch: () => void
}) {
  return (
    <Paper withBorder p="sm" pos="sticky" bottom={0} style={{ zIndex: 50 }}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="var(--slipway-muted)" role="status">
          {changes === 0 ? 'All as by default' : changes === 1 ? '1 value changed' : `${changes} values changed`}
          {problems > 0 && (
            <Text span c="light-dark(var(--mantine-color-red-8), var(--mantine-color-red-3))" fw={600}>
              {' '}
              · {problems === 1 ? '1 problem' : `${problems} problems`}
            </Text>
          )}
        </Text>
        <Group gap="xs">
          {isReviewing && (
            <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
              Back
            </Button>
          )}
          <Button
            variant="default"
            aria-label="Copy as"
            disabled={!canCopy}
            onClick={onCopy}
            px={{ base: 'xs', xs: 'md' }}
          >
            <Group gap={8} wrap="nowrap">
              <IconCode size={16} aria-hidden />
              <Text span inherit visibleFrom="xs">
                Copy as
              </Text>
            </Group>
          </Button>
          {isReviewing ? (
            <Button
              leftSection={<IconRocket size={16} />}
              loading={isSending}
              disabled={problems > 0}
              onClick={onLaunch}
              rightSection={<Shortcut />}
            >
              Launch
            </Button>
          ) : (
            <Button onClick={onReview} rightSection={<Shortcut />}>
              Review
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  )
})

function Shortcut() {
  return (
    <Kbd size="xs" aria-hidden visibleFrom="sm">
      Ctrl ⏎
    </Kbd>
  )
}
