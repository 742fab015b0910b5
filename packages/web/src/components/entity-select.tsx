import { Select } from '@mantine/core'
import { entityNamesOf } from '../api/viewer.ts'
import { useViewer } from '../app/use-viewer.ts'

/** Chooses whose things a list shows: the viewer's own or those of a team. Nothing where there is no choice. */
export function EntitySelect({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (entity: string) => void
}) {
  const names = entityNamesOf(useViewer())
  const options = names.includes(value) ? names : [...names, value]
  if (options.length < 2) return null
  return (
    <Select
      aria-label="Person or team"
      data={[...options]}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      allowDeselect={false}
      w={180}
    />
  )
}
