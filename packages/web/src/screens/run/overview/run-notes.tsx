import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useChangeRun } from '../api/use-change-run.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { OverviewCard } from './overview-card.tsx'

/** What people wrote about a run. What is typed stays until the server has it. */
export function RunNotes({ path, run }: RunTabProps) {
  const change = useChangeRun(path, run.id)
  const [text, setText] = useState<string | null>(null)
  const notes = run.notes ?? ''
  if (text === null) {
    return (
      <OverviewCard
        title="Notes"
        actions={
          <Button size="compact-sm" variant="subtle" onClick={() => setText(notes)}>
            {notes === '' ? 'Add notes' : 'Edit notes'}
          </Button>
        }
      >
        <Text
          size="sm"
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          {...(notes === '' ? { c: 'var(--slipway-muted)' } : {})}
        >
          {notes === '' ? 'Nothing is noted about this run.' : notes}
        </Text>
      </OverviewCard>
    )
  }
  return (
    <OverviewCard title="Notes">
      <Stack gap="xs">
        <Textarea
          aria-label="Notes"
          autosize
          minRows={3}
          maxRows={20}
          value={text}
          readOnly={change.isPending}
          onChange={(event) => setText(event.currentTarget.value)}
          autoFocus
        />
        <Group gap="xs">
          <Button
            size="xs"
            loading={change.isPending}
            onClick={() => change.mutate({ notes: text }, { onSuccess: () => setText(null) })}
          >
            Save
          </Button>
          <Button size="xs" variant="default" onClick={() => setText(null)}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </OverviewCard>
  )
}
