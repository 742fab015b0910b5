import { Anchor, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/queue-items.ts'

/** The files that the agent attached when it reported a failure. They are files of the run. */
export function ItemFiles({ item }: { readonly item: Item }) {
  const paths = item.filePaths ?? []
  const { run } = item
  if (paths.length === 0) return <Text size="sm">The agent attached no files.</Text>
  return (
    <>
      <List size="sm">
        {paths.map((path) => (
          <List.Item key={path} className="mono">
            {path}
          </List.Item>
        ))}
      </List>
      {run?.project != null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/$entity/$project/runs/$run"
              params={{ entity: run.project?.entityName ?? '', project: run.project?.name ?? '', run: run.name }}
              search={{ tab: 'files' }}
              {...props}
            />
          )}
        >
          Open the files of the run
        </Anchor>
      )}
    </>
  )
}
