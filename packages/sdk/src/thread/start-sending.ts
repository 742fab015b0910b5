import { Worker } from 'node:worker_threads'
import { errorOfCode } from '../api-answer.ts'
import { createRingMemory, RingWriter } from '../record/ring.ts'
import type { ResumedRun } from '../sending/start-run.ts'
import type { FromThread, StartedPlace, ThreadOrder, ToThread } from './thread-messages.ts'

/** What is sent, and where to. */
export type SendingOrder = Omit<ThreadOrder, 'memory'>

/** The program's side of a run that a thread of its own writes down and sends. */
export interface Sending {
  /** Resolves when the server has the run, or does not answer in time; with what is resumed. Rejects what it refuses. */
  readonly started: Promise<ResumedRun | null>
  /** Resolves when the thread has done all that it will do. */
  readonly ended: Promise<void>
  readonly isEnded: boolean
  readonly isStopAsked: boolean
  readonly place: StartedPlace | null
  /** Takes a record; returns at once. */
  write(record: string): void
  finish(exitCode: number): Promise<void>
  /** The same without giving way to anything else. */
  finishNow(exitCode: number): void
}

/** A thread that takes so much longer than it may is not waited for. */
const SLACK_SECONDS = 3600

/** Starts the thread. `onStop` is called when the server asks the program to stop. */
export function startSending(order: SendingOrder, onStop: () => void): Sending {
  const memory = createRingMemory()
  const { folder, start, server, limits, codeRoot, isSilent } = order
  const workerData: ThreadOrder = { memory, folder, start, server, limits, codeRoot, isSilent }
  // In development this file is TypeScript, in the package it is JavaScript.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./sender-thread.main.${extension}`, import.meta.url), {
    workerData,
    // What the program preloads is not meant for this thread.
    execArgv: [],
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
  const post = (message: ToThread): void => worker.postMessage(message)
  const ring = new RingWriter(memory, () => post({ kind: 'drain' }))
  const started = Promise.withResolvers<ResumedRun | null>()
  const ended = Promise.withResolvers<void>()
  let place: StartedPlace | null = null
  let isEnded = false
  let isFinishing = false

  const end = (): void => {
    isEnded = true
    ended.resolve()
    worker.unref()
  }
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'started') {
      place = message.place
      started.resolve(message.resumed)
    } else if (message.kind === 'refused') started.reject(errorOfCode(message.code, message.message))
    else if (message.kind === 'stop') onStop()
    else end()
  })
  worker.on('error', (error) => {
    started.reject(error)
    process.stderr.write(`slipway: The run in ${folder} cannot be sent: ${error.message}\n`)
    end()
  })
  worker.on('exit', () => {
    started.reject(new Error('The thread that sends the run has ended.'))
    end()
  })
  // A refusal is thrown to whoever awaits `started`; it must not end the process when the thread fails later.
  started.promise.catch(() => undefined)
  void started.promise.then(
    () => isFinishing || worker.unref(),
    () => undefined,
  )

  const askToFinish = (exitCode: number): void => {
    if (!isFinishing) post({ kind: 'finish', exitCode })
    isFinishing = true
  }
  return {
    started: started.promise,
    ended: ended.promise,
    get isEnded() {
      return isEnded
    },
    get isStopAsked() {
      return ring.isStopAsked
    },
    get place() {
      return place
    },
    write(record) {
      if (!isEnded) ring.write(record)
    },
    async finish(exitCode) {
      worker.ref()
      askToFinish(exitCode)
      await ended.promise
    },
    finishNow(exitCode) {
      askToFinish(exitCode)
      ring.waitForEnd((limits.finishTimeoutSeconds + SLACK_SECONDS) * 1000)
    },
  }
}
