import { getRouteApi, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '../../api/api-error.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { ErrorPage } from '../../components/error-page.tsx'
import { HiddenEntity } from '../../components/hidden-entity.tsx'
import { PageHeader } from '../../components/page-header.tsx'

const route = getRouteApi('/shell/jobs')

/** The page of jobs that could not be shown, with its header, so that one may go on to other jobs. */
export function JobsError(props: ErrorComponentProps) {
  const viewer = useViewer()
  const { entity = viewer.entity ?? '' } = route.useSearch()
  const navigate = route.useNavigate()
  const isMissing = props.error instanceof ApiError && props.error.code === 'not-found'
  return (
    <>
      <PageHeader
        title="Jobs"
        actions={<EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />}
      />
      {isMissing ? (
        <HiddenEntity entity={entity} onOwn={() => void navigate({ search: {} })} />
      ) : (
        <ErrorPage {...props} />
      )}
    </>
  )
}
