import type { GraphqlTestAnswer, TestServer } from '@slipway/testkit'

/** What the tests of presets do over and over. */

interface SaveOptions {
  readonly apiKey?: string
  readonly entityName?: string
  readonly basedOn?: readonly string[]
  readonly job?: string
  readonly description?: string
}

export interface SavedPreset {
  readonly id: string
  readonly path: string
  readonly preset: { readonly id: string; readonly jobPath: string | null }
}

export function trySave(
  server: TestServer,
  name: string,
  content: object,
  { apiKey, ...options }: SaveOptions = {},
): Promise<GraphqlTestAnswer> {
  return server.request(
    `mutation($input: SavePresetInput!) { savePreset(input: $input) { isNew presetVersion { id path version preset { id jobPath } } } }`,
    { input: { entityName: 'admin', name, content: JSON.stringify(content), ...options } },
    apiKey === undefined ? {} : { apiKey },
  )
}

export async function savePreset(
  server: TestServer,
  name: string,
  content: object,
  options: SaveOptions = {},
): Promise<SavedPreset> {
  const answer = await trySave(server, name, content, options)
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.savePreset.presetVersion
}

export async function layers(
  server: TestServer,
  presets: readonly string[],
): Promise<readonly { readonly path: string; readonly content: unknown }[]> {
  const answer = await server.request(
    'query($presets: [String!]!) { presetLayers(presets: $presets) { path content } }',
    {
      presets,
    },
  )
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.presetLayers
}

export function deletePreset(server: TestServer, presetID: string, apiKey?: string): Promise<GraphqlTestAnswer> {
  return server.request(
    'mutation($presetID: ID!) { deletePreset(input: {presetID: $presetID}) { success } }',
    { presetID },
    apiKey === undefined ? {} : { apiKey },
  )
}
