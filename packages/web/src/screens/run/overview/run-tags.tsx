import { Badge, Button, Group, TagsInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useTagRun } from '../api/use-tag-run.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { OverviewCard } from './overview-card.tsx'

/** The tags of a run. */
export function RunTags({ path, run }: RunTabProps) {
  const change = useTagRun(path, run.id)
  const [isOpen, setIsOpen] = useState(false)
  const tags = run.tags ?? []
  return (
    <OverviewCard
      title="Tags"
      actions={
        <Button size="compact-sm" variant="subtle" onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Done' : 'Edit tags'}
        </Button>
      }
    >
      {isOpen ? (
        <TagsInput
          aria-label="Tags"
          placeholder="Type a tag and press Enter"
          value={[...tags]}
          onChange={(next) =>
            change.mutate({
              add: next.filter((tag) => !tags.includes(tag)),
              remove: tags.filter((tag) => !next.includes(tag)),
            })
          }
          clearButtonProps={{ 'aria-label': 'Remove all tags' }}
        />
      ) : (
        <Group gap={6}>
          {tags.length === 0 && (
            <Text size="sm" c="var(--slipway-muted)">
              This run has no tags.
            </Text>
          )}
          {tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none" fw={500}>
              {tag}
            </Badge>
          ))}
        </Group>
      )}
    </OverviewCard>
  )
}
