import { Badge, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { formatBytes } from '../../../components/format-bytes.ts'
import { buildArtifactFilesQuery, type RunArtifact, type StoredFile } from '../api/run-files.ts'
import { FileList } from './file-list.tsx'
import classes from './files.module.css'

/** An artifact, with its files when it is opened. */
export function ArtifactCard({
  artifact,
  selected,
  onSelect,
}: {
  readonly artifact: RunArtifact
  readonly selected: string | null
  readonly onSelect: (file: StoredFile) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const { artifactSequence, versionIndex, artifactType, aliases, size, fileCount } = artifact
  return (
    <details className={classes['folder']} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <Group component="span" display="inline-flex" gap={6}>
          <span className="mono">
            {artifactSequence.name}:v{versionIndex ?? 0}
          </span>
          {aliases.map(({ alias }) => (
            <Badge key={alias} component="span" size="xs" variant="default" tt="none">
              {alias}
            </Badge>
          ))}
        </Group>
      </summary>
      <div className={classes['inner']}>
        <Text size="xs" c="var(--slipway-muted)">
          {artifactType.name}, {fileCount} {fileCount === 1 ? 'file' : 'files'}, {formatBytes(size)}
        </Text>
        {isOpen && (
          <FileList
            query={buildArtifactFilesQuery(artifact.id)}
            selected={selected}
            onSelect={onSelect}
            emptyText="It has no files."
          />
        )}
      </div>
    </details>
  )
}
