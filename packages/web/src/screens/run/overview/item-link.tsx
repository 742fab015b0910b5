import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RunItem } from '../api/run.ts'

/** A link to a run queue item. */
export function ItemLink({ item }: { readonly item: RunItem }) {
  const queue = item.runQueue
  const label = `item ${item.id.slice(-8)}`
  if (queue == null) return label
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link
          to="/queues/$entity/$queue/items/$item"
          params={{ entity: queue.entityName, queue: queue.name, item: item.id }}
          {...props}
        />
      )}
    >
      {label}
    </Anchor>
  )
}
