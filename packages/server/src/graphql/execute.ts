import {
  GraphQLError,
  execute,
  getOperationAST,
  parse,
  subscribe,
  validate,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import type { Log } from '../log.ts'
import { httpStatusOf, presentGraphqlError } from './errors.ts'
import type { RequestContext } from './request-context.ts'
import { describeUnknownOperations } from './unsupported-operation.ts'
import { refuseWork, startWork } from './work-limit.ts'

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
  /** Answers a subscription with its messages, and one that is refused with the refusal; anything else as `execute` does. */
  subscribe(
    request: GraphqlRequest,
    context: RequestContext,
    requestId: string,
  ): Promise<GraphqlAnswer | { readonly messages: AsyncGenerator<GraphqlAnswer['body'], void, void> }>
}

type PreparedDocument =
  | { readonly document: DocumentNode; readonly hasSubscription: boolean }
  | { readonly errors: readonly GraphQLError[] }

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

  function present(result: ExecutionResult, requestId: string): GraphqlAnswer['body'] {
    if (result.errors === undefined) return { data: result.data }
    return { data: result.data, errors: result.errors.map((error) => presentGraphqlError(error, requestId, log)) }
  }

  function refuse(errors: readonly GraphQLError[], requestId: string): GraphqlAnswer {
    return { status: 400, body: { errors: errors.map((error) => presentGraphqlError(error, requestId, log)) } }
  }

  function answer(result: ExecutionResult, requestId: string): GraphqlAnswer {
    const status = result.errors === undefined ? 200 : httpStatusOf(result.errors, hasAnyData(result.data))
    return { status, body: present(result, requestId) }
  }

  async function* presentAll(results: AsyncGenerator<ExecutionResult, void, void>, requestId: string) {
    try {
      for await (const result of results) yield present(result, requestId)
    } catch (error) {
      const original = error instanceof Error ? error : new Error(String(error))
      yield {
        errors: [presentGraphqlError(new GraphQLError(original.message, { originalError: original }), requestId, log)],
      }
    }
  }

  return {
    async execute(request, context, requestId) {
      const prepared = prepare(request.query)
      if ('errors' in prepared) return refuse(prepared.errors, requestId)
      if (prepared.hasSubscription && isSubscription(prepared.document, request))
        return refuse([new GraphQLError(SUBSCRIPTION_AS_REQUEST)], requestId)
      const work = startWork()
      const result = await execute({
        ...executionArguments(schema, prepared.document, request, context),
        rootValue: work,
      })
      return work.left === null ? answer(REFUSED_WORK, requestId) : answer(result, requestId)
    },
    async subscribe(request, context, requestId) {
      const prepared = prepare(request.query)
      if ('errors' in prepared || !prepared.hasSubscription || !isSubscription(prepared.document, request))
        return this.execute(request, context, requestId)
      const results = await subscribe(executionArguments(schema, prepared.document, request, context))
      return Symbol.asyncIterator in results ? { messages: presentAll(results, requestId) } : answer(results, requestId)
    },
  }
}

/** Nothing of a too large answer is sent: most of it would be errors. */
const REFUSED_WORK: ExecutionResult = {
  data: null,
  errors: [new GraphQLError(refuseWork().message, { originalError: refuseWork() })],
}

const SUBSCRIPTION_AS_REQUEST =
  'Cannot answer a subscription with one answer. Ask for a stream, by the header "Accept: text/event-stream".'

function executionArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  request: GraphqlRequest,
  context: RequestContext,
): ExecutionArgs {
  return {
    schema,
    document,
    contextValue: context,
    ...(request.variables ? { variableValues: request.variables } : {}),
    // Every document that the Python client composes comes with an empty name.
    ...(request.operationName ? { operationName: request.operationName } : {}),
  }
}

function isSubscription(document: DocumentNode, request: GraphqlRequest): boolean {
  return getOperationAST(document, request.operationName)?.operation === 'subscription'
}

function parseAndValidate(schema: GraphQLSchema, query: string): PreparedDocument {
  try {
    const document = parse(query, { maxTokens: MAX_DOCUMENT_TOKENS, noLocation: false })
    const errors = [...refuseManyDescriptions(document), ...validate(schema, document)]
    if (errors.length > 0) return { errors: describeUnknownOperations(schema, document, errors) }
    const hasSubscription = document.definitions.some(
      (definition) => definition.kind === 'OperationDefinition' && definition.operation === 'subscription',
    )
    return { document, hasSubscription }
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
