import type { RecordedCommand } from './record-session.ts'
import type { ScreenLine } from './read-screen.ts'

/** A line of the recording: what it shows, and from when on. */
export interface TimedLine {
  readonly row: number
  readonly atMs: number
  readonly content: ScreenLine
}

/** A command line that is typed. */
export interface TypedLine {
  readonly row: number
  readonly text: string
  readonly fromMs: number
  readonly untilMs: number
  /** When its first output comes. */
  readonly answeredMs: number
}

/** The whole recording. */
export interface Animation {
  readonly typed: readonly TypedLine[]
  readonly lines: readonly TimedLine[]
  /** The row of the prompt that waits at the end. */
  readonly promptRow: number
  readonly durationMs: number
}

const FIRST_MS = 700
const KEY_MS = 38
const THINK_MS = 450

/** Lays the commands and their output out below each other, and says when each line comes. */
export function planAnimation(commands: readonly RecordedCommand[]): Animation {
  const typed: TypedLine[] = []
  const lines: TimedLine[] = []
  let now = FIRST_MS
  let row = 0
  for (const { command, output, lineMs, restMs } of commands) {
    const untilMs = now + command.length * KEY_MS
    const answeredMs = untilMs + THINK_MS
    typed.push({ row, text: command, fromMs: now, untilMs, answeredMs })
    now = answeredMs
    row += 1
    for (const content of output) {
      lines.push({ row, atMs: now, content })
      now += lineMs
      row += 1
    }
    row += 1
    now += restMs
  }
  return { typed, lines, promptRow: row, durationMs: now }
}
