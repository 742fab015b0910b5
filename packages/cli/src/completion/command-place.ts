import type { Argument, Command, Option } from 'commander'

/** What stands at the cursor, by what comes before it. */
export type CommandPlace = {
  readonly command: Command
  /** The words before the cursor that are no options and no names of commands. */
  readonly positionals: readonly string[]
  /** The values of options so far, by their long name; the last one counts. */
  readonly optionValues: Readonly<Record<string, string>>
  /** The long names of options that stand there already. */
  readonly seenOptions: ReadonlySet<string>
} & (
  | { readonly kind: 'option-value'; readonly option: Option; readonly before: string; readonly word: string }
  | { readonly kind: 'option-name'; readonly word: string }
  | { readonly kind: 'word'; readonly word: string; readonly argument: Argument | null }
)

/** Finds the command, option or argument at the end of a command line, from the tree of commands itself. */
export function findCommandPlace(program: Command, before: readonly string[], word: string): CommandPlace {
  let command = program
  const positionals: string[] = []
  const optionValues: Record<string, string> = {}
  const seenOptions = new Set<string>()
  let isOver = false
  let waiting: Option | null = null
  for (const text of before) {
    if (waiting !== null) {
      optionValues[nameOf(waiting)] = text
      waiting = null
    } else if (!isOver && text === '--') {
      isOver = true
    } else if (!isOver && text.startsWith('-') && text !== '-') {
      const { option, value } = readOption(command, text)
      if (option === null) continue
      seenOptions.add(nameOf(option))
      if (value !== null) optionValues[nameOf(option)] = value
      else if (takesValue(option)) waiting = option
    } else {
      const below = positionals.length === 0 && !isOver ? findCommand(command, text) : null
      if (below === null) positionals.push(text)
      else command = below
    }
  }
  const place = { command, positionals, optionValues, seenOptions }
  if (waiting !== null) return { ...place, kind: 'option-value', option: waiting, before: '', word }
  if (!isOver && word.startsWith('--') && word.includes('=')) {
    const { option, value } = readOption(command, word)
    const text = value ?? ''
    if (option !== null && takesValue(option))
      return { ...place, kind: 'option-value', option, before: word.slice(0, word.length - text.length), word: text }
  }
  if (!isOver && word.startsWith('-')) return { ...place, kind: 'option-name', word }
  return { ...place, kind: 'word', word, argument: findArgument(command, positionals.length) }
}

/** The name of an option without dashes, as the tables of completion have it. */
export function nameOf(option: Option): string {
  return (option.long ?? option.short ?? '').replace(/^-+/u, '')
}

function takesValue(option: Option): boolean {
  return option.required || option.optional
}

function readOption(command: Command, text: string): { readonly option: Option | null; readonly value: string | null } {
  const equals = text.startsWith('--') ? text.indexOf('=') : -1
  const flag = equals === -1 ? text : text.slice(0, equals)
  const option = command.options.find(({ long, short }) => long === flag || short === flag) ?? null
  return { option, value: equals === -1 ? null : text.slice(equals + 1) }
}

function findCommand(command: Command, name: string): Command | null {
  return command.commands.find((below) => below.name() === name || below.aliases().includes(name)) ?? null
}

function findArgument({ registeredArguments }: Command, index: number): Argument | null {
  const last = registeredArguments.at(-1)
  return registeredArguments[index] ?? (last?.variadic === true ? last : null)
}
