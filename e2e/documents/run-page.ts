import { makePagePlace, type PagePlace } from './page-place.ts'
import { type Bindings, fillPlaceholders } from './placeholders.ts'
import { LEFT_OUT } from './match-line.ts'
import { matchOutput } from './match-output.ts'
import { type ConsoleCommand, readConsole, trimBlankLines } from './read-console.ts'
import type { Block, Page } from './read-page.ts'

/** A command of a page, and the block that it stands in. */
interface Step {
  readonly place: string
  readonly command: ConsoleCommand
  readonly isBackground: boolean
}

/**
 * Runs a page as its reader would: its files are there, its commands run one after the other in one session beside a
 * server with a local agent, and each writes what the page shows. Throws at the first that does not.
 */
export async function runPage(page: Page, python: string): Promise<void> {
  await using place = await makePagePlace(python)
  for (const example of page.examples) await place.copyExample(example)
  const files = page.blocks.filter((block) => block.title !== null)
  // The first state of each file is there from the start; a later block of the same file changes it in its turn.
  for (const file of files.toReversed()) await writeFile(place, file)
  let bindings: Bindings = startsServer(page) ? new Map() : await startServer(place)
  for (const block of page.blocks) {
    if (block.title !== null) await writeFile(place, block)
    for (const step of stepsOf(page, block)) bindings = await runStep(place, step, bindings)
  }
}

/** Whether a block has commands that are to be run. */
export function isRun(block: Block): boolean {
  return block.language === 'console' && block.shownOnly === null
}

// A page that shows how to start a server does so itself.
function startsServer(page: Page): boolean {
  return page.blocks.some((block) => block.isBackground && block.text.includes('$ slipway start'))
}

async function startServer(place: PagePlace): Promise<Bindings> {
  const { address, apiKey } = await place.startServer()
  return new Map([
    ['127.0.0.1:8080', address],
    ['local-...', apiKey],
  ])
}

async function writeFile(place: PagePlace, { title, text }: Block): Promise<void> {
  await place.write(title ?? '', `${text}\n`)
}

function stepsOf(page: Page, block: Block): readonly Step[] {
  if (!isRun(block)) return []
  const commands = readConsole(block.text, block.line + 1)
  return commands.map((command, index) => ({
    place: `${page.path}:${command.line}`,
    command,
    isBackground: block.isBackground && index === commands.length - 1,
  }))
}

async function runStep(place: PagePlace, step: Step, bindings: Bindings): Promise<Bindings> {
  const command = fillPlaceholders(step.command.command, bindings)
  // What goes on in the background may write more than the page shows before anybody looks.
  const shown = step.isBackground ? [...step.command.output, LEFT_OUT] : step.command.output
  const compare = (output: string) => matchOutput(shown, linesOf(place.rename(output)), bindings)
  if (step.isBackground) {
    const output = await place.shell.startInBackground(command, (text) => compare(text).kind === 'same')
    const match = compare(output)
    return match.kind === 'same' ? match.bindings : bindings
  }
  const { exitCode, output } = await place.shell.run(command)
  const match = compare(output)
  const problem = match.kind === 'same' ? null : explain(step.command, match.line)
  const codeProblem = explainExitCode(step.command, exitCode)
  if (match.kind === 'same' && codeProblem === null) return match.bindings
  throw new Error(
    [
      `${step.place}: $ ${step.command.command}`,
      ...[problem, codeProblem].filter((text) => text !== null),
      '--- the page shows',
      ...step.command.output,
      '--- the command wrote',
      ...linesOf(place.rename(output)),
    ].join('\n'),
  )
}

function linesOf(output: string): readonly string[] {
  return trimBlankLines(output.split('\n').map((line) => line.trimEnd()))
}

function explain({ output }: ConsoleCommand, line: number | null): string {
  return line === null
    ? 'The command wrote more than the page shows; "..." on a line of its own leaves lines out.'
    : `The command did not write: ${output[line] ?? ''}`
}

// A refusal is a part of a page like anything else, and whoever reads "Error:" expects a failure.
function explainExitCode({ output }: ConsoleCommand, exitCode: number | null): string | null {
  const isRefused = output.some((line) => /^(Error:|Item \S+ (failed|stopped))/.test(line))
  if (isRefused === (exitCode !== 0)) return null
  return `The exit code was ${exitCode}, although the page shows ${isRefused ? 'a' : 'no'} failure.`
}
