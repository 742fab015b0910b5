import type { InputPath } from './input-path.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { setOwn } from './own-key.ts'

/** Which parts of a config are inputs. Each path covers itself and everything below it. */
export interface InputFilter {
  /** Only these parts. Empty: everything. */
  readonly include: readonly InputPath[]
  /** Not these parts, even where `include` names them. */
  readonly exclude: readonly InputPath[]
}

interface TrieNode {
  isEnd: boolean
  readonly children: Map<string, TrieNode>
}

/** The state of the walk in one trie: nothing below matches, or all does, or it depends on the keys to come. */
type Match = TrieNode | 'all' | 'none'

/**
 * Keeps the inputs of a config (wandb client protocol, include and exclude paths): whole keys are compared, exclude wins,
 * lists are never looked into, and mappings that are or become empty disappear. The time needed grows with the config and
 * with the length of the filter, not with their product.
 */
export function filterInputs(tree: JsonObject, filter: InputFilter): JsonObject {
  const [include, exclude] = startMatches(filter)
  if (include === 'none' || exclude === 'all') return {}
  return filterObject(tree, include, exclude) ?? {}
}

/** Tells whether the value at this path would pass `filterInputs`. */
export function isInputIncluded(path: InputPath, filter: InputFilter): boolean {
  let [include, exclude] = startMatches(filter)
  for (const key of path) {
    include = step(include, key)
    exclude = step(exclude, key)
  }
  return include === 'all' && exclude !== 'all'
}

function startMatches(filter: InputFilter): [Match, Match] {
  return [filter.include.length === 0 ? 'all' : buildTrie(filter.include), buildTrie(filter.exclude)]
}

function buildTrie(paths: readonly InputPath[]): Match {
  const root: TrieNode = { isEnd: false, children: new Map() }
  for (const path of paths) {
    let node = root
    for (const key of path) {
      const next = node.children.get(key) ?? { isEnd: false, children: new Map() }
      node.children.set(key, next)
      node = next
    }
    node.isEnd = true
  }
  if (root.isEnd) return 'all'
  return root.children.size === 0 ? 'none' : root
}

function step(match: Match, key: string): Match {
  if (match === 'all' || match === 'none') return match
  const next = match.children.get(key)
  if (next === undefined) return 'none'
  return next.isEnd ? 'all' : next
}

function filterObject(tree: JsonObject, include: Match, exclude: Match): JsonObject | null {
  const kept: Record<string, JsonValue> = {}
  let isEmpty = true
  for (const key of Object.keys(tree)) {
    const includeBelow = step(include, key)
    const excludeBelow = step(exclude, key)
    if (includeBelow === 'none' || excludeBelow === 'all') continue
    const value = filterValue(tree[key] as JsonValue, includeBelow, excludeBelow)
    if (value === undefined) continue
    setOwn(kept, key, value)
    isEmpty = false
  }
  return isEmpty ? null : kept
}

function filterValue(value: JsonValue, include: Match, exclude: Match): JsonValue | undefined {
  if (!isJsonObject(value)) return include === 'all' ? value : undefined
  if (include === 'all' && exclude === 'none' && !holdsEmptyMapping(value)) return value
  return filterObject(value, include, exclude) ?? undefined
}

// What is kept as a whole need not be copied.
function holdsEmptyMapping(tree: JsonObject): boolean {
  const keys = Object.keys(tree)
  return keys.length === 0 || keys.some((key) => isJsonObject(tree[key]) && holdsEmptyMapping(tree[key]))
}
