import { Text } from '@mantine/core'
import type { LaunchSearch } from './launch-search.ts'

/** A launch, from the choice of the job to what became of it. */
export function LaunchPanel({
  search,
}: {
  readonly search: LaunchSearch
  /** Called with what the address shall say. */
  readonly onSearchChange: (search: LaunchSearch) => void
}) {
  return <Text>{search.job}</Text>
}
