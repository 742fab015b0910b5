/** The thread that writes a run down and sends it, so that the program waits for neither. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { RingReader } from '../record/ring.ts'
import { runSenderThread } from './sender-thread.ts'
import type { FromThread, ThreadOrder, ToThread } from './thread-messages.ts'

if (parentPort === null) throw new Error('This is a thread of a run, not a program of its own.')
const port = parentPort
const order = workerData as ThreadOrder

// Not through the streams of the thread, which pass everything on to the program's thread: that one may be busy.
const say = (text: string): void => void (order.isSilent || writeSync(2, `slipway: ${text}\n`))

process.on('uncaughtException', (error) => {
  say(`The run in ${order.folder} is not sent any more: ${error.stack ?? error.message}`)
  // The program may be waiting for this thread without being able to hear of its death.
  new RingReader(order.memory).markEnded()
  process.exit(1)
})
runSenderThread(order, {
  post: (message: FromThread) => port.postMessage(message),
  listen: (listener: (message: ToThread) => void) => void port.on('message', listener),
  say,
})
