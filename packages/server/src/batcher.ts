/** Takes one input and answers with its output, after it was handled together with others that came at the same time. */
export type Batcher<Input, Output> = (input: Input) => Promise<Output>

interface Waiting<Input, Output> {
  readonly input: Input
  readonly resolve: (output: Output) => void
  readonly reject: (error: unknown) => void
}

/**
 * Collects calls into batches: those of one turn of the event loop, and those that come while a batch is in work. So a
 * lone call is not delayed, and under load the cost of a statement and of its commit is shared. When a batch fails, each
 * of its inputs is tried alone, so that one that cannot be handled fails by itself.
 */
export function createBatcher<Input, Output>(options: {
  readonly maxSize: number
  /** Handles a batch; the outputs are in the order of the inputs. */
  readonly handle: (inputs: readonly Input[]) => Promise<readonly Output[]>
}): Batcher<Input, Output> {
  const waiting: Waiting<Input, Output>[] = []
  let isActive = false

  async function handleAll(): Promise<void> {
    while (waiting.length > 0) await handleBatch(waiting.splice(0, options.maxSize))
    isActive = false
  }

  async function handleBatch(batch: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const outputs = await options.handle(batch.map(({ input }) => input))
      for (const [index, { resolve }] of batch.entries()) resolve(outputs[index] as Output)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await handleBatch([one])
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      if (isActive) return
      isActive = true
      setImmediate(() => void handleAll())
    })
}
