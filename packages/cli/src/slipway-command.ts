import { Command, type ErrorOptions } from 'commander'

/** A command whose mistakes are worded as all other errors of Slipway are: what could not be done, why, what to do. */
export class SlipwayCommand extends Command {
  override createCommand(name?: string): Command {
    return new SlipwayCommand(name).helpCommand(false)
  }

  override error(message: string, options?: ErrorOptions): never {
    return super.error(wordUsageError(withoutValue(message), pathOf(this)), options)
  }
}

/** The words by which a command is called: `slipway queue create`. */
function pathOf(command: Command): string {
  const names: string[] = []
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name())
  return names.join(' ')
}

/** Says a mistake that the parser found in our words; what it does not know stays as it is. */
export function wordUsageError(message: string, command: string): string {
  const text = message.replace(/^error: /, '')
  const hint = suggestionOf(text)
  const more = `Run "${command} --help" to see how it is used.`
  const quoted = /^[^']*'([^']*)'/s.exec(text)?.[1] ?? ''
  if (text.startsWith('unknown command')) {
    return `Cannot run "${command} ${quoted}": there is no such command. ${hint ?? more}`
  }
  if (text.startsWith('unknown option')) {
    return `Cannot read the option "${quoted}": "${command}" has none of that name. ${hint ?? more}`
  }
  if (text.startsWith('missing required argument')) {
    return `Cannot run "${command}": the argument <${quoted}> is missing. ${more}`
  }
  if (text.startsWith('too many arguments')) {
    const [, expected = '', got = ''] = /Expected (\d+) arguments? but got (\d+)/.exec(text) ?? []
    const most = expected === '0' ? 'no argument' : `at most ${expected} argument${expected === '1' ? '' : 's'}`
    return `Cannot run "${command}": it takes ${most}, and ${got} ${got === '1' ? 'was' : 'were'} given. ${more}`
  }
  if (text.startsWith('option') && text.includes('argument missing')) {
    return `Cannot read the option "${quoted}": its value is missing. ${more}`
  }
  if (text.startsWith('required option')) return `Cannot run "${command}": the option "${quoted}" is missing. ${more}`
  return message
}

function suggestionOf(text: string): string | null {
  const match = /\(Did you mean (?:one of )?(.*)\?\)/s.exec(text)
  if (match === null) return null
  const names = (match[1] ?? '').split(', ').map((name) => `"${name}"`)
  return `Did you mean ${names.join(' or ')}?`
}

// What was given to an option that does not exist may be a secret for one that does.
function withoutValue(message: string): string {
  return message.replace(/(unknown option '-[^'=]*)=[^]*?'(?=\n|$)/, "$1'")
}
