import { Button, Loader, NavLink, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { messageOf } from '../../api/api-error.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { buildPresetsQuery, type LaunchVersion } from './launch-queries.ts'
import { readPresetSource } from './launch-source.ts'
import type { PastedSource } from './pasted-source.ts'

/** Chooses one of the presets that can be used with a job. */
export function ChoosePreset({
  version,
  onChoose,
}: {
  readonly version: LaunchVersion
  readonly onChoose: (read: () => Promise<PastedSource>) => void
}) {
  const entities = entityNamesOf(useViewer())
  const job = version.path.replace(/:[^:]*$/u, '')
  const options = buildPresetsQuery(entities, job)
  const query = useInfiniteQuery(options)
  useLiveQueries(
    entities.map((entityName) => ({ kind: 'PRESETS', entityName })),
    [options.queryKey],
  )
  const answers = query.data?.pages.flat() ?? []
  const presets = answers.flatMap((answer) => answer.presets?.edges.flatMap(({ node }) => (node ? [node] : [])) ?? [])
  if (query.isPending) return <Loader aria-label="Loading" />
  if (query.isError && presets.length === 0) return <Text role="alert">{messageOf(query.error)}</Text>
  if (presets.length === 0) {
    return (
      <Stack gap="xs">
        <Text c="var(--slipway-muted)">
          No preset can be used with this job yet. Save what is set here as one, or on the command line:
        </Text>
        <CommandBlock command={`slipway preset save fast --job ${job} --set INPUT=VALUE`} />
      </Stack>
    )
  }
  return (
    <Stack gap={2}>
      {presets.map((preset) => {
        const path = `${preset.entityName}/${preset.name}`
        return (
          <NavLink
            key={preset.id}
            component="button"
            type="button"
            label={path}
            description={[preset.latestVersion?.version, preset.latestVersion?.description].filter(Boolean).join(' · ')}
            onClick={() =>
              onChoose(async () => ({ name: `preset ${path}`, source: await readPresetSource([path], job), base: {} }))
            }
          />
        )
      })}
      {query.isError && <Text role="alert">{messageOf(query.error)}</Text>}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more presets
        </Button>
      )}
    </Stack>
  )
}
