import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconFilterOff, IconStack2 } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { messageOf } from '../../../api/api-error.ts'
import { buildQueueItemsQuery } from '../../../api/queue-items.ts'
import type { Queue } from '../../../api/queues.ts'
import { CommandBlock } from '../../../components/command-block.tsx'
import { LoadMore } from '../../../components/load-more.tsx'
import { PageLoader } from '../../../components/page-loader.tsx'
import { StatePage } from '../../../components/state-page.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ItemFilters } from './item-filters.tsx'
import { ItemLogDrawer } from './item-log-drawer.tsx'
import { ItemTable } from './item-table.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue')
const NOTHING: ReadonlySet<string> = new Set()

/** The items of a queue, as they are now. */
export function ItemsPanel({ queue }: { readonly queue: Queue }) {
  const place = { entity: queue.entityName, queue: queue.name }
  const { states, author, job } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(buildQueueItemsQuery(place, { states, author, job }))
  const [selected, setSelected] = useState(NOTHING)
  const [logOf, setLogOf] = useState<string | null>(null)
  const items = useMemo(
    () => query.data?.pages.flatMap((page) => page?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? []) ?? [],
    [query.data],
  )
  // What has left the list is not acted on unseen.
  const chosen = items.filter(({ id }) => selected.has(id))
  const isFiltered = states !== undefined || author !== undefined || job !== undefined
  const hasPriorities = queue.prioritizationMode === 'V0'
  const reset = (): void =>
    void navigate({ search: (before) => ({ ...before, states: undefined, author: undefined, job: undefined }) })
  return (
    <Stack gap="sm">
      <ItemFilters />
      {chosen.length > 0 && (
        <BulkBar items={chosen} hasPriorities={hasPriorities} onClear={() => setSelected(NOTHING)} />
      )}
      {query.isError && (
        <Alert color="red" role="alert" title="The items could not be read">
          <Text size="sm" mb="xs">
            {messageOf(query.error)}
          </Text>
          <Button size="xs" variant="default" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </Alert>
      )}
      {query.isPending ? (
        <PageLoader />
      ) : items.length > 0 ? (
        <ItemTable
          items={items}
          hasPriorities={hasPriorities}
          selected={selected}
          onSelect={setSelected}
          onShowLog={setLogOf}
        />
      ) : query.isError ? null : isFiltered ? (
        <StatePage icon={IconFilterOff} title="Nothing matches">
          <Button variant="default" onClick={reset}>
            Show all items
          </Button>
        </StatePage>
      ) : (
        <StatePage icon={IconStack2} title="No items yet">
          <Text c="var(--slipway-muted)">Launch a job into this queue, here or by the command:</Text>
          <CommandBlock command={`slipway launch JOB --queue ${queue.name}`} />
        </StatePage>
      )}
      <LoadMore query={query} />
      <ItemLogDrawer id={logOf} onClose={() => setLogOf(null)} />
    </Stack>
  )
}
