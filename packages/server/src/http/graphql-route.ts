import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Viewer } from '../account/account.ts'
import type { GraphqlAnswer, GraphqlExecutor, GraphqlRequest } from '../graphql/execute.ts'
import type { Services } from '../services.ts'
import { authenticate } from './authenticate.ts'
import { createGraphqlContext } from './graphql-context.ts'
import { acceptsEventStream, sendEvents } from './event-stream.ts'
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
  const authentication = { account: deps.services.account, publicUrl: deps.publicUrl }
  void app.register((scope, _options, done) => {
    // The headers of a page say nothing about JSON, and working them out costs more than many an answer.
    scope.post('/graphql', { helmet: false }, async (request, reply) => {
      const body = parseBody(request.body)
      if (body === null) {
        return reply
          .status(400)
          .send({ errors: [{ message: 'Cannot read the request: send a JSON object with the text field "query".' }] })
      }
      const authenticateAgain = (): Promise<Viewer | null> => authenticate(request, authentication)
      const viewer = await authenticateAgain()
      undelivered.noteRequest(request.raw.socket)
      const context = createGraphqlContext({ ...deps, viewer, authenticateAgain, request, reply, undelivered })
      if (acceptsEventStream(request)) {
        const answer = await deps.executor.subscribe(body, context, request.id)
        if ('messages' in answer) return sendEvents(reply, answer.messages, deps.stopping)
        // A refusal has a status; what has none is a stream of one message.
        if (answer.status === 200) return sendEvents(reply, [answer.body], deps.stopping)
        return sendAnswer(reply, answer)
      }
      return sendAnswer(reply, await deps.executor.execute(body, context, request.id))
    })
    done()
  })
}

function sendAnswer(reply: FastifyReply, answer: GraphqlAnswer): FastifyReply {
  return reply
    .status(answer.status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .send(JSON.stringify(answer.body))
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
