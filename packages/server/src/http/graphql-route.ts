import type { FastifyInstance } from 'fastify'
import type { GraphqlExecutor, GraphqlRequest } from '../graphql/execute.ts'
import type { Services } from '../services.ts'
import { authenticate } from './authenticate.ts'
import { createGraphqlContext } from './graphql-context.ts'
import { createUndeliveredAnswers } from './undelivered-answers.ts'

/** Registers `POST /graphql`, the one API. */
export function registerGraphqlRoute(
  app: FastifyInstance,
  deps: {
    readonly executor: GraphqlExecutor
    readonly services: Services
    readonly stopping: AbortSignal
    readonly publicUrl: () => string
  },
): void {
  const undelivered = createUndeliveredAnswers()
  void app.register((scope, _options, done) => {
    // The headers of a page say nothing about JSON, and working them out costs more than many an answer.
    scope.post('/graphql', { helmet: false }, async (request, reply) => {
      const body = parseBody(request.body)
      if (body === null) {
        return reply
          .status(400)
          .send({ errors: [{ message: 'Cannot read the request: send a JSON object with the text field "query".' }] })
      }
      const viewer = await authenticate(request, { account: deps.services.account, publicUrl: deps.publicUrl })
      undelivered.noteRequest(request.raw.socket)
      const context = createGraphqlContext({ ...deps, viewer, request, reply, undelivered })
      const answer = await deps.executor.execute(body, context, request.id)
      return reply
        .status(answer.status)
        .headers({ 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' })
        .send(JSON.stringify(answer.body))
    })
    done()
  })
}

function parseBody(body: unknown): GraphqlRequest | null {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') return null
  const { variables, operationName } = body as { variables?: unknown; operationName?: unknown }
  return {
    query: body.query,
    variables: typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : null,
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
  }
}
