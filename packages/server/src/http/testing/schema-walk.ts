import { typeDefs } from '@slipway/api'
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql'

/** Writes a document for each operation of the schema, so that a test of access misses none that is added later. */

/** What to put where a value is wanted, by the name of the argument or field. */
export type GuessValue = (name: string, isId: boolean) => string

const schema = buildSchema(typeDefs)
const OPERATION_TYPES = {
  query: OperationTypeNode.QUERY,
  mutation: OperationTypeNode.MUTATION,
  subscription: OperationTypeNode.SUBSCRIPTION,
} as const

/** The names of all operations of a kind. */
export function operationNames(kind: 'query' | 'mutation' | 'subscription'): readonly string[] {
  return Object.keys(rootFields(kind))
}

/** The values of an enumeration of the schema. */
export function enumValues(name: string): readonly string[] {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => value.name) : []
}

/** What stays well below the number of tokens that the server reads of one document. */
const MAX_CHARACTERS = 80_000

/**
 * The documents of one operation, with every argument filled in and every field asked for down to a depth: one of a
 * mutation, and as many of a query as its fields need.
 */
export function writeOperation(kind: 'query' | 'mutation', name: string, guess: GuessValue): readonly string[] {
  const field = rootFields(kind)[name]
  if (field === undefined) throw new Error(`The schema has no ${kind} "${name}"`)
  const call = `${name}${writeArguments(field, guess, true)}`
  if (kind === 'mutation') return [`mutation { ${call} ${writeSelection(field.type, guess, 2)} }`]
  const parts = groupParts(writeFields(field.type, guess, 4))
  return parts.length === 0
    ? [`query { ${call} ${writeSelection(field.type, guess, 0)} }`]
    : parts.map((fields) => `query { ${call} { __typename ${fields.join(' ')} } }`)
}

function groupParts(fields: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const field of fields) {
    if (length + field.length > MAX_CHARACTERS) {
      groups.push([])
      length = 0
    }
    groups.at(-1)?.push(field)
    length += field.length
  }
  return groups
}

function rootFields(
  kind: 'query' | 'mutation' | 'subscription',
): Readonly<Record<string, GraphQLField<unknown, unknown>>> {
  return schema.getRootType(OPERATION_TYPES[kind])?.getFields() ?? {}
}

function writeArguments(field: GraphQLField<unknown, unknown>, guess: GuessValue, isWhole: boolean): string {
  const wanted = field.args.filter((argument) => isWhole || isRequiredArgument(argument))
  const written = wanted.map(({ name, type }) => `${name}: ${writeValue(name, type, guess)}`)
  return written.length === 0 ? '' : `(${written.join(', ')})`
}

function writeSelection(type: GraphQLOutputType, guess: GuessValue, depth: number): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  return `{ __typename ${writeFields(named, guess, depth).join(' ')} }`
}

function writeFields(type: GraphQLOutputType, guess: GuessValue, depth: number): readonly string[] {
  const named = getNamedType(type)
  if (!isObjectType(named) && !isInterfaceType(named)) return []
  return Object.values(named.getFields()).flatMap((field) => {
    const isLeaf = isLeafType(getNamedType(field.type))
    if (!isLeaf && depth === 0) return []
    return [`${field.name}${writeArguments(field, guess, false)} ${writeSelection(field.type, guess, depth - 1)}`]
  })
}

function writeValue(name: string, type: GraphQLInputType, guess: GuessValue): string {
  if (isNonNullType(type)) return writeValue(name, type.ofType, guess)
  if (isListType(type)) return `[${writeValue(name, type.ofType, guess)}]`
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return `{${fields.map((field) => `${field.name}: ${writeValue(field.name, field.type, guess)}`).join(', ')}}`
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null'
  switch (type.name) {
    case 'Boolean':
      return 'true'
    case 'Int':
    case 'Int64':
    case 'Duration':
      return '1'
    case 'Float':
      return '1.5'
    default:
      return JSON.stringify(guess(name, type.name === 'ID'))
  }
}
