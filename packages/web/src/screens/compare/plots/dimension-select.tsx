import { Select } from '@mantine/core'
import type { CompareDimension } from './compare-dimension.ts'

/** Chooses one value of the runs. */
export function DimensionSelect({
  label,
  dimensions,
  value,
  onChange,
  clearTo,
}: {
  readonly label: string
  readonly dimensions: readonly CompareDimension[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** What stands for no choice; without it one has to be chosen. */
  readonly clearTo?: string
}) {
  const group = (kind: CompareDimension['kind'], title: string) => ({
    group: title,
    items: dimensions
      .filter((dimension) => dimension.kind === kind)
      .map(({ id, label: name }) => ({ value: id, label: name })),
  })
  return (
    <Select
      label={label}
      data={[group('input', 'Inputs'), group('summary', 'Summary'), group('run', 'Run')]}
      value={value}
      onChange={onChange}
      placeholder={clearTo}
      clearable={clearTo !== undefined}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      allowDeselect={false}
      searchable
      w={220}
    />
  )
}
