import { NotAuthenticatedError, NotFoundError } from '@slipway/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FileService } from '../file/file-service.ts'
import { mimeTypeOf } from '../file/mime-type.ts'
import { sendStoredFile } from '../file/storage-routes.ts'
import { authenticate, type AuthenticationDeps } from '../http/authenticate.ts'
import type { ArtifactService } from './artifact-service.ts'

/**
 * Registers the addresses that the client makes up itself when it has no signed one: `/artifacts/{entity}/{md5}` and
 * `/artifactsV2/{region}/{entity}/{project}/{collection}/.../{md5}/{name}`, by releases up to 0.25 also
 * `/artifactsV2/{region}/{entity}/{artifact}/{md5}`. They need a key. Source: wandb client, its storage policy.
 */
export function registerArtifactRoutes(
  app: FastifyInstance,
  deps: AuthenticationDeps & { readonly artifact: ArtifactService; readonly file: FileService },
): void {
  // Fastify's own HEAD routes would announce a length of 0.
  app.route<{ Params: { entity: string; md5: string } }>({
    method: ['GET', 'HEAD'],
    url: '/artifacts/:entity/:md5',
    handler: (request, reply) =>
      send(request, reply, { entityName: request.params.entity, md5: request.params.md5, name: request.params.md5 }),
  })
  app.route<{ Params: { entity: string; '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/artifactsV2/:region/:entity/*',
    handler(request, reply) {
      return send(request, reply, { entityName: request.params.entity, ...readAddress(request.params['*'].split('/')) })
    },
  })

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: { readonly entityName: string; readonly md5: string; readonly name: string },
  ): Promise<FastifyReply> {
    const viewer = await authenticate(request, deps)
    if (viewer === null) throw new NotAuthenticatedError('Cannot read a file of an artifact without an API key.')
    const entityId = viewer.entityIds.get(wanted.entityName)
    const md5 = Buffer.from(wanted.md5, 'hex').toString('base64')
    const stored = entityId === undefined ? null : await deps.artifact.findStoredBytes(entityId, md5)
    if (stored === null)
      throw new NotFoundError(`Cannot find the file "${wanted.name.slice(0, 200)}": no artifact of yours holds it.`)
    return sendStoredFile(request, reply, deps.file.blobs, {
      ...stored,
      name: wanted.name,
      mimetype: mimeTypeOf(wanted.name),
    })
  }
}

function readAddress(segments: readonly string[]): { readonly md5: string; readonly name: string } {
  const [last = '', before = ''] = segments.toReversed()
  return segments.length === 2 ? { md5: last, name: last } : { md5: before, name: last }
}
