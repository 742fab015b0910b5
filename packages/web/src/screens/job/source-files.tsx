import { Alert, Box, Grid, NavLink, Text, Title } from '@mantine/core'
import { IconFile, IconFileSettings } from '@tabler/icons-react'
import { skipToken, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { buildSourceFilesQuery } from '../../api/jobs.ts'
import { formatBytes } from '../../components/format-bytes.ts'
import { LoadMore } from '../../components/load-more.tsx'
import { SourceText, TextView } from './source-text.tsx'

const route = getRouteApi('/shell/$entity/$project/jobs/$job')

/** The code files of a version, readable, and the config files as they were captured. */
export function SourceFiles({
  artifactId,
  configFiles,
}: {
  readonly artifactId: string | null
  readonly configFiles: Readonly<Record<string, string>>
}) {
  const { file: chosen } = route.useSearch()
  const query = useInfiniteQuery({
    ...buildSourceFilesQuery(artifactId ?? ''),
    ...(artifactId === null ? { queryFn: skipToken } : {}),
  })
  const code = (query.data ?? []).filter(({ name }) => name && !(name in configFiles))
  const names = [...Object.keys(configFiles), ...code.map(({ name }) => name ?? '')]
  if (names.length === 0) {
    return query.isPending && artifactId !== null ? null : (
      <Alert>No code files are kept for this version: it gets its code elsewhere.</Alert>
    )
  }
  const name = chosen !== undefined && names.includes(chosen) ? chosen : names[0]
  const file = code.find((other) => other.name === name)
  const captured = name === undefined ? undefined : configFiles[name]
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        Files
      </Title>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, sm: 4, lg: 3 }}>
          <Box mah={520} style={{ overflow: 'auto' }}>
            {names.map((other) => (
              <NavLink
                key={other}
                label={other}
                className="mono"
                active={other === name}
                leftSection={other in configFiles ? <IconFileSettings size={16} /> : <IconFile size={16} />}
                description={other in configFiles ? 'config file with inputs' : sizeOf(code, other)}
                renderRoot={(props) => (
                  <Link
                    from="/$entity/$project/jobs/$job"
                    to="."
                    search={(old) => ({ ...old, file: other })}
                    resetScroll={false}
                    {...props}
                  />
                )}
              />
            ))}
            <LoadMore query={query} />
          </Box>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8, lg: 9 }}>
          {captured !== undefined ? (
            <TextView name={name ?? ''} text={captured} />
          ) : file ? (
            <SourceText key={file.id} file={file} />
          ) : (
            <Text c="var(--slipway-muted)">Choose a file.</Text>
          )}
        </Grid.Col>
      </Grid>
    </section>
  )
}

function sizeOf(
  files: readonly { readonly name?: string | null; readonly sizeBytes?: number | null }[],
  name: string,
): string | undefined {
  const size = files.find((file) => file.name === name)?.sizeBytes
  return size === null || size === undefined ? undefined : formatBytes(size)
}
