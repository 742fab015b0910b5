/** The streams of lines that a running program sends, by the names of their files. Source: wandb client protocol. */
export const LINE_STREAMS = ['history', 'events', 'log'] as const

export type LineStream = (typeof LINE_STREAMS)[number]

const STREAM_BY_FILE: ReadonlyMap<string, LineStream> = new Map([
  ['wandb-history.jsonl', 'history'],
  ['wandb-events.jsonl', 'events'],
  ['output.log', 'log'],
])

/** The number under which a stream is stored. */
export function lineStreamNumber(stream: LineStream): number {
  return LINE_STREAMS.indexOf(stream)
}

/** The stream that a file of a file stream request is, or null when it is none. */
export function lineStreamOfFile(name: string): LineStream | null {
  return STREAM_BY_FILE.get(name) ?? null
}
