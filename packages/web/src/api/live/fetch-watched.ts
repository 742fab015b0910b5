/** The server sends at least a line each 12 s. Silence for longer than this is a connection that broke without a word. */
const MAX_SILENCE_MS = 40_000

/** Fetches a stream that fails when nothing comes for long, as after a computer slept or changed its network. */
export async function fetchWatched(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (response.body === null || !response.ok) return response
  return new Response(response.body.pipeThrough(failOnSilence(MAX_SILENCE_MS)), response)
}

/** Passes bytes on, and fails once none came for this time. */
export function failOnSilence(maxSilenceMs: number): TransformStream<Uint8Array, Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined
  function wait(controller: TransformStreamDefaultController<Uint8Array>): void {
    clearTimeout(timer)
    timer = setTimeout(() => controller.error(new TypeError('The connection was silent for too long')), maxSilenceMs)
  }
  return new TransformStream<Uint8Array, Uint8Array>({
    start: wait,
    transform(chunk, controller) {
      wait(controller)
      controller.enqueue(chunk)
    },
    flush: () => clearTimeout(timer),
    cancel: () => clearTimeout(timer),
  } as Transformer<Uint8Array, Uint8Array>)
}
