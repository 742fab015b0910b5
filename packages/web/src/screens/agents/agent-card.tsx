import { Anchor, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Agent } from '../../api/agents.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { agentState } from './agent-state.ts'
import { describeHardware, describeRoom } from './read-hardware.ts'
import { useEndAgent } from './use-end-agent.tsx'

/** One agent: where it runs, on what, what it does, and how to end it. */
export function AgentCard({ agent }: { readonly agent: Agent }) {
  const state = agentState(agent)
  const hardware = describeHardware(agent.agentConfig)
  const { askToDrain, askToStop } = useEndAgent(agent)
  const isLiving = state === 'polling' || state === 'running' || state === 'draining'
  const facts = [describeRoom(agent.agentConfig), agent.version == null ? null : `version ${agent.version}`]
  return (
    <Card withBorder component="article" aria-label={`Agent ${agent.name ?? ''}`} id={agent.name ?? undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
            {agent.hostname}
          </Title>
          <Text size="xs" c="var(--slipway-muted)" className="mono">
            {agent.name}
          </Text>
        </div>
        <StateBadge state={state} />
      </Group>
      <Stack gap={4} mt="sm">
        {hardware.length > 0 && <Text size="sm">{hardware.join(', ')}</Text>}
        <Text size="sm">
          Listens to{' '}
          {agent.queues.length === 0
            ? 'no queue'
            : agent.queues.map((queue, index) => (
                <span key={queue.name}>
                  {index > 0 && ', '}
                  <Anchor
                    size="sm"
                    underline="always"
                    renderRoot={(props) => (
                      <Link
                        to="/queues/$entity/$queue"
                        params={{ entity: queue.entityName, queue: queue.name }}
                        {...props}
                      />
                    )}
                  >
                    {queue.name}
                  </Anchor>
                </span>
              ))}
        </Text>
        <Text size="xs" c="var(--slipway-muted)">
          {facts.filter((fact) => fact !== null).map((fact) => `${fact}, `)}
          started by {agent.createdBy ?? 'unknown'} <RelativeTime at={agent.createdAt} />,{' '}
          {/* A heartbeat is no change that is told, but the end of them is: until then the agent is in touch. */}
          {isLiving ? (
            'in touch'
          ) : (
            <>
              last heard of <RelativeTime at={agent.heartbeatAt} />
            </>
          )}
        </Text>
      </Stack>
      {agent.heldCount > 0 && (
        <List size="sm" mt="sm" listStyleType="none" aria-label="In work">
          {agent.heldItems.map((item) => (
            <List.Item key={item.id}>
              <Group gap={6}>
                <StateBadge state={item.state} />
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link
                      to="/queues/$entity/$queue/items/$item"
                      params={{
                        entity: item.runQueue?.entityName ?? '',
                        queue: item.runQueue?.name ?? '',
                        item: item.id,
                      }}
                      {...props}
                    />
                  )}
                >
                  {item.jobPath ?? 'image'}
                </Anchor>
              </Group>
            </List.Item>
          ))}
          {agent.heldCount > agent.heldItems.length && (
            <List.Item>and {agent.heldCount - agent.heldItems.length} more</List.Item>
          )}
        </List>
      )}
      {isLiving && (
        <Group gap="xs" mt="md">
          {state !== 'draining' && (
            <Button size="xs" variant="default" onClick={askToDrain} aria-label={`Drain ${agent.name ?? ''}`}>
              Drain
            </Button>
          )}
          <Button size="xs" variant="default" onClick={askToStop} aria-label={`Stop ${agent.name ?? ''}`}>
            Stop
          </Button>
        </Group>
      )}
    </Card>
  )
}
