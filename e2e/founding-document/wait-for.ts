const INTERVAL_MS = 50

/** Asks again until the answer is not null. Throws when `deadlineMs` have passed, saying what did not come. */
export async function waitFor<T>(what: string, deadlineMs: number, ask: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + deadlineMs
  while (performance.now() < end) {
    const answer = await ask()
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))
  }
  throw new Error(`${what} did not come within ${deadlineMs} ms`)
}
