import { formatBytes } from '../../components/format-bytes.ts'

/** What an agent says of its machine and of itself, in words; empty where it says nothing, as the Python client's does. */
export function describeHardware(agentConfig: unknown): readonly string[] {
  const { cpuCount, memoryBytes, gpus, os } = fieldsOf(fieldsOf(agentConfig)['hardware'])
  return [
    ...(typeof cpuCount === 'number' ? [`${cpuCount} ${cpuCount === 1 ? 'CPU' : 'CPUs'}`] : []),
    ...(typeof memoryBytes === 'number' ? [`${formatBytes(memoryBytes)} memory`] : []),
    ...describeGpus(gpus),
    ...(typeof os === 'string' ? [os] : []),
  ]
}

/** How many programs an agent runs at once; null where it does not say. */
export function describeRoom(agentConfig: unknown): string | null {
  const maxJobs = fieldsOf(agentConfig)['max_jobs']
  if (typeof maxJobs !== 'number') return null
  return maxJobs < 0 ? 'no limit' : `at most ${maxJobs} at once`
}

function describeGpus(gpus: unknown): readonly string[] {
  if (!Array.isArray(gpus)) return []
  if (gpus.length === 0) return ['no GPU']
  const names = gpus.map((gpu: unknown) => {
    const { name, memoryBytes } = fieldsOf(gpu)
    const size = typeof memoryBytes === 'number' ? ` (${formatBytes(memoryBytes)})` : ''
    return `${typeof name === 'string' ? name : 'GPU'}${size}`
  })
  return [...Map.groupBy(names, (name) => name)].map(([name, { length }]) =>
    length === 1 ? name : `${length} × ${name}`,
  )
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
