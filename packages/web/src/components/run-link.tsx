import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** A link to a run, by the name that people gave it. */
export function RunLink({
  run,
}: {
  readonly run: {
    readonly name: string
    readonly displayName?: string | null
    readonly project?: { readonly name: string; readonly entityName: string } | null
  }
}) {
  const label = run.displayName || run.name
  if (!run.project) return label
  const params = { entity: run.project.entityName, project: run.project.name, run: run.name }
  return (
    <Anchor renderRoot={(props) => <Link to="/$entity/$project/runs/$run" params={params} {...props} />} inherit>
      {label}
    </Anchor>
  )
}
