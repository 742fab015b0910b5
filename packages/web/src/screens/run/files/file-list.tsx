import { Button, Loader, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { messageOf } from '../../../api/api-error.ts'
import type { buildRunFilesQuery, StoredFile } from '../api/run-files.ts'
import { buildFileTree } from './file-tree.ts'
import { FolderView } from './folder-view.tsx'

/** Files in their folders, fetched page by page. */
export function FileList({
  query,
  selected,
  onSelect,
  emptyText,
}: {
  readonly query: ReturnType<typeof buildRunFilesQuery>
  readonly selected: string | null
  readonly onSelect: (file: StoredFile) => void
  readonly emptyText: string
}) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(query)
  if (error !== null && data === undefined) {
    return (
      <Text size="sm" c="red" role="alert">
        {messageOf(error)}
      </Text>
    )
  }
  if (data === undefined) return <Loader size="sm" aria-label="Loading the files" />
  const files = data.pages.flatMap((page) => page?.edges.flatMap(({ node }) => node ?? []) ?? [])
  if (files.length === 0) {
    return (
      <Text size="sm" c="var(--slipway-muted)">
        {emptyText}
      </Text>
    )
  }
  return (
    <>
      <FolderView folder={buildFileTree(files)} selected={selected} onSelect={onSelect} />
      {hasNextPage && (
        <Button size="xs" variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          More files
        </Button>
      )}
    </>
  )
}
