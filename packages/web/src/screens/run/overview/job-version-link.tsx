import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RunDetails } from '../api/run.ts'

/** A link to a job version. */
export function JobVersionLink({ version }: { readonly version: NonNullable<RunDetails['jobVersion']> }) {
  const { name, version: number, project } = version
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link
          to="/$entity/$project/jobs/$job"
          params={{ entity: project.entityName, project: project.name, job: name }}
          search={{ version: number }}
          {...props}
        />
      )}
    >
      {name}:{number}
    </Anchor>
  )
}
