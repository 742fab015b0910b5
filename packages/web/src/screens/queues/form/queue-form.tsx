import { Alert, Button, Group, List, Select, Stack, Switch, TextInput } from '@mantine/core'
import { QUEUE_RESOURCES } from '@slipway/core'
import { useMemo, useState, type ReactNode } from 'react'
import { messageOf } from '../../../api/api-error.ts'
import { checkDraft } from './check-draft.ts'
import { LinksEditor } from './links-editor.tsx'
import type { QueueDraft } from './queue-draft.ts'
import { SettingsSection } from './settings-section.tsx'
import { useSaveQueue } from './use-save-queue.ts'

/** Makes a queue, or changes one. Key it by what it starts from. */
export function QueueForm({
  entity,
  start,
  isNew,
  notice,
  onSaved,
  onCancel,
}: {
  readonly entity: string
  readonly start: QueueDraft
  readonly isNew: boolean
  /** Something to know before saving. */
  readonly notice?: ReactNode
  readonly onSaved: (name: string) => void
  readonly onCancel?: () => void
}) {
  const [draft, setDraft] = useState(start)
  const checked = useMemo(() => checkDraft(draft), [draft])
  const save = useSaveQueue(entity)
  const change = (part: Partial<QueueDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const { config, problems, warnings } = checked
  return (
    <form
      aria-label={isNew ? 'New queue' : `Settings of ${start.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (config !== null) save.mutate({ draft, config, isNew }, { onSuccess: () => onSaved(draft.name) })
      }}
    >
      <Stack gap="md">
        {notice}
        <Group align="flex-end" gap="md">
          {isNew && (
            <TextInput
              label="Name"
              required
              data-autofocus
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          )}
          <Select
            label="Resource"
            description="The kind of place where its items run"
            data={[...QUEUE_RESOURCES]}
            value={draft.resource}
            onChange={(resource) => resource !== null && change({ resource })}
            allowDeselect={false}
          />
          <Switch
            label="Priorities"
            description="Urgent items first, not only the oldest"
            checked={draft.hasPriorities}
            onChange={(event) => change({ hasPriorities: event.currentTarget.checked })}
          />
        </Group>
        <SettingsSection draft={draft} checked={checked} onChange={change} />
        <LinksEditor links={draft.links} onChange={(links) => change({ links })} />
        <Messages title="This keeps the queue from being saved" color="red" messages={problems} />
        <Messages title="Saved all the same, but look at this" color="yellow" messages={warnings} />
        {save.isError && (
          <Alert color="red" role="alert" title="Not saved">
            {messageOf(save.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending} disabled={config === null || draft.name.trim() === ''}>
            {isNew ? 'Create the queue' : 'Save'}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function Messages({
  title,
  color,
  messages,
}: {
  readonly title: string
  readonly color: string
  readonly messages: readonly string[]
}) {
  if (messages.length === 0) return null
  return (
    <Alert color={color} title={title} role="status">
      <List size="sm">
        {messages.map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
