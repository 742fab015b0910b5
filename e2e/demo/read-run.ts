import { isJsonObject, type JsonObject, parseJson, unwrapRunConfig } from '@slipway/core'
import type { DemoSite } from './demo-site.ts'

const QUERY = `query($entity: String!, $project: String!, $run: String!, $files: [String]) {
  project(entityName: $entity, name: $project) { run(name: $run) {
    config files(names: $files, first: 1) { edges { node { directUrl } } } } } }`

interface Answer {
  readonly data?: {
    readonly project: {
      readonly run: {
        readonly config: string
        readonly files: { readonly edges: readonly { readonly node: { readonly directUrl: string } }[] }
      } | null
    } | null
  }
  readonly errors?: readonly { readonly message: string }[]
}

/**
 * Reads what a run had, from the run itself and not from what Slipway says about its item: its config, and the text of a
 * config file, of which the client saves a copy when the program declares it.
 */
export async function readRun(
  site: Pick<DemoSite, 'url' | 'apiKey'>,
  path: string,
  file: string | null,
): Promise<{ readonly config: JsonObject; readonly fileText: string | null }> {
  const [entity, project, run] = path.split('/')
  const response = await fetch(`${site.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${site.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({
      query: QUERY,
      variables: { entity, project, run, files: file === null ? [] : [`_wandb_configs/${file}`] },
    }),
  })
  const answer = (await response.json()) as Answer
  const found = answer.data?.project?.run ?? null
  if (found === null) throw new Error(`Cannot read run ${path}: ${JSON.stringify(answer.errors ?? 'it is not there')}`)
  const config = parseJson(found.config)
  const url = file === null ? undefined : found.files.edges[0]?.node.directUrl
  return {
    config: isJsonObject(config) ? unwrapRunConfig(config) : {},
    fileText: url === undefined ? null : await (await fetch(url)).text(),
  }
}
