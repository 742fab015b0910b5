import { type YAMLMap, isMap } from 'yaml'
import type { InputPath } from './input-path.ts'
import { type YamlPair, endOfYamlPair, findYamlPair } from './yaml-pair.ts'
import { applyTextEdits, endOfLine } from './text-edit.ts'
import type { YamlModel } from './yaml-model.ts'

/**
 * Takes one key out of YAML text: its lines, with what is written behind it on them; comments on lines of their own stay.
 * Null where the key is not in the text at this place, but comes in through an alias or `<<`, or not at all.
 */
export function removeYamlKey(text: string, model: YamlModel, path: InputPath): string | null {
  const key = path.at(-1) ?? ''
  let parent: YAMLMap | null = model.root
  let holder: YamlPair | null = null
  for (const step of path.slice(0, -1)) {
    holder = parent === null ? null : (findYamlPair(parent, step, model) ?? null)
    parent = isMap(holder?.value) ? holder.value : null
  }
  const pair = parent === null ? undefined : findYamlPair(parent, key, model)
  if (parent === null || pair === undefined) return null
  if (parent.flow === true) return removeFromFlow(text, parent, pair)
  return removeLines(text, parent, pair, holder)
}

function removeLines(text: string, parent: YAMLMap, pair: YamlPair, holder: YamlPair | null): string {
  const [start, end] = linesOf(text, pair)
  // A mapping without keys cannot be written as a block; without a parent it is the empty file.
  if (parent.items.length > 1 || holder === null) return applyTextEdits(text, [{ start, end, text: '' }])
  const place = holder.key?.range?.[1] ?? 0
  const colon = text.indexOf(':', place)
  const line = text.slice(colon + 1, endOfLine(text, colon))
  // An anchor, a tag or a comment behind the colon stays where it is.
  const head = /^[ \t]*(?:[&!]\S+[ \t]*)*/u.exec(line)?.[0] ?? ''
  const at = colon + 1 + head.trimEnd().length
  return applyTextEdits(text, [
    { start: at, end: at, text: ' {}' },
    { start, end, text: '' },
  ])
}

/** From the beginning of the line of a key to the beginning of the line behind its value. */
function linesOf(text: string, pair: YamlPair): readonly [number, number] {
  const keyStart = pair.key?.range?.[0] ?? 0
  const start = text.lastIndexOf('\n', keyStart - 1) + 1
  const content = endOfYamlPair(text, pair, true)
  if (text[content - 1] === '\n') return [start, content]
  const end = text.indexOf('\n', content)
  return [start, end === -1 ? text.length : end + 1]
}

function removeFromFlow(text: string, parent: YAMLMap, pair: YamlPair): string {
  const pairs = parent.items as YamlPair[]
  const index = pairs.indexOf(pair)
  const [before, after] = [pairs[index - 1], pairs[index + 1]]
  const [start, end] =
    after !== undefined
      ? [startOf(pair), startOf(after)]
      : before !== undefined
        ? [endOfYamlPair(text, before), endOfYamlPair(text, pair)]
        : [startOf(pair), endOfYamlPair(text, pair)]
  return applyTextEdits(text, [{ start, end, text: '' }])
}

function startOf(pair: YamlPair): number {
  return pair.key?.range?.[0] ?? 0
}
