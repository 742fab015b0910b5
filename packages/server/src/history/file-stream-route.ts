import { NotAuthenticatedError } from '@slipway/core'
import type { FastifyInstance } from 'fastify'
import { authenticate, type AuthenticationDeps } from '../http/authenticate.ts'
import { readSharedWriter } from '../http/shared-writer.ts'
import type { RunService } from '../run/run-service.ts'
import { decodeFileStreamBody, MAX_FILE_STREAM_BYTES, parseFileStreamRequest } from './file-stream-request.ts'
import type { HistoryService } from './history-service.ts'

interface FileStreamRoute {
  readonly Params: { readonly entity: string; readonly project: string; readonly run: string }
  readonly Body: Buffer | undefined
}

/** Registers `POST /files/{entity}/{project}/{run}/file_stream`, to which a running program sends. Source: wandb client protocol. */
export function registerFileStreamRoute(
  app: FastifyInstance,
  deps: AuthenticationDeps & { readonly run: RunService; readonly history: HistoryService },
): void {
  void app.register((scope, _options, done) => {
    // The bytes are expanded and read here, so that the limit holds for what they expand to.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_STREAM_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    )
    scope.post<FileStreamRoute>('/files/:entity/:project/:run/file_stream', async (request, reply) => {
      const viewer = await authenticate(request, deps)
      if (viewer === null) throw new NotAuthenticatedError('Cannot write to a run without an API key.')
      const { entity, project, run: name } = request.params
      const run = await deps.run.requireWritable(viewer, entity, project, name)
      const body = await decodeFileStreamBody(request.body ?? Buffer.alloc(0), request.headers['content-encoding'])
      const received = parseFileStreamRequest(body, readSharedWriter(request.headers))
      const { isStopRequested } = await deps.history.receive(run, received)
      return reply.send(isStopRequested ? { stopped: true } : {})
    })
    done()
  })
}
