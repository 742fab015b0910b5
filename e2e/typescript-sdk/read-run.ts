import type { Target } from './program.ts'

const QUERY = `query($project: String!, $run: String!) { project(name: $project) { run(name: $run) {
  name displayName state exitcode group jobType tags notes config summaryMetrics historyLineCount logLineCount commit
  runInfo { program args executable git { remote commit } } jobVersion { path }
  history(minStep: 0, maxStep: 1000000000)
  files(first: 100) { edges { node { name directUrl } } }
  logLines(first: 1000) { edges { node { number level line timestamp } } } } } }`

/** A run as a person sees it on the server. */
export interface ReadRun {
  readonly state: string
  readonly exitcode: number | null
  readonly displayName: string
  readonly group: string | null
  readonly jobType: string | null
  readonly tags: readonly string[]
  readonly notes: string | null
  readonly commit: string | null
  readonly config: Readonly<Record<string, { readonly value: unknown }>>
  /** As text, since it may hold what JSON lacks. */
  readonly summaryMetrics: string
  readonly historyLineCount: number
  readonly logLineCount: number
  readonly runInfo: { readonly program: string | null; readonly args: readonly string[]; readonly git: unknown }
  readonly jobVersion: { readonly path: string } | null
  /** The lines as they came. */
  readonly history: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly output: readonly { readonly level: string | null; readonly line: string }[]
}

/** Reads a run; null when there is none. */
export async function readRun(target: Target, project: string, run: string): Promise<ReadRun | null> {
  const answer = await target.request(QUERY, { project, run })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  const found = answer.data.project?.run
  if (found === null || found === undefined) return null
  return {
    ...found,
    config: JSON.parse(found.config),
    files: Object.fromEntries(
      found.files.edges.map(({ node }: { node: { name: string; directUrl: string } }) => [node.name, node.directUrl]),
    ),
    output: found.logLines.edges.map(({ node }: { node: { level: string | null; line: string } }) => ({
      level: node.level,
      line: node.line,
    })),
  }
}

/** Reads a run that has to be there. */
export async function mustRead(target: Target, project: string, run: string): Promise<ReadRun> {
  const found = await readRun(target, project, run)
  if (found === null) throw new Error(`There is no run ${project}/${run}`)
  return found
}
