import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn } from './own-key.ts'
import { visitSubschemas } from './schema-keywords.ts'

/** Finds the schema that a `$ref` names, or undefined. References never leave the document. */
export type ResolveReference = (reference: string) => JsonValue | undefined

/** Prepares the look-up of references in one schema document: `#`, `#/json/pointer`, `#anchor`, and each by a local `$id`. */
export function referenceResolver(root: JsonObject): ResolveReference {
  const anchors = new Map<string, JsonValue>()
  const documents = new Map<string, JsonValue>([['', root]])
  const visit = (schema: JsonValue): void => {
    if (!isJsonObject(schema)) return
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = schema[keyword]
      if (typeof anchor === 'string' && !anchors.has(anchor)) anchors.set(anchor, schema)
    }
    const id = schema['$id']
    if (typeof id === 'string') documents.set(id.replace(/#$/u, ''), schema)
    visitSubschemas(schema, visit)
  }
  visit(root)
  return (reference) => {
    const hash = reference.indexOf('#')
    const document = documents.get(hash === -1 ? reference : reference.slice(0, hash))
    const fragment = hash === -1 ? '' : decodeFragment(reference.slice(hash + 1))
    if (document === undefined || fragment === '') return document
    return fragment.startsWith('/') ? followPointer(document, fragment) : anchors.get(fragment)
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function followPointer(document: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const step of pointer.slice(1).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null) return undefined
    value = Array.isArray(value) ? (value as readonly JsonValue[])[Number(key)] : getOwn(value as JsonObject, key)
  }
  return value
}
