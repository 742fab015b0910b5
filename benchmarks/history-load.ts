import { Agent, request } from 'node:http'

/** User metrics of a line; the client adds `_step`, `_runtime` and `_timestamp`, which are not counted as points. */
export const KEYS_PER_LINE = 10
/** What one stock client logs in a second, sent as one request. */
export const LINES_PER_REQUEST = 1500
/** Steps have seven digits throughout, so that a request is made by copying one and writing over its numbers. */
export const FIRST_STEP = 1_000_000

/** A file stream request whose steps are written anew for each use, so that making load costs little beside taking it. */
export interface RequestTemplate {
  /** The body for the lines from number `offset` on. */
  body(offset: number): Buffer
}

/** Makes the template of requests as the stock client writes them, values of full precision included. */
export function makeTemplate(linesPerRequest: number, keys: readonly string[]): RequestTemplate {
  const content = Array.from({ length: linesPerRequest }, (_, line) => makeLine(line, keys))
  const text = JSON.stringify({ files: { 'wandb-history.jsonl': { offset: FIRST_STEP, content } } })
  const bytes = Buffer.from(text)
  const offsetAt = bytes.indexOf('"offset":') + '"offset":'.length
  const stepsAt: number[] = []
  const mark = '_step\\":'
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) stepsAt.push(at + mark.length)
  return {
    body(offset) {
      const copy = Buffer.from(bytes)
      // A number may not begin with zeros, but blanks before it are fine.
      copy.write(String(offset).padStart(7, ' '), offsetAt, 'latin1')
      for (const [line, at] of stepsAt.entries()) copy.write(String(FIRST_STEP + offset + line), at, 'latin1')
      return copy
    },
  }
}

function makeLine(line: number, keys: readonly string[]): string {
  const metrics = keys.map((key, index) => `"${key}":${Math.sin(line * 0.01 + index) * 10 ** (index % 4)}`)
  const runtime = line * 0.013 + 0.123456789
  return `{${metrics.join(',')},"_step":${FIRST_STEP},"_runtime":${runtime},"_timestamp":${1.7954685564261017e9 + runtime}}`
}

/** Sends file stream requests of one run over a connection of its own, one after the other, as the stock client does. */
export interface RunWriter {
  send(body: Buffer | string): Promise<void>
  close(): void
}

/** Opens the connection of a run's writer. */
export function openRunWriter(url: string, apiKey: string, runName: string): RunWriter {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = {
    authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  return {
    send: (body) =>
      new Promise((resolve, reject) => {
        const outgoing = request(
          `${url}/files/admin/bench/${runName}/file_stream`,
          { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
          (answer) => {
            answer.resume()
            answer.once('end', () => {
              if (answer.statusCode === 200) resolve()
              else reject(new Error(`The server refused a file stream request with status ${answer.statusCode}`))
            })
          },
        )
        outgoing.once('error', reject)
        outgoing.end(body)
      }),
    close: () => agent.destroy(),
  }
}
