import { ActionIcon, Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { QueueLink } from '../external-links.ts'

/** The links of a queue to other pages, such as a dashboard of its machines. */
export function LinksEditor({
  links,
  onChange,
}: {
  readonly links: readonly QueueLink[]
  readonly onChange: (links: readonly QueueLink[]) => void
}) {
  const set = (index: number, change: Partial<QueueLink>): void =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...change } : link)))
  return (
    <section aria-label="Links">
      <Title order={2} size="h5" mb="xs">
        Links
      </Title>
      <Stack gap="xs" align="flex-start">
        {links.map((link, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a link has no other identity while it is typed
          <Group key={index} gap="xs" wrap="nowrap" w="100%">
            <TextInput
              aria-label={`Name of link ${index + 1}`}
              placeholder="Name"
              value={link.label}
              onChange={(event) => set(index, { label: event.currentTarget.value })}
              flex={1}
            />
            <TextInput
              aria-label={`Address of link ${index + 1}`}
              placeholder="https://"
              value={link.url}
              onChange={(event) => set(index, { url: event.currentTarget.value })}
              flex={2}
            />
            <ActionIcon
              aria-label={`Remove link ${index + 1}`}
              onClick={() => onChange(links.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...links, { label: '', url: '' }])}
        >
          Add a link
        </Button>
      </Stack>
    </section>
  )
}
