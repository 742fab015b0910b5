import { Anchor, Card, Select, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { CommandBlock } from '../../components/command-block.tsx'

/** The commands that start an agent for a queue. The key is asked for, and never stands in a command. */
export function AddAgent({
  entity,
  isOwn,
  queues,
}: {
  readonly entity: string
  /** Whether the entity is the person's own, which the commands then need not name. */
  readonly isOwn: boolean
  /** By name. */
  readonly queues: readonly string[]
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const queue = chosen !== null && queues.includes(chosen) ? chosen : queues[0]
  return (
    <Card withBorder component="section" aria-label="Add an agent">
      <Title order={2} size="h4" mb={4}>
        Add an agent
      </Title>
      {queue === undefined ? (
        <Text size="sm">
          An agent listens to a queue.{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/queues" search={{ entity, new: true }} {...props} />}
          >
            Create a queue first
          </Anchor>
          .
        </Text>
      ) : (
        <Stack gap="sm">
          <Text size="sm" c="var(--slipway-muted)" maw={720}>
            On the machine that is to do the work. It needs to reach this server, never the other way round. The first
            command asks for your API key and keeps it in a file that only you can read.
          </Text>
          <Select
            label="For the queue"
            data={queues}
            value={queue}
            onChange={setChosen}
            allowDeselect={false}
            searchable
            maw={280}
          />
          <CommandBlock command={`slipway login --host ${window.location.origin}`} what="the command to log in" />
          <CommandBlock
            command={`slipway agent start --queue ${quote(queue)}${isOwn ? '' : ` --entity ${quote(entity)}`}`}
            what="the command to start an agent"
          />
        </Stack>
      )}
    </Card>
  )
}

/** A name as one word of a shell. */
function quote(text: string): string {
  return /^[\w.@%+=:,-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
