import { isJsonObject, type JsonObject, parseJson, unwrapRunConfig } from '@slipway/core'
import type { DemoSite } from './demo-site.ts'

const QUERY = `query($entity: String!, $project: String!, $run: String!, $files: [String]) {
  project(entityName: $entity, name: $project) { run(name: $run) {
    config files(names: $files, first: 100) { edges { node { name directUrl } } } } } }`

interface Answer {
  readonly data?: {
    readonly project: {
      readonly run: {
        readonly config: string
        readonly files: {
          readonly edges: readonly { readonly node: { readonly name: string; readonly directUrl: string } }[]
        }
      } | null
    } | null
  }
  readonly errors?: readonly { readonly message: string }[]
}

/** What a run had. */
export interface SeenRun {
  readonly config: JsonObject
  /** The texts of its config files, by path. */
  readonly files: Readonly<Record<string, string>>
}

/**
 * Reads what a run had, from the run itself and not from what Slipway says about its item: its config, and the texts of
 * config files, of which the client saves copies when the program declares them.
 */
export async function readRun(
  site: Pick<DemoSite, 'url' | 'apiKey'>,
  path: string,
  files: readonly string[],
): Promise<SeenRun> {
  const [entity, project, run] = path.split('/')
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${site.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({
      query: QUERY,
      variables: { entity, project, run, files: files.map((file) => `${FOLDER}${file}`) },
    }),
  })
  const answer = (await response.json()) as Answer
  const found = answer.data?.project?.run ?? null
  if (found === null) throw new Error(`Cannot read run ${path}: ${JSON.stringify(answer.errors ?? 'it is not there')}`)
  const config = parseJson(found.config)
  const texts = await Promise.all(
    found.files.edges.map(async ({ node }): Promise<[string, string]> => [
      node.name.slice(FOLDER.length),
      await (await fetch(node.directUrl)).text(),
    ]),
  )
  return { config: isJsonObject(config) ? unwrapRunConfig(config) : {}, files: Object.fromEntries(texts) }
}

const FOLDER = '_wandb_configs/'
