import { InvalidInputError, isJsonObject, parseJson, stringifyJson, type JsonObject } from '@slipway/core'
import type { Insertable, Updateable } from 'kysely'
import { makeDisplayName } from './display-name.ts'
import { mergeSharedConfig } from './merge-shared.ts'
import { isLiveState, toRunState, type RunRecord, type RunState } from './run.ts'
import type { RunTables } from './run-tables.ts'
import { parseJsonObjectText, toStrictJson } from './strict-json.ts'

/** What an upsert says. A null field stays as it is; a list or a text that is empty empties. */
export interface RunUpsert {
  /** The id on the wire. */
  readonly id: string | null
  /** The run id; without it and without `id` the server makes one. */
  readonly name: string | null
  readonly entityName: string | null
  readonly projectName: string | null
  readonly displayName: string | null
  readonly description: string | null
  readonly notes: string | null
  readonly config: string | null
  readonly summary: string | null
  readonly state: string | null
  readonly tags: readonly string[] | null
  readonly groupName: string | null
  readonly jobType: string | null
  readonly commit: string | null
  readonly host: string | null
  readonly program: string | null
  readonly repo: string | null
  readonly sweepName: string | null
  /** The id of the program that says it, when it is one of several that write to the run. */
  readonly sharedWriter?: string | null
}

const MAX_NAME_CHARACTERS = 128
const MAX_TEXT_CHARACTERS = 1024 * 1024

/** Refuses what the database cannot hold or the client could not have sent. */
export function checkRunUpsert(input: RunUpsert): void {
  for (const [field, value] of Object.entries(input)) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const text of texts) {
      if (typeof text !== 'string') continue
      if (text.includes('\0')) throw refusal(field, 'it holds a NUL character')
      if (field !== 'config' && field !== 'summary' && text.length > MAX_TEXT_CHARACTERS)
        throw refusal(field, `it has more than ${MAX_TEXT_CHARACTERS} characters`)
    }
  }
  if (input.name !== null && input.name !== '') checkRunName(input.name)
  if (input.state !== null && toRunState(input.state) === null)
    throw refusal('state', `there is no state "${input.state.slice(0, 100)}"`)
}

