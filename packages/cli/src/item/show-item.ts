import { CliItemDocument, type CliItemQuery } from '@slipway/api'
import { formatInputAddress, isJsonObject, type JsonValue, parseInputPath } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showState } from '../show-state.ts'
import { showAge, showDuration } from '../show-time.ts'
import { showValue } from '../show-value.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { stateOf } from './format-items.ts'
import { requireItem } from './require-item.ts'

type Item = NonNullable<CliItemQuery['runQueueItem']>

/** Shows one run queue item: where it stands, why, and each input asked and seen. */
export async function showItem(terminal: Terminal, id: string): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const item = requireItem((await api.request(CliItemDocument, { id })).runQueueItem, id)
  const inputs = formatItemInputs(terminal, item)
  return { document: item, text: [formatItem(terminal, item), ...(inputs === '' ? [] : [inputs])].join('\n\n') }
}

function formatItem({ stdout }: Terminal, item: Item): string {
  const { run } = item
  const now = Date.now()
  return formatFields(stdout, [
    ['Item', item.id],
    ['State', showState(stdout, stateOf(item))],
    ['Reason', item.reason],
    ['Stage', item.stage],
    ['Exit code', item.exitCode === null ? null : String(item.exitCode)],
    ['Job', item.jobPath],
    ['Queue', item.runQueue === null ? null : `${item.runQueue.entityName}/${item.runQueue.name}`],
    ['Asked by', item.author],
    ['Asked', item.createdAt === null ? null : showAge(item.createdAt, now)],
    ['Started', item.startedAt === null ? null : showAge(item.startedAt, now)],
    ['Ended', item.endedAt === null ? null : showAge(item.endedAt, now)],
    [
      'Ran for',
      item.startedAt === null
        ? null
        : showDuration(Date.parse(item.endedAt ?? new Date(now).toISOString()) - Date.parse(item.startedAt)),
    ],
    [
      'Agent',
      item.launchAgent === null ? null : `${item.launchAgent.name ?? ''} on ${item.launchAgent.hostname ?? '?'}`,
    ],
    ['Repeats', item.retryOf?.id ?? null],
    ['Repeated by', item.retries.length === 0 ? null : item.retries.map(({ id }) => id).join(', ')],
    ...describeOrigins(item),
    ['Run', run === null ? item.associatedRunId : `${run.project?.entityName}/${run.project?.name}/${run.name}`],
    ...(item.warnings ?? []).map((warning): [string, string] => ['Warning', warning.message]),
  ])
}

// The presets, runs and files of a launch, also those of which later ones left no value.
function describeOrigins(item: Item): readonly [string, string][] {
  return item.origins.flatMap(({ kind, name, version }): [string, string][] =>
    name === null ? [] : [['Inputs from', `${kind} ${name}${version === null ? '' : `@${version}`}`]],
  )
}

function formatItemInputs({ stdout }: Terminal, item: Item): string {
  const inputs = Array.isArray(item.inputs) ? (item.inputs as readonly JsonValue[]).filter(isJsonObject) : []
  if (inputs.length === 0) return ''
  const hasOrigins = item.origins.length > 0
  const rows = inputs.map((input) => [
    addressOf(input['file'], input['path']),
    showValue(input['default']),
    input['isRemoved'] === true ? '(deleted)' : showValue(input['asked']),
    showValue(input['seen']),
    ...(hasOrigins ? [typeof input['from'] === 'string' ? input['from'] : ''] : []),
  ])
  return formatTable(stdout, ['INPUT', 'DEFAULT', 'ASKED', 'SEEN', ...(hasOrigins ? ['FROM'] : [])], rows)
}

function addressOf(file: JsonValue | undefined, path: JsonValue | undefined): string {
  const keys = typeof path === 'string' ? parseInputPath(path) : []
  return formatInputAddress({ file: typeof file === 'string' ? file : null, path: keys })
}
