/**
 * What can change of a watched thing, in the words of the API. The order is that of the bits in which servers tell each
 * other of changes: add new words at the end.
 */
const ASPECTS = [
  'ready',
  'gone',
  'created',
  'deleted',
  'state',
  'config',
  'summary',
  'history',
  'events',
  'log',
  'files',
  'artifacts',
  'items',
  'agents',
  'warnings',
  'alerts',
  'keys',
  'teams',
  'members',
] as const

export type Aspect = (typeof ASPECTS)[number]

/** A set of aspects as the bits of one number. */
export type AspectSet = number

const BIT_BY_ASPECT: ReadonlyMap<Aspect, AspectSet> = new Map(ASPECTS.map((aspect, index) => [aspect, 1 << index]))

/** The set of these aspects. */
export function aspectSet(...aspects: readonly Aspect[]): AspectSet {
  let set = 0
  for (const aspect of aspects) set |= BIT_BY_ASPECT.get(aspect) ?? 0
  return set
}

/** The aspects of a set. */
export function listAspects(set: AspectSet): readonly Aspect[] {
  return ASPECTS.filter((_, index) => (set & (1 << index)) !== 0)
}
