import { formatInputAddress, parseInputPath } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showState } from '../show-state.ts'
import { showAge, showDuration } from '../show-time.ts'
import { showMetric, showValue } from '../show-value.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { readLaunchInputs, sourceValues } from './config-sources.ts'
import { findRun, type FoundRun, type RunPlaceOptions } from './find-run.ts'
import { leavesOf, readRunConfig, readSummary } from './run-tree.ts'

const MAX_ROWS = 40

/** Shows one run: where it comes from, its config and its latest metrics. */
export async function showRun(terminal: Terminal, id: string, options: RunPlaceOptions): Promise<CommandResult> {
  const run = await findRun(await connect(terminal), id, options)
  const config = readRunConfig(run.config)
  const summary = readSummary(run.summaryMetrics)
  const { stdout } = terminal
  const values = sourceValues(config, readLaunchInputs(run)).map(({ path, value, source }) => [
    path,
    showValue(value),
    source,
  ])
  const files = readLaunchInputs(run).filter(({ file }) => file !== null)
  const metrics = [...leavesOf(summary)].map(([path, value]) => [path, showMetric(value)])
  return {
    document: { ...run, config, summaryMetrics: undefined, summary },
    text: [
      formatFields(stdout, describe(terminal, run)),
      ...(values.length === 0 ? [] : [shorten(formatTable(stdout, ['CONFIG', 'VALUE', 'FROM'], values), id)]),
      ...(files.length === 0
        ? []
        : [
            formatTable(
              stdout,
              ['FILE INPUT', 'DEFAULT', 'ASKED', 'SEEN'],
              files.map((input) => [
                formatInputAddress({ file: input.file, path: parseInputPath(input.path) }),
                showValue(input.default),
                showValue(input.asked),
                showValue(input.seen),
              ]),
            ),
          ]),
      ...(metrics.length === 0 ? [] : [shorten(formatTable(stdout, ['METRIC', 'LATEST'], metrics), id)]),
    ].join('\n\n'),
  }
}

function describe({ stdout }: Terminal, run: FoundRun): readonly (readonly [string, string | null])[] {
  const now = Date.now()
  const { runQueueItem: item, runInfo: info } = run
  const ranMs = Date.parse(run.endedAt ?? run.heartbeatAt ?? '') - Date.parse(run.createdAt ?? '')
  return [
    ['Run', `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`],
    ['Name', run.displayName],
    ['State', showState(stdout, run.state ?? '-')],
    ['Reason', item?.reason ?? null],
    ['Exit code', run.exitcode === null ? null : String(run.exitcode)],
    ['Job', run.jobVersion?.path ?? null],
    [
      'Item',
      item === null ? null : `${item.id} of queue ${item.runQueue?.entityName ?? ''}/${item.runQueue?.name ?? ''}`,
    ],
    ['User', run.user?.username ?? null],
    ['Started', run.createdAt === null ? null : showAge(run.createdAt, now)],
    ['Ran for', Number.isNaN(ranMs) ? null : showDuration(ranMs)],
    ['Host', run.host],
    [
      'Program',
      info?.program === undefined || info.program === null ? null : [info.program, ...(info.args ?? [])].join(' '),
    ],
    ['Commit', run.commit ?? info?.git?.commit ?? null],
    ['Group', run.group],
    ['Tags', run.tags === null || run.tags.length === 0 ? null : run.tags.join(', ')],
    ['Notes', run.notes],
  ]
}

function shorten(table: string, id: string): string {
  const lines = table.split('\n')
  if (lines.length <= MAX_ROWS + 1) return table
  return [
    ...lines.slice(0, MAX_ROWS + 1),
    `and ${lines.length - MAX_ROWS - 1} more: slipway run show ${id} --json`,
  ].join('\n')
}
