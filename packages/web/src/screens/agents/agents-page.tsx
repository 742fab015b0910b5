import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconRobot } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { buildAgentsQuery, type Agent } from '../../api/agents.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { buildQueueNamesQuery } from '../../api/queues.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { HiddenEntity } from '../../components/hidden-entity.tsx'
import { LoadMore } from '../../components/load-more.tsx'
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
  const listening = useSuspenseInfiniteQuery(buildAgentsQuery(entity, 'listening'))
  const over = useSuspenseInfiniteQuery(buildAgentsQuery(entity, 'over'))
  const { data: queues } = useSuspenseQuery(buildQueueNamesQuery(entity))
  const isSeen = listening.data !== null
  useSteadyRefresh(isSeen ? [{ kind: 'LAUNCH_AGENTS', entityName: entity }] : [], [['agents', entity]])
  useLiveQueries(isSeen ? [{ kind: 'RUN_QUEUES', entityName: entity }] : [], [buildQueueNamesQuery(entity).queryKey])
  const [living, ended] = [listening.data ?? [], over.data ?? []]
  return (
    <>
      <PageHeader
        title="Agents"
        actions={<EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />}
      />
      {!isSeen ? (
        <HiddenEntity entity={entity} onOwn={() => void navigate({ search: {} })} />
      ) : (
        <Stack gap="xl">
          {living.length > 0 ? (
            <div>
              <AgentGroup agents={living} />
              <LoadMore query={listening} />
            </div>
          ) : (
            <StatePage icon={IconRobot} title="No agent listens">
              <Text c="var(--slipway-muted)">
                {queues.length === 0
                  ? 'An agent takes launches from queues and does the work. Create a queue first, below.'
                  : 'Start one on the machine that is to do the work; the command for each queue is below.'}
              </Text>
            </StatePage>
          )}
          <AgentGroup
            title="Lost"
            help="Not heard of for as long as a lease. What they held and had not begun goes back to its queue; what they ran is adopted by an agent that starts with the same folder."
            agents={ended.filter((agent) => agentState(agent) === 'lost')}
          />
          <AgentGroup title="Ended in the last week" agents={ended.filter((agent) => agentState(agent) !== 'lost')} />
          <LoadMore query={over} />
          <AddAgent entity={entity} isOwn={entity === viewer.entity} queues={queues} />
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
