import { findSecretNames, secretVariable } from '@slipway/core'
import type { RunQueueRecord } from '../run-queue/run-queue.ts'
import { parseNamePage, toNameConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'

export const secretResolvers: Resolvers = {
  Mutation: {
    async setSecret(_parent, { input }, context) {
      const { entityName, name, value } = input
      return context.services.secret.set(requireViewer(context), { entityName, name, value })
    },
    async deleteSecret(_parent, { input }, context) {
      await context.services.secret.delete(requireViewer(context), input.entityName, input.name)
      return { success: true, clientMutationId: input.clientMutationId }
    },
    async readItemSecrets(_parent, { input }, context) {
      const values = await context.services.itemSecrets.read(requireViewer(context), input)
      return { secrets: [...values].map(([name, value]) => ({ name, value })) }
    },
  },
  Entity: {
    async secrets(entity, _arguments, context) {
      return [...(await context.services.secret.list(requireViewer(context), entity.id))]
    },
    async secretsConnection(entity, arguments_, context) {
      const page = parseNamePage(arguments_)
      const secrets = await context.services.secret.listPage(requireViewer(context), entity.id, page)
      return secrets === null ? null : toNameConnection(secrets, page, ({ name }) => name)
    },
  },
  Secret: {
    variable: (secret) => secretVariable(secret.name),
    isReadable: (secret, _arguments, context) => context.services.secret.isReadable(secret),
    async runQueues(secret, _arguments, context) {
      const queues = await listQueues(context, secret.entityName)
      return queues.filter(({ config }) => config !== null && findSecretNames(config.config).includes(secret.name))
    },
  },
}

const queuesOfRequest = new WeakMap<RequestContext, Map<string, Promise<readonly RunQueueRecord[]>>>()

// Each secret of a list asks for the same queues.
function listQueues(context: RequestContext, entityName: string): Promise<readonly RunQueueRecord[]> {
  const known = queuesOfRequest.get(context) ?? new Map<string, Promise<readonly RunQueueRecord[]>>()
  queuesOfRequest.set(context, known)
  const queues =
    known.get(entityName) ?? context.services.runQueue.queues.list(requireViewer(context), entityName, null)
  known.set(entityName, queues)
  return queues
}
