import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PRIORITIES } from '../../api/change-items.ts'
import type { Item } from '../../api/queue-items.ts'
import { StateBadge } from '../../components/state-badge.tsx'

/** What an item belongs to, and what belongs to it. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const { run, jobVersion, runQueue, launchAgent, retryOf, retries } = item
  return (
    <Stack component="dl" gap={6} m={0}>
      <Fact name="Launched by">{item.author ?? 'unknown'}</Fact>
      <Fact name="Job">
        {jobVersion == null ? (
          (item.jobPath ?? 'an image')
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/$entity/$project/jobs/$job"
                params={{
                  entity: jobVersion.project.entityName,
                  project: jobVersion.project.name,
                  job: jobVersion.name,
                }}
                {...props}
              />
            )}
          >
            {jobVersion.name}:{jobVersion.version}
          </Anchor>
        )}
      </Fact>
      <Fact name="Run">
        {run == null ? (
          (item.associatedRunId ?? 'none yet')
        ) : (
          <Group gap={6}>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to="/$entity/$project/runs/$run"
                  params={{
                    entity: run.project?.entityName ?? '',
                    project: run.project?.name ?? '',
                    run: run.name,
                  }}
                  {...props}
                />
              )}
            >
              {run.displayName ?? run.name}
            </Anchor>
            <StateBadge state={run.state} />
          </Group>
        )}
      </Fact>
      <Fact name="Queue">
        {runQueue == null ? (
          'deleted'
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/queues/$entity/$queue"
                params={{ entity: runQueue.entityName, queue: runQueue.name }}
                {...props}
              />
            )}
          >
            {runQueue.name}
          </Anchor>
        )}
      </Fact>
      <Fact name="Agent">
        {launchAgent == null ? (
          'none yet'
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/agents" search={{ entity: runQueue?.entityName }} hash={launchAgent.name ?? ''} {...props} />
            )}
          >
            {launchAgent.name} on {launchAgent.hostname}
          </Anchor>
        )}
      </Fact>
      {runQueue?.prioritizationMode === 'V0' && item.priority != null && (
        <Fact name="Priority">{PRIORITIES[item.priority] ?? item.priority}</Fact>
      )}
      {item.exitCode != null && <Fact name="Exit code">{item.exitCode}</Fact>}
      {retryOf != null && (
        <Fact name="Repeats">
          <ItemLink item={item} id={retryOf.id} />
        </Fact>
      )}
      {retries.length > 0 && (
        <Fact name="Repeated by">
          <Stack gap={4}>
            {retries.map((retry) => (
              <Group key={retry.id} gap={6}>
                <ItemLink item={item} id={retry.id} />
                <StateBadge state={retry.state} />
              </Group>
            ))}
          </Stack>
        </Fact>
      )}
    </Stack>
  )
}

function ItemLink({ item, id }: { readonly item: Item; readonly id: string }) {
  const params = { entity: item.runQueue?.entityName ?? '', queue: item.runQueue?.name ?? '', item: id }
  return (
    <Anchor
      size="sm"
      className="mono"
      renderRoot={(props) => <Link to="/queues/$entity/$queue/items/$item" params={params} {...props} />}
    >
      {id}
    </Anchor>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="var(--slipway-muted)">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  )
}
