import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconLock, IconRobot } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { buildAgentsQuery, type Agent } from '../../api/agents.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { AddAgent } from './add-agent.tsx'
import { AgentCard } from './agent-card.tsx'
import { agentState } from './agent-state.ts'

const route = getRouteApi('/shell/agents')

/** The agents of an entity, as they are now; those that are lost or have ended apart. */
export function AgentsPage() {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useSuspenseQuery(buildAgentsQuery(entity))
  useSteadyRefresh(data === null ? [] : [{ kind: 'LAUNCH_AGENTS', entityName: entity }], [['agents', entity]])
  const agents = data?.agents ?? []
  const of = (...states: readonly string[]): readonly Agent[] =>
    agents.filter((agent) => states.includes(agentState(agent)))
  const living = of('polling', 'running', 'draining')
  return (
    <>
      <PageHeader
        title="Agents"
        actions={<EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />}
      />
      {data === null ? (
        <StatePage icon={IconLock} title="Not for you to see" role="alert">
          <Text c="var(--slipway-muted)">
            There is no person or team &quot;{entity}&quot;, or you do not belong to it. Ask one of its administrators.
          </Text>
        </StatePage>
      ) : (
        <Stack gap="xl">
          {living.length > 0 ? (
            <AgentGroup agents={living} />
          ) : (
            <StatePage icon={IconRobot} title="No agent listens">
              <Text c="var(--slipway-muted)">
                Start one on the machine that is to do the work; the command for each queue is below.
              </Text>
            </StatePage>
          )}
          <AgentGroup
            title="Lost"
            help="Not heard of for as long as a lease. What they held and had not begun goes back to its queue; what they ran is adopted by an agent that starts with the same folder."
            agents={of('lost')}
          />
          <AgentGroup title="Ended in the last week" agents={of('ended')} />
          <AddAgent entity={entity} isOwn={entity === viewer.entity} queues={data.queues} />
        </Stack>
      )}
    </>
  )
}

function AgentGroup({
  title,
  help,
  agents,
}: {
  readonly title?: string
  readonly help?: string
  readonly agents: readonly Agent[]
}) {
  if (agents.length === 0) return null
  return (
    <section aria-label={title ?? 'Listening'}>
      {title !== undefined && (
        <Title order={2} size="h4" mb={4}>
          {title}
        </Title>
      )}
      {help !== undefined && (
        <Text size="sm" c="var(--slipway-muted)" mb="sm" maw={720}>
          {help}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
        {agents.map((agent) => (
          <AgentCard key={agent.id} agent={agent} />
        ))}
      </SimpleGrid>
    </section>
  )
}
