import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn } from './own-key.ts'
import { visitSubschemas } from './schema-keywords.ts'

/** Finds the schema that a `$ref` names, or undefined. References never leave the document. */
export type ResolveReference = (reference: string) => JsonValue | undefined

/**
 * Prepares the look-up of references in one schema document: `#`, `#/json/pointer`, `#anchor`, and each by a local `$id`.
 * Anchors and ids are gathered when the first reference needs them, since most schemas use pointers only.
 */
export function referenceResolver(root: JsonObject): ResolveReference {
  const found = new Map<string, JsonValue | undefined>()
  let names: SchemaNames | null = null
  return (reference) => {
    if (!found.has(reference)) {
      const isPointer = reference === '#' || reference.startsWith('#/')
      names ??= isPointer ? null : gatherNames(root)
      found.set(reference, names === null ? follow(root, reference.slice(1)) : resolveByName(names, root, reference))
    }
    return found.get(reference)
  }
}

interface SchemaNames {
  readonly anchors: ReadonlyMap<string, JsonValue>
  readonly documents: ReadonlyMap<string, JsonValue>
}

function gatherNames(root: JsonObject): SchemaNames {
  const anchors = new Map<string, JsonValue>()
  const documents = new Map<string, JsonValue>()
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
  return { anchors, documents }
}

function resolveByName(names: SchemaNames, root: JsonObject, reference: string): JsonValue | undefined {
  const [name = '', fragment = ''] = reference.split('#', 2)
  const document = name === '' ? root : names.documents.get(name)
  if (document === undefined || fragment === '' || fragment.startsWith('/')) {
    return document === undefined ? undefined : follow(document, fragment)
  }
  return names.anchors.get(decodeFragment(fragment))
}

function follow(document: JsonValue, fragment: string): JsonValue | undefined {
  return fragment === '' ? document : followPointer(document, decodeFragment(fragment))
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
