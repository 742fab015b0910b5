import { UnavailableError } from '@slipway/core'

/**
 * Text on its way from the program's thread to the one that writes and sends it, in memory that both share. A message
 * between threads costs microseconds and waits for the program to yield, which a training loop may never do; writing here
 * costs a tenth of that, and the other thread sees it at once.
 */
const CAPACITY = 2 ** 22
const MASK = CAPACITY - 1
const HEAD = 0
const TAIL = 1
const STOP = 2
const ENDED = 3
const SLOTS = 4
/** A disk that takes nothing for so long will not take anything. */
const STUCK_MS = 30_000

/** The shared memory. */
export interface RingMemory {
  readonly control: Int32Array<SharedArrayBuffer>
  readonly bytes: SharedArrayBuffer
}

/** Makes the memory of one run. */
export function createRingMemory(): RingMemory {
  return {
    control: new Int32Array(new SharedArrayBuffer(SLOTS * Int32Array.BYTES_PER_ELEMENT)),
    bytes: new SharedArrayBuffer(CAPACITY),
  }
}

/** The side of the program: writes text, and looks at the two marks that the other side sets. */
export class RingWriter {
  readonly #control: Int32Array<SharedArrayBuffer>
  readonly #bytes: Buffer
  readonly #onHalfFull: () => void
  #head = 0
  #wakeAt = 0

  /** `onHalfFull` is called when the reader had better not wait for its next turn. */
  constructor(memory: RingMemory, onHalfFull: () => void) {
    this.#control = memory.control
    this.#bytes = Buffer.from(memory.bytes)
    this.#onHalfFull = onHalfFull
  }

  /** Appends text as UTF-8. Waits while there is no room, which is when the disk is slower than the program. */
  write(text: string): void {
    const most = text.length * 3
    const at = this.#head & MASK
    if (most <= CAPACITY - this.#used() && at + most <= CAPACITY) {
      this.#advance(this.#bytes.write(text, at, 'utf8'))
      return
    }
    const encoded = Buffer.from(text, 'utf8')
    for (let from = 0; from < encoded.length;) from += this.#copy(encoded, from)
  }

  /** True once the server has asked the program to stop. */
  get isStopAsked(): boolean {
    return Atomics.load(this.#control, STOP) === 1
  }

  /** Waits, without giving way to anything else, until the other side has ended. */
  waitForEnd(timeoutMs: number): boolean {
    return Atomics.load(this.#control, ENDED) === 1 || Atomics.wait(this.#control, ENDED, 0, timeoutMs) !== 'timed-out'
  }

  #used(): number {
    return (this.#head - Atomics.load(this.#control, TAIL)) | 0
  }

  #copy(encoded: Buffer, from: number): number {
    const deadline = Date.now() + STUCK_MS
    while (this.#used() === CAPACITY) {
      this.#onHalfFull()
      const tail = Atomics.load(this.#control, TAIL)
      if (this.#used() === CAPACITY) Atomics.wait(this.#control, TAIL, tail, 100)
      if (Date.now() > deadline) throw stuck()
    }
    const at = this.#head & MASK
    const length = Math.min(encoded.length - from, CAPACITY - this.#used(), CAPACITY - at)
    this.#bytes.set(encoded.subarray(from, from + length), at)
    this.#advance(length)
    return length
  }

  #advance(length: number): void {
    this.#head = (this.#head + length) | 0
    Atomics.store(this.#control, HEAD, this.#head)
    if (this.#used() > CAPACITY / 2 && ((this.#head - this.#wakeAt) | 0) >= 0) {
      this.#wakeAt = (this.#head + CAPACITY / 4) | 0
      this.#onHalfFull()
    }
  }
}

function stuck(): UnavailableError {
  return new UnavailableError(
    `Cannot write the run down: the disk has taken nothing for ${STUCK_MS / 1000} s. Check the disk of the folder "wandb".`,
  )
}

/** The side of the thread that writes and sends. */
export class RingReader {
  readonly #control: Int32Array<SharedArrayBuffer>
  readonly #bytes: Buffer

  constructor(memory: RingMemory) {
    this.#control = memory.control
    this.#bytes = Buffer.from(memory.bytes)
  }

  /** Hands what there is to `take`, in one part or two, and frees it after that. */
  drain(take: (bytes: Buffer) => void): void {
    let tail = Atomics.load(this.#control, TAIL)
    const head = Atomics.load(this.#control, HEAD)
    while (tail !== head) {
      const at = tail & MASK
      const length = Math.min((head - tail) | 0, CAPACITY - at)
      take(this.#bytes.subarray(at, at + length))
      tail = (tail + length) | 0
      Atomics.store(this.#control, TAIL, tail)
      Atomics.notify(this.#control, TAIL)
    }
  }

  askToStop(): void {
    Atomics.store(this.#control, STOP, 1)
  }

  markEnded(): void {
    Atomics.store(this.#control, ENDED, 1)
    Atomics.notify(this.#control, ENDED)
  }
}
