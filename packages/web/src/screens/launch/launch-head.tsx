import { Button, Group, Select, Stack, Title } from '@mantine/core'
import { IconBookmark, IconClipboardText, IconLink } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { memo, useState } from 'react'
import { showDone, showFailure } from '../../components/toast.ts'
import { useLatest } from '../../components/use-latest.ts'
import type { LaunchState } from './begin-launch.ts'
import type { LaunchedJob } from './launched-job.ts'
import { buildLaunchSearch } from './launch-link.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { SavePreset } from './save-preset.tsx'
import type { LaunchAction } from './use-launch-state.ts'

/** The job and its version, and where values can be taken from and kept. */
export function LaunchHead({
  job,
  state,
  onVersion,
  onOtherJob,
  dispatch,
  onDialogChange,
}: {
  readonly job: LaunchedJob
  readonly state: LaunchState
  readonly onVersion: (version: string) => void
  readonly onOtherJob: () => void
  readonly dispatch: (action: LaunchAction) => void
  readonly onDialogChange: (isOpen: boolean) => void
}) {
  const { version } = job
  const [dialog, setDialog] = useState<'paste' | 'save' | null>(null)
  const router = useRouter()
  const show = (next: 'paste' | 'save' | null): void => {
    setDialog(next)
    onDialogChange(next !== null)
  }
  const copyLink = async (): Promise<void> => {
    try {
      const search = await buildLaunchSearch(version.path, state)
      const { href } = router.buildLocation({ to: '/launch', search })
      await copyText(new URL(href, window.location.origin).href)
      showDone('The link is copied. Whoever opens it sees this launch as it is here.')
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <>
      <HeadControls
        job={job}
        onVersion={useLatest(onVersion)}
        onOtherJob={useLatest(onOtherJob)}
        onShow={useLatest(show)}
        onCopyLink={useLatest(() => void copyLink())}
      />
      {dialog === 'paste' && (
        <PasteDialog version={version} state={state} dispatch={dispatch} onClose={() => show(null)} />
      )}
      {dialog === 'save' && <SavePreset version={version} state={state} onClose={() => show(null)} />}
    </>
  )
}

// Apart, so that it is not drawn again for each key that is typed.
const HeadControls = memo(function HeadControls({
  job: { version, versions },
  onVersion,
  onOtherJob,
  onShow,
  onCopyLink,
}: {
  readonly job: LaunchedJob
  readonly onVersion: (version: string) => void
  readonly onOtherJob: () => void
  readonly onShow: (dialog: 'paste' | 'save') => void
  readonly onCopyLink: () => void
}) {
  const name = version.name.replace(/:[^:]*$/u, '')
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Stack gap={2} miw={0}>
          <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Group gap={6}>
            {version.project.entityName}/{version.project.name}
            <Button variant="subtle" size="compact-sm" onClick={onOtherJob}>
              Another job
            </Button>
          </Group>
        </Stack>
        <Select
          label="Version"
          w={220}
          allowDeselect={false}
          data={versions.map((known) => ({
            value: known.version,
            label: [known.version, ...known.aliases.filter((alias) => alias !== known.version)].join(' · '),
          }))}
          value={version.version}
          onChange={(chosen) => {
            if (chosen !== null && chosen !== version.version) onVersion(chosen)
          }}
        />
      </Group>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconClipboardText size={16} />}
          onClick={() => onShow('paste')}
        >
          Paste from
        </Button>
        <Button size="xs" variant="default" leftSection={<IconBookmark size={16} />} onClick={() => onShow('save')}>
          Save as preset
        </Button>
        <Button size="xs" variant="default" leftSection={<IconLink size={16} />} onClick={onCopyLink}>
          Copy link
        </Button>
      </Group>
    </Stack>
  )
})

/** Copies a text; where the page has no right to the clipboard, as on plain HTTP, by the older way. */
async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text)
    return
  }
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (!isCopied) throw new Error(`The browser lets nothing be copied. The link: ${text}`)
}
