import { typeDefs } from '@slipway/api'
import { buildSchema, isObjectType, isAbstractType, isScalarType, type GraphQLSchema } from 'graphql'
import { accountResolvers } from '../account/account-resolvers.ts'
import { artifactCollectionResolvers } from '../artifact/artifact-collection-resolvers.ts'
import { artifactMutationResolvers } from '../artifact/artifact-mutation-resolvers.ts'
import { artifactResolvers } from '../artifact/artifact-resolvers.ts'
import { fileResolvers } from '../file/file-resolvers.ts'
import { historyResolvers } from '../history/history-resolvers.ts'
import { jobResolvers } from '../job/job-resolvers.ts'
import { launchAgentResolvers } from '../launch-agent/launch-agent-resolvers.ts'
import { liveResolvers } from '../live/live-resolvers.ts'
import { presetResolvers } from '../preset/preset-resolvers.ts'
import { projectResolvers } from '../project/project-resolvers.ts'
import { runQueueItemResolvers } from '../run-queue/run-queue-item-resolvers.ts'
import { runQueueResolvers } from '../run-queue/run-queue-resolvers.ts'
import { runResolvers } from '../run/run-resolvers.ts'
import { runTableResolvers } from '../run/run-table-resolvers.ts'
import { waitingResolvers } from '../waiting/waiting-resolvers.ts'
import { secretResolvers } from '../secret/secret-resolvers.ts'
import { sweepResolvers } from '../sweep/sweep-resolvers.ts'
import { rootResolvers } from './root-resolvers.ts'
import { scalarResolvers } from './scalars.ts'
import { limitWork } from './work-limit.ts'

/** The resolvers of every domain. Two domains may add fields to one type; none may define the same field. */
const domains = [
  scalarResolvers,
  rootResolvers,
  accountResolvers,
  projectResolvers,
  runResolvers,
  runTableResolvers,
  fileResolvers,
  artifactResolvers,
  artifactCollectionResolvers,
  artifactMutationResolvers,
  jobResolvers,
  historyResolvers,
  runQueueResolvers,
  runQueueItemResolvers,
  launchAgentResolvers,
  presetResolvers,
  waitingResolvers,
  secretResolvers,
  liveResolvers,
  sweepResolvers,
]

/** Builds the executable schema once: the contract of packages/api with the resolvers of all domains. */
export function buildExecutableSchema(): GraphQLSchema {
  const schema = buildSchema(typeDefs)
  for (const resolvers of domains) {
    for (const [typeName, fields] of Object.entries(resolvers)) attachResolvers(schema, typeName, fields)
  }
  limitWork(schema)
  return schema
}

function attachResolvers(schema: GraphQLSchema, typeName: string, resolvers: object): void {
  const type = schema.getType(typeName)
  if (isScalarType(type)) {
    Object.assign(type, pickScalarMethods(resolvers))
    return
  }
  for (const [name, resolver] of Object.entries(resolvers)) {
    if (isAbstractType(type) && name === '__resolveType') {
      type.resolveType = resolver
      continue
    }
    const field = isObjectType(type) ? type.getFields()[name] : undefined
    if (field === undefined)
      throw new Error(`The schema has no field ${typeName}.${name}, for which there is a resolver`)
    if (field.resolve !== undefined || field.subscribe !== undefined)
      throw new Error(`Two domains resolve ${typeName}.${name}`)
    if (typeName === 'Subscription') field.subscribe = resolver.subscribe
    else field.resolve = resolver
  }
}

function pickScalarMethods(scalar: object): object {
  const methods = [
    'serialize',
    'parseValue',
    'parseLiteral',
    'coerceInputValue',
    'coerceInputLiteral',
    'coerceOutputValue',
  ]
  return Object.fromEntries(Object.entries(scalar).filter(([name]) => methods.includes(name)))
}
