import { Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { buildJobVersionsQuery, type JobPlace, type JobVersionDetails } from '../../api/jobs.ts'

const route = getRouteApi('/shell/$entity/$project/jobs/$job')

/** Chooses the version that the page shows. */
export function VersionSelect({ place, version }: { readonly place: JobPlace; readonly version: JobVersionDetails }) {
  const navigate = route.useNavigate()
  const { data = [] } = useInfiniteQuery(buildJobVersionsQuery(place))
  const versions = data.some((other) => other.version === version.version) ? data : [version, ...data]
  return (
    <Select
      aria-label="Version"
      w={200}
      allowDeselect={false}
      searchable
      value={version.version}
      data={versions.map((other) => ({
        value: other.version,
        label: other.aliases.length === 0 ? other.version : `${other.version} · ${other.aliases.join(', ')}`,
      }))}
      onChange={(next) => next !== null && void navigate({ search: (old) => ({ ...old, version: next }) })}
    />
  )
}
