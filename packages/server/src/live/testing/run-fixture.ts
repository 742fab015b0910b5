import type { TestServer } from '@slipway/testkit'

/** What the tests of subscriptions change, by the documents and the file stream of a running program. */

export const RUN = { entityName: 'admin', projectName: 'demo', name: 'run-1' }

export async function must(server: TestServer, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await server.request(query, variables)
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Makes a run; answers with its id on the wire. */
export async function aRun(
  server: TestServer,
  { name, projectName, entityName }: Partial<typeof RUN> = {},
): Promise<string> {
  const data = await must(
    server,
    `mutation($name: String, $project: String, $entity: String) {
      upsertBucket(input: {name: $name, modelName: $project, entityName: $entity, config: "{}"}) { bucket { id } } }`,
    { name: name ?? RUN.name, project: projectName ?? RUN.projectName, entity: entityName ?? RUN.entityName },
  )
  return data.upsertBucket.bucket.id
}

/** Sends what a running program sends. */
export async function stream(server: TestServer, body: object, name = RUN.name, entityName = 'admin'): Promise<void> {
  const response = await fetch(`${server.url}/files/${entityName}/demo/${name}/file_stream`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.apiKey}` },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
}

/** One line of metrics. */
export function historyLine(line: number): object {
  return { files: { 'wandb-history.jsonl': { offset: line, content: [JSON.stringify({ _step: line, loss: 1 })] } } }
}
