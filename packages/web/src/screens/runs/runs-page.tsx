import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { nodesOf } from '../../api/connection.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { EntitySelect } from '../../components/entity-select.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { buildRunKeysQuery } from './api/run-keys.ts'
import { ColumnChooser } from './columns/column-chooser.tsx'
import classes from './grid/run-grid.module.css'
import { placeOfRuns, planRuns } from './plan-runs.ts'
import { ProjectSelect } from './project-select.tsx'
import { RunCount } from './run-count.tsx'
import type { RunsSearch } from './runs-search.ts'
import { RunsTable } from './runs-table.tsx'
import { RunsToolbar } from './runs-toolbar.tsx'
import { ViewsMenu } from './views/views-menu.tsx'

const route = getRouteApi('/shell/runs')

/** The runs of an entity or of one project, as a table. */
export function RunsPage() {
  const viewer = useViewer()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const place = placeOfRuns(search, viewer.entity)
  const keys = useSuspenseInfiniteQuery(buildRunKeysQuery(place)).data.pages.flatMap(nodesOf)
  const plan = planRuns(place, search, keys)
  const columns = plan.columnIds
  const go = (next: RunsSearch): void => void navigate({ search: next, replace: true, resetScroll: false })
  const change = (part: Partial<RunsSearch>): void => go({ ...search, ...part })
  const setColumns = (next: readonly string[]): void => change({ columns: [...next] })
  return (
    <div className={classes['page']}>
      <PageHeader
        title="Runs"
        below={<RunCount place={place} search={search} />}
        actions={
          <>
            <EntitySelect value={place.entity} onChange={(entity) => go({ entity })} />
            <ProjectSelect
              entity={place.entity}
              value={place.project}
              onChange={(project) => change({ project, columns: undefined })}
            />
          </>
        }
      />
      <RunsToolbar place={place} search={search} columns={columns} onChange={change}>
        <ColumnChooser
          place={place}
          columns={columns}
          onChange={setColumns}
          onReset={search.columns === undefined ? null : () => change({ columns: undefined, widths: undefined })}
        />
        <ViewsMenu search={search} onOpen={go} />
      </RunsToolbar>
      <RunsTable place={place} search={search} plan={plan} onChange={change} />
    </div>
  )
}
