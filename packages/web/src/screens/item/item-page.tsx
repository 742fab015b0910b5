import { Alert, Button, Card, Grid, List, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSteadyRefresh } from '../../api/live/use-steady-refresh.ts'
import { buildItemQuery } from '../../api/queue-items.ts'
import { StatePage } from '../../components/state-page.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { isOver } from '../queue/items/item-state.ts'
import { ItemFacts } from './item-facts.tsx'
import { ItemFiles } from './item-files.tsx'
import { ItemHeader } from './item-header.tsx'
import { ItemInputs } from './item-inputs.tsx'
import { ItemLogView } from './item-log-view.tsx'
import { ItemSpec } from './item-spec.tsx'
import { ItemTimeline } from './item-timeline.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue/items/$item')
const TABS = [
  { value: 'inputs', label: 'Inputs' },
  { value: 'log', label: 'Log' },
  { value: 'spec', label: 'Launch spec' },
  { value: 'files', label: 'Files and warnings' },
] as const

/** All that is known of one item, as it is now. */
export function ItemPage() {
  const { item: id, entity, queue } = route.useParams()
  const navigate = route.useNavigate()
  const { data: item } = useSuspenseQuery(buildItemQuery(id))
  const { tab = item?.state === 'failed' ? 'log' : 'inputs' } = route.useSearch()
  const isHere = item !== null && item.runQueue?.name === queue && item.runQueue.entityName === entity
  useSteadyRefresh(
    isHere
      ? [
          { kind: 'RUN_QUEUE_ITEM', id },
          { kind: 'RUN_QUEUE', entityName: entity, name: queue },
        ]
      : [],
    [['item', id]],
  )
  if (!isHere) {
    return (
      <StatePage icon={IconZoomQuestion} title="There is no such item" role="alert">
        <Text c="var(--slipway-muted)">
          Queue &quot;{queue}&quot; of &quot;{entity}&quot; has no item &quot;{id}&quot;, or it is not for you to see.
        </Text>
        <Button variant="default" renderRoot={(props) => <Link to="/queues" {...props} />}>
          Go to the queues
        </Button>
      </StatePage>
    )
  }
  return (
    <>
      <ItemHeader item={item} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 4, lg: 3 }} order={{ base: 2, md: 1 }}>
          <Stack>
            <Card withBorder component="section" aria-label="Timeline">
              <ItemTimeline item={item} />
            </Card>
            <Card withBorder component="section" aria-label="About">
              <ItemFacts item={item} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8, lg: 9 }} order={{ base: 1, md: 2 }}>
          <Stack>
            {item.waiting != null && (
              <Alert color="blue" title="Why it waits" role="status">
                {item.waiting.message}
              </Alert>
            )}
            {item.waiting == null && item.reason != null && (
              <Alert color={item.state === 'failed' ? 'red' : 'gray'} title={whyTitle(item)} role="status">
                <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {item.reason}
                </Text>
              </Alert>
            )}
            <Tabs
              value={tab}
              keepMounted={false}
              onChange={(next) =>
                void navigate({ search: { tab: TABS.find(({ value }) => value === next)?.value }, replace: true })
              }
            >
              <TabStrip open={tab}>
                {TABS.map(({ value, label }) => (
                  <Tabs.Tab key={value} value={value}>
                    {label}
                  </Tabs.Tab>
                ))}
              </TabStrip>
              <Tabs.Panel value="inputs">
                <ItemInputs id={id} state={item.state} />
              </Tabs.Panel>
              <Tabs.Panel value="log">
                <ItemLogView id={id} isLive={!isOver(item)} />
              </Tabs.Panel>
              <Tabs.Panel value="spec">
                <ItemSpec spec={item.runSpec} />
              </Tabs.Panel>
              <Tabs.Panel value="files">
                <ItemFiles item={item} />
                <Title order={2} size="h5" mt="lg" mb="xs">
                  Warnings
                </Title>
                {(item.warnings ?? []).length === 0 ? (
                  <Text size="sm">None.</Text>
                ) : (
                  <List size="sm">
                    {(item.warnings ?? []).map(({ message, createdAt }) => (
                      <List.Item key={`${createdAt ?? ''} ${message}`}>{message}</List.Item>
                    ))}
                  </List>
                )}
              </Tabs.Panel>
            </Tabs>
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  )
}

function whyTitle({ state, stage }: { readonly state: string; readonly stage?: string | null }): string {
  return state === 'failed' && stage != null ? `Failed in the stage "${stage}"` : `Why it is ${state}`
}
