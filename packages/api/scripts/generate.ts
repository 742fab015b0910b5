/**
 * Writes the generated part of the contract: the schema as text, the types of the documents that our own programs
 * send, and the server's resolver types. Run it with `npm run generate` after a change to a `.graphql` file.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers'
import { buildSchema, extendSchema, parse, printSchema, type DocumentNode } from 'graphql'
import { resolverMappers } from './resolver-mappers.ts'

const apiFolder = fileURLToPath(new URL('..', import.meta.url))
const serverFolder = fileURLToPath(new URL('../../server/src/graphql/generated/', import.meta.url))
const banner = '// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.\n'

const scalars = {
  ID: { input: 'string', output: 'string | number' },
  JSONString: { input: 'string', output: 'string' },
  JSON: { input: 'unknown', output: 'unknown' },
  DateTime: { input: 'string', output: 'Date | number | string' },
  Int64: { input: 'number', output: 'number' },
  Duration: { input: 'number', output: 'number' },
  SecretValue: { input: 'string', output: 'string' },
}

function readGraphqlFiles(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(`${apiFolder}${folder}`)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(`${apiFolder}${folder}/${name}`, 'utf8') }))
}

async function generate(
  filename: string,
  plugins: Record<string, Parameters<typeof codegen>[0]['pluginMap'][string]>,
  config: Record<string, unknown>,
  schema: DocumentNode,
  documents: { readonly name: string; readonly document: DocumentNode }[] = [],
): Promise<string> {
  const text = await codegen({
    filename,
    schema,
    documents: documents.map(({ name, document }) => ({ location: name, document })),
    config,
    pluginMap: plugins,
    plugins: Object.keys(plugins).map((name) => ({ [name]: {} })),
  })
  return banner + text
}

const schemaFiles = readGraphqlFiles('schema')
const root = schemaFiles.filter(({ name }) => name === 'root.graphql' || name === 'scalar.graphql')
const rest = schemaFiles.filter((file) => !root.includes(file))
const base = buildSchema(root.map(({ text }) => text).join('\n'), { assumeValidSDL: true })
const schema = extendSchema(base, parse(rest.map(({ text }) => text).join('\n')))
const typeDefs = printSchema(schema)
const schemaDocument = parse(typeDefs)

mkdirSync(`${apiFolder}src/generated`, { recursive: true })
mkdirSync(serverFolder, { recursive: true })
const escaped = typeDefs.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
writeFileSync(`${apiFolder}src/generated/type-defs.ts`, `${banner}export const typeDefs = \`${escaped}\n\`\n`)

const documents = readGraphqlFiles('documents').map(({ name, text }) => ({ name, document: parse(text) }))
const clientScalars = {
  ...scalars,
  ID: { input: 'string', output: 'string' },
  DateTime: { input: 'string', output: 'string' },
}
writeFileSync(
  `${apiFolder}src/generated/documents.ts`,
  await generate(
    'documents.ts',
    { 'typescript-operations': typescriptOperations, 'typed-document-node': typedDocumentNode },
    {
      scalars: clientScalars,
      documentMode: 'string',
      pureMagicComment: true,
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      strictScalars: true,
      immutableTypes: true,
      avoidOptionals: false,
    },
    schemaDocument,
    documents,
  ),
)
writeFileSync(
  `${serverFolder}resolver-types.ts`,
  await generate(
    'resolver-types.ts',
    { typescript, 'typescript-resolvers': typescriptResolvers },
    {
      scalars,
      strictScalars: true,
      enumsAsTypes: true,
      useTypeImports: true,
      makeResolverTypeCallable: true,
      contextType: '../request-context.ts#RequestContext',
      mappers: resolverMappers,
      inputMaybeValue: 'T | null | undefined',
      maybeValue: 'T | null | undefined',
      immutableTypes: true,
      resolversNonOptionalTypename: false,
    },
    schemaDocument,
  ),
)
