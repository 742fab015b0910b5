import { connect, type Socket } from 'node:net'

/** One connection that sends GraphQL requests one after the other, at little cost beside a server that answers them. */
export interface LeanClient {
  request(query: string, variables: object): Promise<LeanAnswer>
  close(): void
}

/** An answer, as far as the benchmarks look into it. */
export interface LeanAnswer {
  // Each caller knows the shape of what it asked for.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any
}

const HEAD_END = Buffer.from('\r\n\r\n')

/** Opens a connection. Node's own HTTP clients would cost more than the server that they measure. */
export async function openLeanClient(url: string, apiKey: string): Promise<LeanClient> {
  const { hostname, port } = new URL(url)
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  const socket = await open(Number(port), hostname)
  let received: Buffer = Buffer.alloc(0)
  let waiting: { readonly resolve: (body: string) => void; readonly reject: (error: Error) => void } | null = null
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const body = takeBody()
    if (body === null) return
    waiting?.resolve(body)
    waiting = null
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('The server closed the connection')))

  function takeBody(): string | null {
    const headEnd = received.indexOf(HEAD_END)
    if (headEnd === -1) return null
    const length = /content-length: (\d+)/iu.exec(received.toString('latin1', 0, headEnd))?.[1]
    if (length === undefined) throw new Error(`No length in the answer: ${received.toString('latin1', 0, headEnd)}`)
    const start = headEnd + HEAD_END.length
    const end = start + Number(length)
    if (received.length < end) return null
    const body = received.toString('utf8', start, end)
    received = received.subarray(end)
    return body
  }

  return {
    async request(query, variables) {
      const body = JSON.stringify({ query, variables, operationName: '' })
      const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\nauthorization: ${authorization}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
      const text = await new Promise<string>((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(head + body)
      })
      const answer = JSON.parse(text) as LeanAnswer & { readonly errors?: readonly unknown[] }
      if (answer.errors !== undefined) throw new Error(`The server refused a request: ${text.slice(0, 500)}`)
      return answer
    },
    close: () => socket.destroy(),
  }
}

function open(port: number, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })
}
