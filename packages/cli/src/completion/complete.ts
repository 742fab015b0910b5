import type { Command } from 'commander'
import { behind, type Candidate, type Completion, startingWith } from './candidate.ts'
import { type CommandPlace, findCommandPlace, nameOf } from './command-place.ts'
import { fileCandidates } from './file-candidates.ts'
import { SHELLS } from './format-completion.ts'
import { assignmentCandidates } from './input-candidates.ts'
import { jobCandidates } from './job-candidates.ts'
import * as named from './named-candidates.ts'
import type { ServerAnswers } from './server-answers.ts'
import { kindOfArgument, kindOfOption, type ValueKind } from './value-kind.ts'

const ITEM_STATES = ['pending', 'leased', 'claimed', 'finished', 'failed', 'stopped', 'cancelled']
const RUN_STATES = ['pending', 'running', 'preempting', 'preempted', 'finished', 'failed', 'crashed', 'killed']
const PRIORITIES = ['critical', 'high', 'medium', 'low']
const RESOURCES = ['local-process', 'local-container', 'kubernetes', 'slurm']
/** The items that a command can do something with, where it is not all. */
const ITEM_STATES_BY_COMMAND: ReadonlyMap<string, readonly string[]> = new Map([
  ['cancel', ['pending', 'leased', 'claimed']],
  ['retry', ['finished', 'failed', 'stopped', 'cancelled']],
  ['update', ['pending']],
])

/** What completion works with. */
export interface CompletionDeps {
  readonly program: Command
  /** Null without a login; then what only the server knows is left out. */
  readonly answers: ServerAnswers | null
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
}

/** Finds how the last word of a command line may go on. `before` are the words between the name of the program and it. */
export async function complete(deps: CompletionDeps, before: readonly string[], word: string): Promise<Completion> {
  const place = findCommandPlace(deps.program, before, word)
  switch (place.kind) {
    case 'option-name':
      return words(optionCandidates(place), word)
    case 'option-value': {
      const { argChoices } = place.option
      const kind = kindOfOption(place.command, place.option)
      const found = argChoices ? fixed(argChoices) : kind === null ? [] : await valuesOf(deps, place, kind)
      if (!Array.isArray(found)) return { kind: found as 'files' | 'folders' }
      return words(behind(place.before, startingWith(found as readonly Candidate[], place.word)), word)
    }
    case 'word':
      return completeWord(deps, place)
    default:
      return place satisfies never
  }
}

async function completeWord(
  deps: CompletionDeps,
  place: Extract<CommandPlace, { readonly kind: 'word' }>,
): Promise<Completion> {
  const { command, argument, word, positionals } = place
  const commands = positionals.length === 0 ? commandCandidates(command) : []
  if (commands.length > 0) return words(commands, word)
  const kind = argument === null ? null : kindOfArgument(command, argument)
  const choices = argument?.argChoices
  const found = choices ? fixed(choices) : kind === null ? [] : await valuesOf(deps, place, kind)
  if (!Array.isArray(found)) return { kind: found as 'files' | 'folders' }
  const candidates = startingWith(found as readonly Candidate[], word)
  // Where no further word is wanted, options are all that can follow.
  return candidates.length === 0 && word === '' && argument === null
    ? words(optionCandidates(place), '')
    : words(candidates, word)
}

async function valuesOf(
  deps: CompletionDeps,
  place: CommandPlace,
  kind: ValueKind,
): Promise<readonly Candidate[] | 'files' | 'folders'> {
  switch (kind) {
    case 'file':
      return 'files'
    case 'folder':
      return 'folders'
    case 'item-state':
      return fixed(ITEM_STATES)
    case 'run-state':
      return fixed(RUN_STATES)
    case 'priority':
      return fixed(PRIORITIES)
    case 'resource':
      return fixed(RESOURCES)
    case 'shell':
      return fixed(SHELLS)
    case 'variable':
      return fixed(Object.keys(deps.environment).toSorted())
    case 'assignment':
    case 'sweep':
      if (place.word.startsWith('@')) return behind('@', await fileCandidates(deps.workingFolder, place.word.slice(1)))
      return deps.answers === null
        ? []
        : assignmentCandidates(
            deps.answers,
            place.optionValues['job'] ?? place.positionals[0],
            place.word,
            kind === 'sweep',
          )
    default:
      return deps.answers === null ? [] : namesOf(deps.answers, place, kind)
  }
}

type NameKind =
  | 'agent'
  | 'entity'
  | 'item'
  | 'job'
  | 'preset'
  | 'project'
  | 'queue'
  | 'run'
  | 'secret'
  | 'template-variable'
  | 'user'

function namesOf(answers: ServerAnswers, place: CommandPlace, kind: NameKind): Promise<readonly Candidate[]> {
  const { word, optionValues } = place
  switch (kind) {
    case 'agent':
      return named.agentCandidates(answers)
    case 'entity':
      return named.entityCandidates(answers)
    case 'item':
      return named.itemCandidates(answers, ITEM_STATES_BY_COMMAND.get(place.command.name()) ?? null)
    case 'job':
      return jobCandidates(answers, word)
    case 'preset':
      return named.presetCandidates(answers)
    case 'project':
      return named.projectCandidates(answers, optionValues['entity'])
    case 'queue':
      return named.queueCandidates(answers)
    case 'run':
      return named.runCandidates(answers, word)
    case 'secret':
      return named.secretCandidates(answers, optionValues['team'])
    case 'template-variable':
      return named.templateVariableCandidates(answers, optionValues['queue'] ?? 'default', word)
    case 'user':
      return named.userCandidates(answers)
    default:
      return kind satisfies never
  }
}

function commandCandidates(command: Command): readonly Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((below) => ({ value: below.name(), description: below.summary() || below.description() }))
}

// An option that takes a value more than once has a function that collects them.
function optionCandidates({
  command,
  seenOptions,
}: Pick<CommandPlace, 'command' | 'seenOptions'>): readonly Candidate[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(
      (option) => option.long !== undefined && (!seenOptions.has(nameOf(option)) || option.parseArg !== undefined),
    )
    .map((option) => ({ value: option.long ?? '', description: option.description }))
}

function fixed(values: readonly string[]): readonly Candidate[] {
  return values.map((value) => ({ value }))
}

function words(candidates: readonly Candidate[], word: string): Completion {
  return { kind: 'words', candidates: startingWith(candidates, word) }
}
