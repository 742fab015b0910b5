/** How many runs are sent at once; the server refuses more than twice as many. */
export const BATCH = 500

/** Sends ids a batch at a time, one after the other; answers with the sum of what each batch came to. */
export async function sendInBatches(
  ids: readonly string[],
  send: (batch: string[]) => Promise<number>,
): Promise<number> {
  let count = 0
  for (let start = 0; start < ids.length; start += BATCH) count += await send(ids.slice(start, start + BATCH))
  return count
}
