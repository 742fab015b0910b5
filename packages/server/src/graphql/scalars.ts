import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql'
import type { Resolvers } from './generated/resolver-types.ts'
import { GraphQLScalarType } from 'graphql'

function parseText(value: unknown, scalar: string): string {
  if (typeof value !== 'string') throw new GraphQLError(`${scalar} must be a string`)
  return value
}

function parseLong(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new GraphQLError(`Int64 must be a whole number, not ${JSON.stringify(value)}`)
  return value
}

function parseLongLiteral(node: ValueNode): number {
  if (node.kind !== Kind.INT) throw new GraphQLError('Int64 must be a whole number')
  return parseLong(Number(node.value))
}

function serializeTime(value: unknown): string {
  return value instanceof Date || typeof value === 'number' ? new Date(value).toISOString() : String(value)
}

const long = {
  serialize: (value: unknown) => (typeof value === 'bigint' ? Number(value) : parseLong(value)),
  parseValue: parseLong,
  parseLiteral: parseLongLiteral,
}

/** How the wire's own scalars are read and written. */
export const scalarResolvers: Pick<
  Resolvers,
  'JSONString' | 'JSON' | 'DateTime' | 'Int64' | 'Duration' | 'SecretValue'
> = {
  JSONString: new GraphQLScalarType({
    name: 'JSONString',
    serialize: (value) => parseText(value, 'JSONString'),
    parseValue: (value) => parseText(value, 'JSONString'),
    parseLiteral: (node) => parseText(node.kind === Kind.STRING ? node.value : undefined, 'JSONString'),
  }),
  JSON: new GraphQLScalarType({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
  DateTime: new GraphQLScalarType({
    name: 'DateTime',
    serialize: serializeTime,
    parseValue: (value) => parseText(value, 'DateTime'),
  }),
  Int64: new GraphQLScalarType({ name: 'Int64', ...long }),
  Duration: new GraphQLScalarType({ name: 'Duration', ...long }),
  SecretValue: new GraphQLScalarType({
    name: 'SecretValue',
    serialize: String,
    parseValue: (value) => parseText(value, 'SecretValue'),
    parseLiteral: (node) => parseText(node.kind === Kind.STRING ? node.value : undefined, 'SecretValue'),
  }),
}
