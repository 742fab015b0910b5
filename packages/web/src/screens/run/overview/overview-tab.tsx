import { SimpleGrid, Stack } from '@mantine/core'
import type { RunTabProps } from '../run-tab-props.ts'
import { RunAlerts } from './run-alerts.tsx'
import { RunFacts } from './run-facts.tsx'
import { RunLineage } from './run-lineage.tsx'
import { RunNotes } from './run-notes.tsx'
import { RunTags } from './run-tags.tsx'

/** What a run is, who and what launched it, and what people wrote on it. */
export function OverviewTab({ path, run }: RunTabProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <RunFacts run={run} />
      <Stack gap="lg">
        <RunTags path={path} run={run} />
        <RunNotes path={path} run={run} />
        <RunAlerts path={path} />
        <RunLineage run={run} />
      </Stack>
    </SimpleGrid>
  )
}
