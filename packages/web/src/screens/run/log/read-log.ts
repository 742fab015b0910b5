import { WebRunLogLinesDocument, WebRunLogMatchesDocument, WebRunLogSizeDocument } from '@slipway/api'
import { ask } from '../../../api/ask.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import type { LogLine } from '../../../log/log-line.ts'
import type { LogMatches } from '../../../log/log-matches.ts'

/** More matches than anybody steps through. */
const MAX_MATCHES = 20_000
const LINES_AT_ONCE = 10_000

/** How many lines a run's log has. */
export async function readLogSize(path: RunPath, signal?: AbortSignal): Promise<number> {
  const { project } = await ask(WebRunLogSizeDocument, { ...variablesOf(path) }, signal)
  return project?.run?.logLineCount ?? 0
}

/** Lines of a run's log by their numbers; lines that never came are missing. */
export async function readLogLines(
  path: RunPath,
  from: number,
  count: number,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, LogLine>> {
  const { project } = await ask(WebRunLogLinesDocument, { ...variablesOf(path), from, count }, signal)
  const lines = new Map<number, LogLine>()
  for (const { node } of project?.run?.logLines?.edges ?? []) {
    if (node === null || node.number >= from + count) continue
    lines.set(node.number, { timestamp: node.timestamp, isError: node.level === 'error', text: node.line })
  }
  return lines
}

/** Searches a run's log, from where an earlier search of the same text ended. */
export async function searchRunLog(
  path: RunPath,
  text: string | null,
  before: LogMatches | null,
  lineCount: number,
  signal?: AbortSignal,
): Promise<LogMatches> {
  const lines = new Set(before?.lines ?? [])
  let from: number | null = before?.searchedTo ?? 0
  while (from !== null && lines.size < MAX_MATCHES) {
    const found = await readMatches(path, text, from, signal)
    for (const line of found?.lines ?? []) lines.add(line)
    from = found?.nextLine ?? null
  }
  return { lines: [...lines], searchedTo: from ?? lineCount, isCut: from !== null }
}

async function readMatches(path: RunPath, text: string | null, from: number, signal: AbortSignal | undefined) {
  const { project } = await ask(WebRunLogMatchesDocument, { ...variablesOf(path), text, from }, signal)
  return project?.run?.logMatches
}

/** The whole log of a run as text. */
export async function readWholeLog(path: RunPath, lineCount: number): Promise<string> {
  const parts: string[] = []
  for (let from = 0; from < lineCount; from += LINES_AT_ONCE) {
    const lines = await readLogLines(path, from, LINES_AT_ONCE)
    for (const { text } of lines.values()) parts.push(text)
  }
  return parts.map((text) => `${text}\n`).join('')
}

function variablesOf({ entity, project, run }: RunPath) {
  return { entity, project, run }
}
