import { typeDefs } from '@slipway/api'
import { describeWithEachRelease } from '@slipway/testkit'
import {
  buildSchema,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from 'graphql'
import { expect, test } from 'vitest'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { programPath, readResult } from './laboratory.ts'

/** Operations of other products, which this server answers with an error that names the operation. */
const OF_OTHER_PRODUCTS = new RegExp(
  [
    'Automation|Integration|Registr|SlackI',
    '^(Collections|Versions|renameProject|deleteProject|ProjectViews|CreateCustomChart)$',
    '^(CreateServiceAccount|CreateAnonymousApiKey)$',
  ].join('|'),
  'u',
)

/** What a document that is put together while the client runs lacks when it is only read. */
const OF_PARTS = /to include required field|is not defined by operation|but it was not provided/u

const schema = buildSchema(typeDefs)

describeWithEachRelease('the documents of a release', (client) => {
  test('are answered by the schema, but for those of other products', async () => {
    const ended = await runProgram([client.python, programPath('list_documents.py')], { folder: '/', environment: {} })
    const documents = JSON.parse(readResult(requireSuccess(ended))) as readonly string[]
    const definitions = documents.flatMap(readDefinitions)
    const operations = definitions.filter((definition) => definition.kind === 'OperationDefinition')
    const fragments = definitions.filter((definition) => definition.kind === 'FragmentDefinition')
    expect(operations.length).toBeGreaterThan(120)

    const unanswered = operations
      .filter(({ name }) => !OF_OTHER_PRODUCTS.test(name?.value ?? ''))
      .flatMap((operation) => findProblems(operation, fragments))
    expect(unanswered).toEqual([])
  })
})

/** What a text defines; nothing where it is only a part of a document. */
function readDefinitions(text: string): readonly DefinitionNode[] {
  // Words that the client replaces before it sends a document, and what is left when they are gone.
  const complete = text.replaceAll(/\b_[A-Z][A-Za-z_]+_\b/gu, '').replaceAll(/(\w)\s*\(\s*\)/gu, '$1')
  try {
    return parse(complete, { noLocation: true }).definitions
  } catch {
    return []
  }
}

function findProblems(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly string[] {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: withFragments(operation, fragments) }
  return validate(schema, document)
    .map(({ message }) => `${operation.name?.value ?? 'anonymous'}: ${message}`)
    .filter((problem) => !OF_PARTS.test(problem))
}

/** An operation with the fragments that it spreads, which the client keeps elsewhere. */
function withFragments(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly DefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>()
  const collect = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.find((candidate) => candidate.name.value === name.value)
        if (fragment === undefined || found.has(name.value)) return
        found.set(name.value, fragment)
        collect(fragment)
      },
    })
  }
  collect(operation)
  return [operation, ...found.values()]
}
