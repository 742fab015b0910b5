import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { buildProjectNamesQuery } from './api/project-names.ts'

/** Chooses one project of an entity, or all of them. */
export function ProjectSelect({
  entity,
  value,
  onChange,
}: {
  readonly entity: string
  readonly value: string | undefined
  readonly onChange: (project: string | undefined) => void
}) {
  const { data = [] } = useQuery(buildProjectNamesQuery(entity))
  const names = value === undefined || data.includes(value) ? data : [...data, value]
  return (
    <Select
      aria-label="Project"
      placeholder="All projects"
      data={[...names].toSorted()}
      value={value ?? null}
      onChange={(project) => onChange(project ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': 'All projects' }}
      searchable
      w={190}
    />
  )
}