/** The client's own rule for run ids, and a length that keeps paths and indexes sound. Source: wandb client protocol. */
function checkRunName(name: string): void {
  if (name.trim() === '' || name.length > MAX_NAME_CHARACTERS || /[:;,#?/'\r\n]/u.test(name)) {
    throw refusal('name', `a run id has at most ${MAX_NAME_CHARACTERS} characters and none of : ; , # ? / '`)
  }
}

function refusal(field: string, reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot store the run's ${field}: ${reason}. Send another ${field}.`)
}

/** The row of a new run. */
export function newRunRow(
  input: RunUpsert,
  fixed: {
    readonly projectId: number
    readonly name: string
    readonly number: number
    readonly userId: number
    readonly now: number
  },
): Insertable<RunTables['run']> {
  const state = (input.state === null ? null : toRunState(input.state)) ?? (isMadeAhead(input) ? 'pending' : 'running')
  return {
    description: null,
    notes: null,
    config: '{}',
    strict_config: null,
    summary: '{}',
    strict_summary: null,
    tags: '[]',
    group_name: null,
    job_type: null,
    commit_hash: null,
    host: null,
    program: null,
    repo: null,
    sweep_name: null,
    ...changedColumns(input, null),
    project_id: fixed.projectId,
    name: fixed.name,
    number: fixed.number,
    display_name:
      input.displayName === null || input.displayName === '' ? makeDisplayName(fixed.number) : input.displayName,
    state,
    user_id: fixed.userId,
    job_artifact_id: null,
    exit_code: null,
    heartbeat_at: fixed.now,
    stop_requested_at: null,
    created_at: fixed.now,
    updated_at: fixed.now,
    ended_at: isLiveState(state) ? null : fixed.now,
    deleted_at: null,
  }
}

/** The columns of a run that an upsert changes; `isJoining` says that it comes from a further program of a shared run. */
export function changedRunRow(
  input: RunUpsert,
  run: RunRecord,
  { now, isJoining }: { readonly now: number; readonly isJoining: boolean },
): Updateable<RunTables['run']> {
  return {
    ...(startsOver(input, run) ? { summary: '{}', strict_summary: null, further_writers: 0 } : {}),
    ...(!isLiveState(run.state) && comesFromProgram(input) && (input.id !== null || saysWhatItIs(input))
      ? { is_starting_over: startsOver(input, run) ? 1 : 0, history_shift: 0 }
      : {}),
    ...changedColumns(input, run),
    ...(input.displayName === null ? {} : { display_name: input.displayName }),
    ...stateColumns(stateAfterUpsert(input, run, isJoining), run, now),
    updated_at: now,
  }
}

/**
 * Tells whether a program begins a run anew under the id of one that has ended: what it logs replaces what was logged
 * before, so that an offline run may be synchronised twice. A program that resumes a run sends the run's id on the wire
 * too. One that has begun before, and had its run ended by another program, sends its config alone. Source: wandb client
 * protocol.
 */
export function startsOver(input: RunUpsert, run: RunRecord): boolean {
  return (
    input.id === null && !isLiveState(run.state) && comesFromProgram(input) && saysWhatItIs(input) && !isShared(input)
  )
}

/** Tells whether an upsert comes from one of several programs that write to the run. */
export function isShared(input: RunUpsert): boolean {
  return input.sharedWriter !== null && input.sharedWriter !== undefined
}

/**
 * A program that starts again under the id of a run that has ended brings the run back to life. One of several that write
 * to it does so only when it begins: its last words may come after another one has ended the run.
 */
function stateAfterUpsert(input: RunUpsert, run: RunRecord, isJoining: boolean): RunState {
  if (!isLiveState(run.state)) return comesFromProgram(input) && (isJoining || !isShared(input)) ? 'running' : run.state
  const wanted = input.state === null ? null : toRunState(input.state)
  return run.state === 'pending' && (wanted === 'running' || comesFromProgram(input)) ? 'running' : run.state
}

function stateColumns(state: RunState, run: RunRecord, now: number): Updateable<RunTables['run']> {
  if (state === run.state) return {}
  return { state, heartbeat_at: now, ended_at: null, exit_code: null, stop_requested_at: null }
}

/** A running client names the run and describes itself under the config's key `_wandb`; an edit by a person does not. */
function comesFromProgram(input: RunUpsert): boolean {
  return input.name !== null && input.config !== null && /"_wandb"\s*:/u.test(input.config)
}

/** A scheduler of a sweep makes the run of a point before anything runs it, and leaves it to the server to name it. */
function isMadeAhead(input: RunUpsert): boolean {
  return input.sweepName !== null && input.name === null
}

/** A client says where and how its program runs when that begins, and sends nothing but changes of the config later. */
function saysWhatItIs(input: RunUpsert): boolean {
  const { displayName, notes, groupName, jobType, commit, host, program, repo, sweepName, tags } = input
  return [displayName, notes, groupName, jobType, commit, host, program, repo, sweepName, tags].some(
    (field) => field !== null,
  )
}

function changedColumns(input: RunUpsert, run: RunRecord | null): Partial<Insertable<RunTables['run']>> {
  return {
    ...(input.description === null ? {} : { description: input.description }),
    ...(input.notes === null ? {} : { notes: input.notes }),
    ...(input.config === null ? {} : configColumns(input.config, isShared(input), run)),
    ...(input.summary === null ? {} : summaryColumns(input.summary)),
    ...(input.tags === null ? {} : { tags: JSON.stringify([...new Set(input.tags)]) }),
    ...(input.groupName === null ? {} : { group_name: input.groupName }),
    ...(input.jobType === null ? {} : { job_type: input.jobType }),
    ...(input.commit === null ? {} : { commit_hash: input.commit }),
    ...(input.host === null ? {} : { host: input.host }),
    ...(input.program === null ? {} : { program: input.program }),
    ...(input.repo === null ? {} : { repo: input.repo }),
    ...(input.sweepName === null ? {} : { sweep_name: input.sweepName }),
  }
}

/** An edit through the public API sends the config without the client's own key, which resuming a run depends on: it stays. */
function configColumns(
  sent: string,
  mustMerge: boolean,
  run: RunRecord | null,
): { config: string; strict_config: string | null } {
  const text = mustMerge && run !== null ? mergeSharedConfig(run.config, sent) : sent
  const given = parseJsonObjectText('config', text)
  const internal = run === null || '_wandb' in given ? undefined : readInternalKey(run.config)
  if (internal === undefined) return { config: text, strict_config: toStrictJson(text, given) }
  const whole = { ...given, _wandb: internal }
  const wholeText = stringifyJson(whole)
  return { config: wholeText, strict_config: toStrictJson(wholeText, whole) }
}

function readInternalKey(config: string): JsonObject | undefined {
  const parsed = parseJson(config)
  const internal = isJsonObject(parsed) ? parsed['_wandb'] : undefined
  return internal !== undefined && isJsonObject(internal) ? internal : undefined
}

/** The columns of a summary text. Throws InvalidInputError when it is not a JSON object. */
export function summaryColumns(text: string): { summary: string; strict_summary: string | null } {
  return { summary: text, strict_summary: toStrictJson(text, parseJsonObjectText('summary', text)) }
}
