import { Alert, Button, Group, Modal, Select, Stack, Switch, TextInput } from '@mantine/core'
import { WebLaunchSavePresetDocument } from '@slipway/api'
import { formatPresetContent } from '@slipway/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, messageOf } from '../../api/api-error.ts'
import { ask } from '../../api/ask.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { showDone } from '../../components/toast.ts'
import type { LaunchState } from './begin-launch.ts'
import { buildPresetContent } from './build-preset.ts'
import type { LaunchVersion } from './launch-queries.ts'
import { ProblemList } from './problem-list.tsx'
import { useLaunchQueue } from './use-launch-queue.ts'

/** Saves what is set as a preset, or as a new version of one. */
export function SavePreset({
  version,
  state: { draft, settings, base },
  onClose,
}: {
  readonly version: LaunchVersion
  readonly state: LaunchState
  readonly onClose: () => void
}) {
  const entities = entityNamesOf(useViewer())
  const queryClient = useQueryClient()
  const queue = useLaunchQueue(version, settings)
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [entityName, setEntityName] = useState(entities[0] ?? '')
  const [isForJob, setForJob] = useState(true)
  const [hasPlace, setHasPlace] = useState(false)
  const [isBuilding, setBuilding] = useState(base.presets.length > 0)
  const save = useMutation({
    mutationFn() {
      const content = formatPresetContent(
        buildPresetContent({ draft, settings, base, queue: hasPlace ? queue : null, isBuilding }),
      )
      return ask(WebLaunchSavePresetDocument, {
        input: {
          entityName,
          name: name.trim(),
          content: JSON.stringify(content),
          basedOn: isBuilding ? [...base.presets] : [],
          job: isForJob ? version.path : null,
          description: description.trim() === '' ? null : description.trim(),
        },
      })
    },
    async onSuccess({ savePreset: saved }) {
      const path = saved?.presetVersion?.path ?? name
      showDone(saved?.isNew === true ? `Saved preset ${path}.` : `Preset ${path} is the same already.`)
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['launch', 'presets'] })
    },
  })
  return (
    <Modal opened onClose={onClose} title="Save as preset" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            description="A name that is there already gets a new version."
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label="What it is good for"
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {entities.length > 1 && (
            <Select
              label="For"
              description="A team's presets can be used and changed by all of its members."
              data={[...entities]}
              value={entityName}
              allowDeselect={false}
              onChange={(value) => setEntityName(value ?? '')}
            />
          )}
          <Switch
            label="Only for this job"
            checked={isForJob}
            onChange={(event) => setForJob(event.currentTarget.checked)}
          />
          {base.presets.length > 0 && (
            <Switch
              label={`Build on ${base.presets.join(' and ')}`}
              description="Only what differs from there is saved, so that it stays visible what comes from where."
              checked={isBuilding}
              onChange={(event) => setBuilding(event.currentTarget.checked)}
            />
          )}
          <Switch
            label="With queue, priority, template variables and resource settings"
            checked={hasPlace}
            onChange={(event) => setHasPlace(event.currentTarget.checked)}
          />
          {save.isError && (
            <Alert color="red" role="alert">
              {messageOf(save.error)}
              {save.error instanceof ApiError && <ProblemList problems={save.error.problems} />}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
