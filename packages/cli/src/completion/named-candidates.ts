import {
  CompletionPresetsDocument,
  CompletionQueuesDocument,
  CompletionRunsDocument,
  CompletionSecretsDocument,
  CompletionUsersDocument,
  CompletionWorkDocument,
} from '@slipway/api'
import type { Candidate } from './candidate.ts'
import { eachEntity, nodesOf } from './each-entity.ts'
import { listProjects } from './job-candidates.ts'
import type { ServerAnswers } from './server-answers.ts'

const NAMES_MS = 30_000
/** For what changes by itself. */
const WORK_MS = 5000

/** Names of queues: those of the person alone, those of teams with the team in front. */
export async function queueCandidates(answers: ServerAnswers): Promise<readonly Candidate[]> {
  const [own, ...teams] = eachEntity(await answers.ask(CompletionQueuesDocument, {}, NAMES_MS))
  return [
    ...nodesOf(own?.runQueuesConnection).map((queue) => ({ value: queue.name, description: describeQueue(queue) })),
    ...teams.flatMap((team) =>
      nodesOf(team.runQueuesConnection).map((queue) => ({
        value: `${team.name}/${queue.name}`,
        description: describeQueue(queue),
      })),
    ),
  ]
}

/** The template variables of a queue, and behind `=` the values that their schemas name. */
export async function templateVariableCandidates(
  answers: ServerAnswers,
  queue: string,
  word: string,
): Promise<readonly Candidate[]> {
  const queues = eachEntity(await answers.ask(CompletionQueuesDocument, {}, NAMES_MS)).flatMap((entity) =>
    nodesOf(entity.runQueuesConnection),
  )
  const [name = '', entityName] = queue.split('/').toReversed()
  const meant = queues.find((one) => one.name === name && (entityName === undefined || one.entityName === entityName))
  const variables = meant?.defaultResourceConfig?.templateVariables ?? []
  if (!word.includes('=')) {
    return variables.map((variable) => ({
      value: `${variable.name}=`,
      description: describeSchema(variable.schema),
      isOpen: true,
    }))
  }
  const variable = variables.find((one) => word.startsWith(`${one.name}=`))
  return variable === undefined
    ? []
    : choicesOf(variable.schema).map((value) => ({ value: `${variable.name}=${value}` }))
}

/** Presets: those of the person by name alone, those of teams with the team in front. */
export async function presetCandidates(answers: ServerAnswers): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionPresetsDocument, {}, NAMES_MS))
  return entities.flatMap((entity, index) =>
    nodesOf(entity.presets).map(({ name, jobPath, latestVersion }) => ({
      value: index === 0 ? name : `${entity.name}/${name}`,
      description: [latestVersion?.version, latestVersion?.description ?? jobPath]
        .filter((part) => part !== null && part !== undefined)
        .join(' '),
    })),
  )
}

/** The names of secrets. */
export async function secretCandidates(
  answers: ServerAnswers,
  team: string | undefined,
): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionSecretsDocument, {}, NAMES_MS))
  const meant = team === undefined ? entities.slice(0, 1) : entities.filter(({ name }) => name === team)
  return meant.flatMap(({ secretsConnection }) =>
    nodesOf(secretsConnection).map(({ name, variable }) => ({ value: name, description: variable })),
  )
}

/** References to secrets, as inputs take them. */
export async function secretReferences(answers: ServerAnswers): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionSecretsDocument, {}, NAMES_MS))
  return entities.flatMap(({ secretsConnection }) =>
    nodesOf(secretsConnection).map(({ name, entityName }) => ({ value: `secret://${name}`, description: entityName })),
  )
}

/** Run queue items, newest first; those in some states only when these are given. */
export async function itemCandidates(
  answers: ServerAnswers,
  states: readonly string[] | null,
): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionWorkDocument, {}, WORK_MS))
  return entities.flatMap(({ runQueueItems }) =>
    nodesOf(runQueueItems)
      .filter(({ state }) => states === null || states.includes(state))
      .map(({ id, state, jobPath }) => ({ value: id, description: jobPath === null ? state : `${state} ${jobPath}` })),
  )
}

/** Launch agents by name. */
export async function agentCandidates(answers: ServerAnswers): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionWorkDocument, {}, WORK_MS))
  return entities.flatMap(({ launchAgents }) =>
    nodesOf(launchAgents).map(({ id, name, hostname, agentStatus }) => ({
      value: name ?? id,
      description: [agentStatus, hostname].filter((part) => part !== null).join(' on '),
    })),
  )
}

/** Runs by id, and with project and entity in front where the word has them. */
export async function runCandidates(answers: ServerAnswers, word: string): Promise<readonly Candidate[]> {
  const entities = eachEntity(await answers.ask(CompletionRunsDocument, {}, WORK_MS))
  const slashes = word.split('/').length - 1
  return entities.flatMap((entity) =>
    nodesOf(entity.projects).flatMap((project) =>
      nodesOf(project.runs).map((run) => {
        const path = [project.entityName, project.name, run.name]
        const isWhole = slashes === 2 || word.startsWith(`${project.entityName}/`)
        return {
          value: path.slice(isWhole ? 0 : slashes === 1 ? 1 : 2).join('/'),
          description: `${run.state ?? ''} ${run.displayName ?? ''} in ${project.entityName}/${project.name}`.trim(),
        }
      }),
    ),
  )
}

/** The person's entity and the teams. */
export async function entityCandidates(answers: ServerAnswers): Promise<readonly Candidate[]> {
  return (await listProjects(answers))
    .filter(({ projectName }) => projectName === null)
    .map(({ entityName }, index) => ({ value: entityName, description: index === 0 ? 'you' : 'team' }))
}

/** The projects of an entity, or of all. */
export async function projectCandidates(
  answers: ServerAnswers,
  entity: string | undefined,
): Promise<readonly Candidate[]> {
  return (await listProjects(answers)).flatMap(({ entityName, projectName }) =>
    projectName === null || (entity !== undefined && entity !== entityName)
      ? []
      : [{ value: projectName, description: entityName }],
  )
}

/** People, for administrators. */
export async function userCandidates(answers: ServerAnswers): Promise<readonly Candidate[]> {
  const answer = await answers.ask(CompletionUsersDocument, {}, NAMES_MS)
  return nodesOf(answer?.users).flatMap(({ username }) => (username === null ? [] : [{ value: username }]))
}

function describeQueue(queue: { readonly resource: string | null; readonly isPaused: boolean }): string {
  return `${queue.resource ?? 'no resource'}${queue.isPaused ? ', paused' : ''}`
}

function choicesOf(schema: string): readonly string[] {
  const { enum: choices, default: byDefault } = parse(schema)
  const all: readonly unknown[] = Array.isArray(choices) ? choices : byDefault === undefined ? [] : [byDefault]
  return all.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
}

function describeSchema(schema: string): string {
  const { type, minimum, maximum, default: byDefault } = parse(schema)
  const parts = [
    typeof type === 'string' ? type : 'value',
    minimum === undefined ? '' : `from ${JSON.stringify(minimum)}`,
    maximum === undefined ? '' : `up to ${JSON.stringify(maximum)}`,
    byDefault === undefined ? '' : `default ${JSON.stringify(byDefault)}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function parse(schema: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(schema)
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
