/** One command of a `console` block, and what the page shows of its output. */
export interface ConsoleCommand {
  /** The line of the page that it is on, from 1. */
  readonly line: number
  readonly command: string
  readonly output: readonly string[]
}

const PROMPT = '$ '

/** Reads the commands of a block: a line after `$ ` and those that it goes on in after a backslash; below it its output. */
export function readConsole(text: string, firstLine: number): readonly ConsoleCommand[] {
  const commands: { line: number; command: string; output: string[] }[] = []
  let continues = false
  for (const [index, line] of text.split('\n').entries()) {
    const current = commands.at(-1)
    if (continues && current !== undefined) current.command += `\n${line}`
    else if (line.startsWith(PROMPT)) {
      commands.push({ line: firstLine + index, command: line.slice(PROMPT.length), output: [] })
    } else if (current !== undefined) current.output.push(line.trimEnd())
    else if (line.trim() !== '') throw new Error(`Line ${firstLine + index} is the output of no command: ${line}`)
    continues = (continues || line.startsWith(PROMPT)) && line.endsWith('\\')
  }
  return commands.map((command) => ({ ...command, output: trimBlankLines(command.output) }))
}

/** Leaves out blank lines at both ends. */
export function trimBlankLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first === -1) return []
  return lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1)
}
