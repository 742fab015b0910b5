import { Button, Text } from '@mantine/core'
import { IconPlus, IconStack2 } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { buildQueuesQuery } from '../../api/queues.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { EntitySelect } from '../../components/entity-select.tsx'
import { HiddenEntity } from '../../components/hidden-entity.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { QueueTable } from './queue-table.tsx'

const route = getRouteApi('/shell/queues')

const NewQueue = lazy(async () => ({ default: (await import('./new-queue.tsx')).NewQueue }))

/** The queues of an entity, as they are now; or the form for another one. */
export function QueuesPage() {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '', new: isNew = false } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useSuspenseInfiniteQuery(buildQueuesQuery(entity))
  const queues = query.data
  useSteadyRefresh(
    queues === null
      ? []
      : [
          { kind: 'RUN_QUEUES', entityName: entity },
          { kind: 'LAUNCH_AGENTS', entityName: entity },
        ],
    [['queues', entity]],
  )
  if (isNew && queues !== null) {
    return (
      <Suspense fallback={<PageLoader />}>
        <NewQueue entity={entity} />
      </Suspense>
    )
  }
  const create = (
    <Button
      renderRoot={(props) => <Link from="/queues" to="." search={(before) => ({ ...before, new: true })} {...props} />}
      leftSection={<IconPlus size={16} />}
    >
      New queue
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Queues"
        actions={
          <>
            <EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />
            {queues !== null && queues.length > 0 && create}
          </>
        }
      />
      {queues === null ? (
        <HiddenEntity entity={entity} onOwn={() => void navigate({ search: {} })} />
      ) : queues.length === 0 ? (
        <StatePage icon={IconStack2} title="No queues yet">
          <Text c="var(--slipway-muted)">
            A queue takes launches and hands them to the agents that listen to it. Create one here, or by the command:
          </Text>
          <CommandBlock command="slipway queue create gpu" />
          {create}
        </StatePage>
      ) : (
        <>
          <QueueTable queues={queues} />
          <LoadMore query={query} />
        </>
      )}
    </>
  )
}
