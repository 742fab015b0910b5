import { describe, expect, it } from 'vitest'
import { createSingleFlight } from './single-flight.ts'

/** Work that ends when it is told to, or some time after its signal was aborted. */
function aPieceOfWork(signal: AbortSignal) {
  const result = Promise.withResolvers<string>()
  const cleaned = Promise.withResolvers<void>()
  const work = { starts: 0, finish: result.resolve, fail: result.reject, clean: cleaned.resolve }
  return Object.assign(work, {
    run: async (): Promise<string> => {
      work.starts += 1
      signal.addEventListener('abort', () => void cleaned.promise.then(() => result.reject(new Error('aborted'))))
      return result.promise
    },
  })
}

describe('a single flight', () => {
  it('gives callers that come meanwhile the result of the first', async () => {
    const flights = createSingleFlight<string>()
    const { signal } = new AbortController()
    const [first, second] = [aPieceOfWork(signal), aPieceOfWork(signal)]
    const both = Promise.all([flights.run('a', signal, first.run), flights.run('a', signal, second.run)])
    first.finish('done')
    expect(await both).toEqual(['done', 'done'])
    expect([first.starts, second.starts]).toEqual([1, 0])
  })

  it('starts the work of the next caller when the first one leaves, once the work of the first has ended', async () => {
    const flights = createSingleFlight<string>()
    const [leaving, { signal }] = [new AbortController(), new AbortController()]
    const [first, second, third] = [aPieceOfWork(leaving.signal), aPieceOfWork(signal), aPieceOfWork(signal)]
    const left = flights.run('a', leaving.signal, first.run)
    const others = Promise.all([flights.run('a', signal, second.run), flights.run('a', signal, third.run)])
    leaving.abort()
    expect(second.starts).toBe(0)
    first.clean()
    await expect(left).rejects.toThrow('aborted')
    second.finish('second')
    expect(await others).toEqual(['second', 'second'])
    expect([first.starts, second.starts, third.starts]).toEqual([1, 1, 0])
  })

  it('lets a caller that waits leave at once, and the work go on', async () => {
    const flights = createSingleFlight<string>()
    const [leaving, { signal }] = [new AbortController(), new AbortController()]
    const work = aPieceOfWork(signal)
    const first = flights.run('a', signal, work.run)
    const waiting = flights.run('a', leaving.signal, work.run)
    leaving.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
    work.finish('done')
    expect(await first).toBe('done')
  })

  it('fails all callers when the work fails, and works again for the next', async () => {
    const flights = createSingleFlight<string>()
    const { signal } = new AbortController()
    const [first, second] = [aPieceOfWork(signal), aPieceOfWork(signal)]
    const both = Promise.allSettled([flights.run('a', signal, first.run), flights.run('a', signal, second.run)])
    first.fail(new Error('no disk'))
    expect((await both).map((end) => end.status)).toEqual(['rejected', 'rejected'])
    second.finish('done')
    expect(await flights.run('a', signal, second.run)).toBe('done')
  })
})
