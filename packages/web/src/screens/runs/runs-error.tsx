import { Button, Text } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { getRouteApi, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '../../api/api-error.ts'
import { entityNamesOf } from '../../api/viewer.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { ErrorPage } from '../../components/error-page.tsx'
import { HiddenEntity } from '../../components/hidden-entity.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatePage } from '../../components/state-page.tsx'
import { placeOfRuns } from './plan-runs.ts'
import { ProjectSelect } from './project-select.tsx'

const route = getRouteApi('/shell/runs')

/** The page of runs that could not be shown, with its header, so that one may go on to other runs. */
export function RunsError(props: ErrorComponentProps) {
  const viewer = useViewer()
  const navigate = route.useNavigate()
  const { entity, project } = placeOfRuns(route.useSearch(), viewer.entity)
  const isMember = entityNamesOf(viewer).includes(entity)
  const isMissing = props.error instanceof ApiError && props.error.code === 'not-found'
  const showAll = (): void => void navigate({ search: { entity } })
  return (
    <>
      <PageHeader
        title="Runs"
        actions={
          <>
            <EntitySelect value={entity} onChange={(next) => void navigate({ search: { entity: next } })} />
            {isMember && (
              <ProjectSelect
                entity={entity}
                value={project}
                onChange={(next) => void navigate({ search: { entity, project: next } })}
              />
            )}
          </>
        }
      />
      {!isMissing ? (
        <ErrorPage {...props} />
      ) : isMember && project !== undefined ? (
        <StatePage icon={IconZoomQuestion} title="There is no such project" role="alert">
          <Text c="var(--slipway-muted)">
            {entity} has no project &quot;{project}&quot;. It may be called otherwise; the first run in it makes it.
          </Text>
          <Button variant="default" onClick={showAll}>
            Show the runs of all projects
          </Button>
        </StatePage>
      ) : (
        <HiddenEntity entity={entity} onOwn={() => void navigate({ search: {} })} />
      )}
    </>
  )
}
