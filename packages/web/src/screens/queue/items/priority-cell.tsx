import { NativeSelect, Text } from '@mantine/core'
import { PRIORITIES, usePrioritiseItems } from '../../../api/change-items.ts'
import type { ListedItem } from '../../../api/queue-items.ts'

/** The priority of an item, which can be changed while it waits. */
export function PriorityCell({ item, hasPriorities }: { readonly item: ListedItem; readonly hasPriorities: boolean }) {
  const prioritise = usePrioritiseItems()
  const { id, state, priority } = item
  if (!hasPriorities || priority == null) return null
  if (state !== 'pending') return <Text size="sm">{PRIORITIES[priority]}</Text>
  return (
    <NativeSelect
      size="xs"
      aria-label={`Priority of item ${id}`}
      data={PRIORITIES.map((label, value) => ({ label, value: String(value) }))}
      value={String(priority)}
      onChange={(event) => prioritise.mutate({ ids: [id], priority: Number(event.currentTarget.value) })}
    />
  )
}
