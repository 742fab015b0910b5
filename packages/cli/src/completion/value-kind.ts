import type { Argument, Command, Option } from 'commander'
import { nameOf } from './command-place.ts'

/** What kind of value stands somewhere, as far as completion can help with it. */
export type ValueKind =
  | 'agent'
  | 'assignment'
  | 'entity'
  | 'file'
  | 'folder'
  | 'item'
  | 'item-state'
  | 'job'
  | 'preset'
  | 'priority'
  | 'project'
  | 'queue'
  | 'resource'
  | 'run'
  | 'run-state'
  | 'secret'
  | 'shell'
  | 'sweep'
  | 'template-variable'
  | 'user'
  | 'variable'

// By the word between the angle brackets of an option or argument, else by the option's own name, else by the command that
// the argument's command belongs to: `queue show <name>`. So a new command that keeps to these words needs nothing here.
const KIND_BY_WORD: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['agent', 'agent'],
  ['assignment', 'assignment'],
  ['assignments', 'assignment'],
  ['command', 'file'],
  ['config', 'file'],
  ['data', 'folder'],
  ['entity', 'entity'],
  ['file', 'file'],
  ['files', 'file'],
  ['folder', 'folder'],
  ['from-run', 'run'],
  ['input=value', 'assignment'],
  ['inputs', 'assignment'],
  ['item', 'item'],
  ['items', 'item'],
  ['job', 'job'],
  ['name=value', 'template-variable'],
  ['override', 'assignment'],
  ['overrides', 'assignment'],
  ['owner', 'user'],
  ['path', 'file'],
  ['preset', 'preset'],
  ['priority', 'priority'],
  ['project', 'project'],
  ['queue', 'queue'],
  ['resource', 'resource'],
  ['run', 'run'],
  ['runs', 'run'],
  ['secret', 'secret'],
  ['shell', 'shell'],
  ['set', 'assignment'],
  ['team', 'entity'],
  ['template', 'template-variable'],
  ['user', 'user'],
  ['variable', 'variable'],
])

const STATES: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['item', 'item-state'],
  ['run', 'run-state'],
])

/** Commands whose argument is the name of something that is not there yet. */
const MAKING = new Set(['create'])

/** The kind of an option's value; null where completion cannot help. */
export function kindOfOption(command: Command, option: Option): ValueKind | null {
  const word = /[<[]([^\]>.]+)/u.exec(option.flags)?.[1] ?? ''
  const name = nameOf(option)
  if (name === 'sweep') return 'sweep'
  if (word === 'state') return STATES.get(groupOf(command)) ?? null
  return KIND_BY_WORD.get(word) ?? KIND_BY_WORD.get(name) ?? null
}

/** The kind of an argument; null where completion cannot help. */
export function kindOfArgument(command: Command, argument: Argument): ValueKind | null {
  const known = KIND_BY_WORD.get(argument.name())
  if (known !== undefined) return known
  return MAKING.has(command.name()) ? null : (KIND_BY_WORD.get(groupOf(command)) ?? null)
}

function groupOf(command: Command): string {
  return command.parent?.name() ?? ''
}
