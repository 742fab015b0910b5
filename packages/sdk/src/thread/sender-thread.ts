import { KnownError, UnavailableError } from '@slipway/core'
import { createApiClient } from '../api-client.ts'
import { CODE_FOLDER } from '../job/job-capture.ts'
import { stageCode } from '../job/stage-code.ts'
import { RECORD_FILE } from '../record/record.ts'
import { openRecordReader } from '../record/record-reader.ts'
import { type DropReason, openRecordWriter } from '../record/record-writer.ts'
import { RingReader } from '../record/ring.ts'
import { createRunSender, type RunSender } from '../sending/run-sender.ts'
import { createWakeUp } from './wake-up.ts'
import type { FromThread, ThreadOrder, ToThread } from './thread-messages.ts'

/** How the thread is connected to the program. */
export interface ThreadLink {
  post(message: FromThread): void
  listen(listener: (message: ToThread) => void): void
  /** Says something to the person. */
  say(text: string): void
}

const DRAIN_MS = 50
const SYNC_MS = 500
/** Lines wait so long for more before they are sent. */
const SEND_MS = 300
const SIGN_OF_LIFE_MS = 15_000

/** Runs until the program has finished and all is sent, or waiting for the server has to end. */
export function runSenderThread(order: ThreadOrder, link: ThreadLink): void {
  const { folder, limits } = order
  const ring = new RingReader(order.memory)
  const path = `${folder}/${RECORD_FILE}`
  let sender: RunSender | null = null
  const drops = new Set<DropReason>()
  const isWithinBound = (size: number): boolean => size - (sender?.state?.position ?? 0) < limits.maxBufferBytes
  const writer = openRecordWriter(path, isWithinBound, (reason) => {
    if (drops.has(reason)) return
    drops.add(reason)
    link.say(describeDrop(reason, limits.maxBufferBytes))
  })
  const wakeUp = createWakeUp()
  const finishing = createWakeUp()
  const drain = (): void => {
    const before = writer.size
    ring.drain((bytes) => writer.append(bytes))
    if (writer.size > before) wakeUp.wake()
  }
  const draining = setInterval(drain, DRAIN_MS)
  const syncing = setInterval(() => writer.sync(), SYNC_MS)
  const giveUp = new AbortController()
  let end: { readonly exitCode: number } | null = null
  let lastAnswerAt = performance.now()

  link.listen((message) => {
    drain()
    if (message.kind !== 'finish') return
    end = { exitCode: message.exitCode }
    writer.sync()
    lastAnswerAt = performance.now()
    wakeUp.wake()
    finishing.wake()
    const watch = setInterval(() => {
      if (performance.now() - lastAnswerAt > limits.finishTimeoutSeconds * 1000) giveUp.abort(new GaveUp())
    }, 200)
    watch.unref()
  })

  void main()
    .catch((error: unknown) => link.say(describeFailure(error, folder)))
    .finally(() => {
      clearInterval(draining)
      clearInterval(syncing)
      drain()
      writer.close()
      if (writer.droppedLines > 0) link.say(`${writer.droppedLines} lines were not kept.`)
      ring.markEnded()
      link.post({ kind: 'ended' })
    })

  // The code as it is when the run begins: the program may change its own files.
  const staging = (
    order.codeRoot === null
      ? Promise.resolve()
      : stageCode(order.codeRoot, `${folder}/${CODE_FOLDER}`, (message) => link.say(message))
  ).catch((error: unknown) =>
    link.say(`The code for the job cannot be kept: ${error instanceof Error ? error.message : String(error)}`),
  )

  async function main(): Promise<void> {
    if (order.server === null) {
      link.post({ kind: 'started', place: null, resumed: null })
      await finishing.wait(Number.POSITIVE_INFINITY)
      await staging
      link.say(`The run was written to ${folder}. Send it with: slipway sync ${folder}`)
      return
    }
    await using reader = await openRecordReader(path)
    let isLost = false
    sender = createRunSender({
      api: createApiClient({ ...order.server, userAgent: 'slipway-sdk' }),
      folder,
      start: order.start,
      reader,
      signal: giveUp.signal,
      warn: (message) => link.say(message),
      onStopAsked() {
        ring.askToStop()
        link.post({ kind: 'stop' })
      },
      watch: {
        onLost(error) {
          if (!isLost && sender?.state !== null)
            link.say(`The server does not answer; the run goes on and is kept in ${folder}. ${error.message}`)
          isLost = true
        },
        onBack() {
          if (isLost && sender?.state !== null) link.say('The server answers again.')
          isLost = false
          lastAnswerAt = performance.now()
        },
      },
    })
    if (!(await begin(sender))) return
    try {
      await sendAll(sender)
    } catch (error) {
      link.say(describeFailure(error, folder))
      // What the program goes on to log is kept at least.
      if (end === null) await finishing.wait(Number.POSITIVE_INFINITY)
    }
  }

  /** False when the server refuses the run. */
  async function begin(sender: RunSender): Promise<boolean> {
    let isAnswered = false
    const answer = (message: FromThread): void => {
      if (!isAnswered) link.post(message)
      isAnswered = true
    }
    const timer = setTimeout(() => {
      if (order.start.resume === null) {
        link.say(`The server does not answer; the run goes on and is kept in ${folder}.`)
        answer({ kind: 'started', place: null, resumed: null })
      } else {
        giveUp.abort(new GaveUp())
      }
    }, limits.initTimeoutSeconds * 1000)
    try {
      const { state, resumed } = await sender.begin(null)
      answer({ kind: 'started', place: state, resumed })
      return true
    } catch (error) {
      const failure = error instanceof GaveUp && end === null ? noServer(order) : error
      if (!(failure instanceof KnownError) || isAnswered) throw failure
      answer({ kind: 'refused', code: failure.code, message: failure.message })
      return false
    } finally {
      clearTimeout(timer)
    }
  }

  async function sendAll(sender: RunSender): Promise<void> {
    let sentAt = performance.now()
    for (;;) {
      // Looked at before sending: what comes after this moment makes another round.
      const ending = end
      if (await sender.sendNext()) {
        sentAt = performance.now()
        const isBehind = writer.size > (sender.state?.position ?? 0)
        if (end === null && !isBehind) await finishing.wait(SEND_MS)
      } else if (ending !== null) {
        await staging
        await sender.finish(ending.exitCode)
        return
      } else if (performance.now() - sentAt >= SIGN_OF_LIFE_MS) {
        await sender.sendSign()
        sentAt = performance.now()
      } else {
        await wakeUp.wait(SIGN_OF_LIFE_MS - (performance.now() - sentAt))
      }
    }
  }
}

class GaveUp extends Error {}

function noServer({ server, start, limits }: ThreadOrder): UnavailableError {
  return new UnavailableError(
    `Cannot resume run "${start.runId}": no server answers at ${server?.baseUrl ?? ''} within ${limits.initTimeoutSeconds} s. Check that the server runs (slipway start) and that the address is right.`,
  )
}

function describeDrop(reason: DropReason, maxBufferBytes: number): string {
  return reason === 'disk'
    ? 'The disk is full: metrics and output are not kept until there is room again.'
    : `${Math.round(maxBufferBytes / 2 ** 20)} MiB of the run wait for the server, which is all that may wait: metrics and output are not kept until some of it is sent. Raise settings.maxBufferBytes to keep more.`
}

function describeFailure(error: unknown, folder: string): string {
  const later = `What is left is in ${folder}. Send it with: slipway sync ${folder}`
  if (error instanceof GaveUp) return `The server does not answer, so the run was not sent to its end. ${later}`
  return `The run was not sent to its end: ${error instanceof Error ? error.message : String(error)} ${later}`
}
