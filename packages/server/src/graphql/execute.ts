import {
  GraphQLError,
  execute,
  parse,
  validate,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import type { Log } from '../log.ts'
import { httpStatusOf, presentGraphqlError } from './errors.ts'
import type { RequestContext } from './request-context.ts'
import { describeUnknownOperations } from './unsupported-operation.ts'

/** Clients send a few hundred different documents over and over; parsing and validating one costs more than most answers. */
const MAX_CACHED_CHARACTERS = 2 * 1024 * 1024
const MAX_DOCUMENT_TOKENS = 20_000

/** A GraphQL request as it arrives. */
export interface GraphqlRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null
  readonly operationName?: string | null
}

/** The HTTP status and the JSON body of an answer. */
export interface GraphqlAnswer {
  readonly status: number
  readonly body: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] }
}

/** Answers GraphQL requests. Undeclared variables are ignored, as the client relies on. */
export interface GraphqlExecutor {
  execute(request: GraphqlRequest, context: RequestContext, requestId: string): Promise<GraphqlAnswer>
}

type PreparedDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] }

/** Creates the executor of a schema. */
export function createGraphqlExecutor(schema: GraphQLSchema, log: Log): GraphqlExecutor {
  const documents = new Map<string, PreparedDocument>()
  let cachedCharacters = 0

  function prepare(query: string): PreparedDocument {
    const known = documents.get(query)
    if (known !== undefined) return known
    const prepared = parseAndValidate(schema, query)
    // Counted by length, not by number: whoever has no key can send documents of any size here.
    if (query.length > MAX_CACHED_CHARACTERS) return prepared
    if (cachedCharacters + query.length > MAX_CACHED_CHARACTERS) {
      documents.clear()
      cachedCharacters = 0
    }
    cachedCharacters += query.length
    documents.set(query, prepared)
    return prepared
  }

  return {
    async execute(request, context, requestId) {
      const prepared = prepare(request.query)
      if ('errors' in prepared) {
        return {
          status: 400,
          body: { errors: prepared.errors.map((error) => presentGraphqlError(error, requestId, log)) },
        }
      }
      const result: ExecutionResult = await execute({
        schema,
        document: prepared.document,
        contextValue: context,
        ...(request.variables ? { variableValues: request.variables } : {}),
        // Every document that the Python client composes comes with an empty name.
        ...(request.operationName ? { operationName: request.operationName } : {}),
      })
      if (result.errors === undefined) return { status: 200, body: { data: result.data } }
      return {
        status: httpStatusOf(result.errors, hasAnyData(result.data)),
        body: { data: result.data, errors: result.errors.map((error) => presentGraphqlError(error, requestId, log)) },
      }
    },
  }
}

function parseAndValidate(schema: GraphQLSchema, query: string): PreparedDocument {
  try {
    const document = parse(query, { maxTokens: MAX_DOCUMENT_TOKENS, noLocation: false })
    const errors = [...refuseManyDescriptions(document), ...validate(schema, document)]
    return errors.length === 0 ? { document } : { errors: describeUnknownOperations(schema, document, errors) }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    // Parser and rules are recursive, so a document of nothing but brackets exhausts the stack.
    if (error instanceof RangeError)
      return { errors: [new GraphQLError('Cannot read the document: it is nested too deep. Flatten it.')] }
    throw error
  }
}

function hasAnyData(data: ExecutionResult['data']): boolean {
  return (
    data !== null && data !== undefined && Object.values(data).some((value) => value !== null && value !== undefined)
  )
}

/** A description of the schema is large, and anybody may ask for it, by another name a thousand times in one document. */
const MAX_DESCRIPTIONS = 10

function refuseManyDescriptions(document: DocumentNode): readonly GraphQLError[] {
  let count = 0
  visit(document, { Field: ({ name }) => void (count += name.value === '__schema' || name.value === '__type' ? 1 : 0) })
  return count <= MAX_DESCRIPTIONS
    ? []
    : [new GraphQLError(`Cannot answer: the document describes the schema ${count} times. Ask for it once.`)]
}
