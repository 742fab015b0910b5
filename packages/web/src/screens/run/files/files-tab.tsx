import { Stack, Text, Title } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import { buildRunArtifactsQuery, buildRunFilesQuery, type StoredFile } from '../api/run-files.ts'
import { watchOfRun } from '../api/run-watch.ts'
import type { RunTabProps } from '../run-tab-props.ts'
import { ArtifactCard } from './artifact-card.tsx'
import { FileList } from './file-list.tsx'
import { FilePreview } from './file-preview.tsx'
import classes from './files.module.css'

/** A file, and where it was chosen: `run`, or the id of an artifact. */
interface Chosen {
  readonly from: string
  readonly file: StoredFile
}

/** The files of a run and the artifacts that it used and logged, with a look into each. */
export function FilesTab({ path }: RunTabProps) {
  const queryClient = useQueryClient()
  const files = buildRunFilesQuery(path)
  const artifacts = buildRunArtifactsQuery(path)
  const { data } = useSuspenseQuery(artifacts)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  usePacedWatch([watchOfRun(path)], ['files', 'artifacts'], () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: files.queryKey }),
      queryClient.invalidateQueries({ queryKey: artifacts.queryKey }),
    ]),
  )
  const selectedIn = (from: string): string | null => (chosen?.from === from ? (chosen.file.name ?? null) : null)
  return (
    <div className={classes['layout']}>
      <Stack gap="lg" miw={0}>
        <section aria-label="Files of the run">
          <Title order={2} size="h5" mb={4}>
            Files
          </Title>
          <FileList
            query={files}
            selected={selectedIn('run')}
            onSelect={(file) => setChosen({ from: 'run', file })}
            emptyText="This run saved no files."
          />
        </section>
        {(['logged', 'used'] as const).map((kind) => (
          <section key={kind} aria-label={`Artifacts ${kind}`}>
            <Title order={2} size="h5" mb={4}>
              Artifacts {kind}
            </Title>
            {data[kind].length === 0 && (
              <Text size="sm" c="var(--slipway-muted)">
                None.
              </Text>
            )}
            {data[kind].map((artifact) => (
              <ArtifactCard
                key={artifact.id}
                artifact={artifact}
                selected={selectedIn(artifact.id)}
                onSelect={(file) => setChosen({ from: artifact.id, file })}
              />
            ))}
          </section>
        ))}
      </Stack>
      {chosen === null ? (
        <Text c="var(--slipway-muted)" size="sm">
          Choose a file to look into it.
        </Text>
      ) : (
        <FilePreview key={chosen.file.id} file={chosen.file} />
      )}
    </div>
  )
}
