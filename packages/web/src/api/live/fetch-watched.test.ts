import { expect, test } from 'vitest'
import { failOnSilence } from './fetch-watched.ts'

test('a stream on which nothing comes for long fails, and what came before it is passed on', async () => {
  const never = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array([1])) })
  const reader = never.pipeThrough(failOnSilence(50)).getReader()
  expect(await reader.read()).toEqual({ done: false, value: new Uint8Array([1]) })
  await expect(reader.read()).rejects.toThrow('silent for too long')
})

test('a stream that ends in time ends as it was', async () => {
  const bytes = new Response('whole').body ?? new ReadableStream<Uint8Array>()
  expect(await new Response(bytes.pipeThrough(failOnSilence(60_000))).text()).toBe('whole')
})
