import { ActionIcon, Button, Group, Text, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useDescribeJob } from './job-mutations.ts'

/** What a job is for, in its author's words; edited in place. */
export function JobDescription({
  job,
}: {
  readonly job: { readonly id: string; readonly description?: string | null | undefined }
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const describe = useDescribeJob(job.id)
  if (draft === null) {
    return (
      <Group gap={4}>
        <Text size="sm">{job.description || 'No description yet.'}</Text>
        <ActionIcon size="sm" aria-label="Edit the description" onClick={() => setDraft(job.description ?? '')}>
          <IconPencil size={14} />
        </ActionIcon>
      </Group>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        describe.mutate(draft, { onSuccess: () => setDraft(null) })
      }}
    >
      <Group align="flex-end" gap="xs">
        <Textarea
          aria-label="Description"
          autosize
          autoFocus
          maxRows={6}
          w={420}
          maw="100%"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={describe.isPending}>
          Save
        </Button>
        <Button size="xs" variant="default" onClick={() => setDraft(null)}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
