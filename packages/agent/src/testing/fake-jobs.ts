import { createHash } from 'node:crypto'

/** A job of the fake server: its code and what a job version tells. */
export interface FakeJob {
  readonly code: Readonly<Record<string, string>>
  readonly entryPoint: readonly string[]
  readonly configFiles?: Readonly<Record<string, string>>
  readonly isPartial?: boolean
  readonly jobFiles?: Readonly<Record<string, string>>
  readonly sourceType?: string
  readonly source?: Readonly<Record<string, unknown>>
  /** A file of the code whose MD5 the server tells wrong. */
  readonly damagedFile?: string
}

/** What the operations about jobs get: all variables of the document. */
type JobVariables = Readonly<Record<string, unknown>>

/** The jobs of a fake server, with the operations and the files by which an agent reads them. */
export interface FakeJobs {
  readonly jobs: Map<string, FakeJob>
  readonly operations: Readonly<Record<string, (input: unknown, all: JobVariables) => unknown>>
  /** The files of an artifact, by its id. */
  filesOf(id: string): Readonly<Record<string, string>>
}

/** Creates the jobs; the address of the server is known only once it listens. */
export function createFakeJobs(baseUrl: () => string): FakeJobs {
  const jobs = new Map<string, FakeJob>()
  const isDamaged = (owner: string, name: string): boolean => jobs.get(owner.split('.')[1] ?? '')?.damagedFile === name
  const files = (names: Readonly<Record<string, string>>, owner: string) => ({
    files: {
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: Object.entries(names).map(([name, content]) => ({
        node: {
          name,
          directUrl: `${baseUrl()}/files/${owner}/${encodeURIComponent(name)}`,
          md5: createHash('md5')
            .update(isDamaged(owner, name) ? `${content}?` : content)
            .digest('base64'),
        },
      })),
    },
  })
  const filesOf = (id: string): Readonly<Record<string, string>> => {
    const [kind, name = ''] = id.split('.')
    const job = jobs.get(name)
    return (kind === 'code' ? job?.code : job?.jobFiles) ?? {}
  }

  const operations: FakeJobs['operations'] = {
    AgentJobVersion: (_, all) => {
      const name = String(all['name'])
      const job = jobs.get(name.split(':')[0] ?? '')
      const jobVersion = job === undefined ? null : describeJob(name, job)
      return { project: { jobVersion } }
    },
    AgentArtifact: (_, all) => {
      const id = String(all['id'])
      const digest = createHash('md5')
        .update(JSON.stringify(filesOf(id)))
        .digest('hex')
      return { artifact: { id, digest, state: 'COMMITTED' } }
    },
    AgentArtifactFiles: (_, all) => {
      const id = String(all['id'])
      return { artifact: files(filesOf(id), id) }
    },
  }

  return { jobs, operations, filesOf }
}

function describeJob(name: string, job: FakeJob): Record<string, unknown> {
  const id = name.split(':')[0] ?? ''
  return {
    id: `job.${id}`,
    path: `ann/vision/${name}`,
    sourceType: job.sourceType ?? 'artifact',
    source: job.source ?? { artifact: `wandb-artifact://_id/code.${id}` },
    entryPoint: job.entryPoint,
    runtime: null,
    isPartial: job.isPartial ?? false,
    configFiles: job.configFiles ?? {},
  }
}
