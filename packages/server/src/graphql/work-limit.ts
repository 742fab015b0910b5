import { TooLargeError } from '@slipway/core'
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'
import type { RequestContext } from './request-context.ts'

/**
 * What one request may ask for: each field that is looked up and each object of a list counts one. A list inside a list
 * multiplies, so that a document of a few lines could else ask for more than any memory holds. The largest answers that
 * programs read at once, a thousand runs with all of their fields or the artifacts of all jobs, are a tenth of this.
 */
const MOST_WORK = 200_000

/** Fields that read much of what is stored about a run count more. */
const WORK_BY_FIELD: Readonly<Record<string, number>> = {
  'Run.history': 100,
  'Run.events': 100,
  'Run.logLines': 100,
  // For each of its specs: charts of a run with thousands of metrics ask for all of them at once.
  'Run.sampledHistory': 20,
  'Run.parquetHistory': 1000,
  'Run.logMatches': 5000,
}

const REFUSAL =
  'Cannot answer: the document asks for too much at once, as lists inside of lists do. Ask for fewer by "first", or in several requests.'

/**
 * Counted before a page is read, for each row that may be in it: a thousand lists of a list are read at once, and only
 * then is it known how many rows they had.
 */
const WORK_PER_ROW = 0.1
const USUAL_ROWS = 50

/** Counts what one execution of a document has asked for; given to it as the root value. */
export interface Work {
  /** Null once it was too much. */
  left: number | null
}

/** A new count. */
export function startWork(): Work {
  return { left: MOST_WORK }
}

/** The refusal of a document that asked for too much. */
export function refuseWork(): TooLargeError {
  return new TooLargeError(REFUSAL)
}

/** Has every lookup of a schema counted, and refused where a request has asked for too much. */
export function limitWork(schema: GraphQLSchema): void {
  const subscriptions = schema.getSubscriptionType()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === subscriptions || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const isListOfObjects = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))
      if (field.resolve === undefined && !isListOfObjects) continue
      field.resolve = countLookup(field, WORK_BY_FIELD[`${type.name}.${field.name}`] ?? 1, isListOfObjects)
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

function countLookup(field: GraphQLField<unknown, RequestContext>, units: number, isListOfObjects: boolean): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver
  const pageWork = field.args.some(({ name }) => name === 'first') ? WORK_PER_ROW : 0
  return (source, arguments_, context, info) => {
    const work = workOf(info.rootValue)
    spend(work, units * countSpecs(arguments_['specs']) + pageWork * countRows(arguments_['first']))
    const value: unknown = resolve(source, arguments_, context, info)
    if (!isListOfObjects) return value
    return value instanceof Promise ? value.then((list) => countList(work, list)) : countList(work, value)
  }
}

function countList(work: Work, list: unknown): unknown {
  if (Array.isArray(list)) spend(work, list.length)
  return list
}

/** Each spec of `sampledHistory` is a lookup of its own. */
function countSpecs(specs: unknown): number {
  return Array.isArray(specs) ? specs.length : 1
}

function countRows(first: unknown): number {
  return typeof first === 'number' && first >= 0 ? Math.min(first, 10_000) : USUAL_ROWS
}

function spend(work: Work, units: number): void {
  if (work.left !== null && work.left >= units) work.left -= units
  else {
    work.left = null
    throw refuseWork()
  }
}

// Each message of a subscription is executed with the message for a root value, and counts for itself.
const workOfMessages = new WeakMap<object, Work>()

function workOf(rootValue: unknown): Work {
  if (typeof rootValue !== 'object' || rootValue === null) return startWork()
  if ('left' in rootValue) return rootValue as Work
  const known = workOfMessages.get(rootValue)
  if (known !== undefined) return known
  const work = startWork()
  workOfMessages.set(rootValue, work)
  return work
}
