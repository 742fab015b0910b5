import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useReducer } from 'react'
import { buildInputSourceQuery } from '../../api/input-source.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { InputSections } from '../../inputs/input-sections.tsx'
import { createInputDraft } from '../../inputs/model/create-draft.ts'
import { inputDraftReducer } from '../../inputs/model/draft-reducer.ts'

const route = getRouteApi('/shell/launch')

/** Launches a job with other inputs. */
export function LaunchPage() {
  const { job } = route.useSearch()
  return (
    <>
      <PageHeader title="Launch" below={job} />
      {job !== undefined && <LaunchInputs key={job} job={job} />}
    </>
  )
}

function LaunchInputs({ job }: { readonly job: string }) {
  const { data } = useSuspenseQuery(buildInputSourceQuery(job))
  const [draft, dispatch] = useReducer(inputDraftReducer, data, (source) =>
    createInputDraft({
      inputs: source?.inputs ?? {},
      configFiles: source?.configFiles ?? {},
      secrets: source?.secrets ?? [],
    }),
  )
  return <InputSections draft={draft} dispatch={dispatch} usage={data?.inputUsage ?? []} />
}
