import { type CST, type Node, type Pair, type YAMLMap, isAlias, isMap, isScalar, isSeq } from 'yaml'
import { type YamlModel, yamlKeyName } from './yaml-model.ts'

/** A key of a mapping in a YAML text, with its value. */
export type YamlPair = Pair<Node | null, Node | null>

const pairsByName = new WeakMap<YAMLMap, ReadonlyMap<string | null, YamlPair>>()

/** The pair of a mapping that counts for a key: the last one, as in PyYAML. */
export function findYamlPair(map: YAMLMap, key: string, model: YamlModel): YamlPair | undefined {
  const known = pairsByName.get(map)
  if (known !== undefined) return known.get(key)
  const pairs = new Map(
    (map.items as YamlPair[]).map((pair) => {
      const node = isAlias(pair.key) ? model.targets.get(pair.key) : pair.key
      return [yamlKeyName(node), pair] as const
    }),
  )
  pairsByName.set(map, pairs)
  return pairs.get(key)
}

/**
 * Where the text of a node ends, without the line ends and comments that the parser counts to it. With `isWhole`, the empty
 * lines at the end of a block text marked `+` count, since they belong to the value.
 */
export function endOfYamlNode(text: string, node: Node, isWhole = false): number {
  const end = node.range?.[1] ?? 0
  if (isMap(node) && node.flow !== true) {
    const last = node.items.at(-1) as YamlPair | undefined
    return last === undefined ? end : endOfYamlPair(text, last, isWhole)
  }
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1) as Node | undefined
    return last === undefined ? end : endOfYamlNode(text, last, isWhole)
  }
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return end
  const source = text.slice(node.range?.[0], end)
  return isWhole && /^[|>]\d*\+/u.test(source) ? end : end - (source.length - source.trimEnd().length)
}

/** Where the text of a pair ends. */
export function endOfYamlPair(text: string, pair: YamlPair, isWhole = false): number {
  const isEmpty = pair.value === null || pair.value.range?.[0] === pair.value.range?.[1]
  return isEmpty || pair.value === null ? valuePlace(pair) : endOfYamlNode(text, pair.value, isWhole)
}

/** What stands between a key and its value. */
export function separatorTokens(pair: YamlPair): readonly CST.SourceToken[] {
  const token = pair.srcToken as { readonly sep?: readonly CST.SourceToken[] } | undefined
  return token?.sep ?? []
}

/** Whether a key has its colon: one of a flow mapping may have none. */
export function hasColon(pair: YamlPair): boolean {
  return separatorTokens(pair).some((token) => token.type === 'map-value-ind')
}

/** Right behind the colon, or behind the anchor that follows it. */
export function valuePlace(pair: YamlPair): number {
  const token = separatorTokens(pair).findLast((item) => item.type === 'map-value-ind' || item.type === 'anchor')
  return token === undefined ? (pair.key?.range?.[1] ?? 0) : token.offset + token.source.length
}
