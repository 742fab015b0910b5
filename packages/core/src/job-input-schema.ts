import type { InputType } from './input-type.ts'
import type { JobInputGroup, JobInputs } from './job-inputs.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'
import { visitSubschemas } from './schema-keywords.ts'
import { SchemaScope } from './schema-scope.ts'

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/**
 * All inputs of a job as one JSON Schema 2020-12 document with the default values, for editors, forms and validators. The
 * schema that the program gave is kept as it is; inputs that it does not speak of are added with their captured types. An
 * `int` becomes `number`, since a fraction is accepted for it. Where config files are inputs too, the document has the two
 * properties `@wandb.config` and `files`, as the captured types of a job are shown.
 */
export function jobInputSchema(inputs: JobInputs, title: string): JsonObject {
  const isOpen = inputs.isPartial || inputs.allowsExtraKeys
  const files = Object.entries(inputs.files)
  const head = { $schema: DIALECT, title }
  if (files.length === 0) {
    return inputs.config === null
      ? { ...head, type: 'object', properties: {}, ...(isOpen ? {} : { additionalProperties: false }) }
      : { ...head, ...withoutDialect(groupSchema(inputs.config, isOpen)) }
  }
  const fileSchemas: Record<string, JsonValue> = {}
  for (const [path, group] of files) setOwn(fileSchemas, path, embed(groupSchema(group, isOpen), `files/${path}`))
  return {
    ...head,
    type: 'object',
    properties: {
      ...(inputs.config === null ? {} : { '@wandb.config': embed(groupSchema(inputs.config, isOpen), 'config') }),
      files: { type: 'object', properties: fileSchemas, additionalProperties: false },
    },
    additionalProperties: false,
  }
}

function groupSchema(group: JobInputGroup, isOpen: boolean): JsonObject {
  return annotate(group.schema, group.type, group.defaults, SchemaScope.of(group.schema), isOpen)
}

// Adds to a schema what is captured below it: defaults, and the inputs that it does not declare. Beside a `$ref` too,
// where 2020-12 applies both.
function annotate(
  schema: JsonObject | null,
  type: InputType,
  defaults: JsonValue | undefined,
  scope: SchemaScope,
  isOpen: boolean,
): JsonObject {
  if (type.kind !== 'object') {
    return {
      ...(scope.decides ? {} : typeSchema(type)),
      ...schema,
      ...(defaults === undefined ? {} : { default: defaults }),
    }
  }
  const known = schema?.['properties']
  const properties: Record<string, JsonValue> = known !== undefined && isJsonObject(known) ? { ...known } : {}
  for (const [key, field] of Object.entries(type.fields)) {
    const below = getOwn(properties, key)
    if (below === false) continue
    const value = defaults !== undefined && isJsonObject(defaults) ? getOwn(defaults, key) : undefined
    const child = below !== undefined && isJsonObject(below) ? below : null
    setOwn(properties, key, annotate(child, field, value, scope.below(key), isOpen))
  }
  return {
    ...(scope.decides ? {} : { type: 'object' }),
    ...schema,
    properties,
    ...(schema === null && !scope.isDeclared && !isOpen ? { additionalProperties: false } : {}),
  }
}

function typeSchema(type: InputType): JsonObject {
  switch (type.kind) {
    case 'int':
    case 'float':
      return { type: 'number' }
    case 'str':
      return { type: 'string' }
    case 'bool':
      return { type: 'boolean' }
    case 'list':
      return type.element.kind === 'any' ? { type: 'array' } : { type: 'array', items: typeSchema(type.element) }
    case 'union':
      return { anyOf: type.options.map(typeSchema) }
    case 'object': {
      const properties: Record<string, JsonValue> = {}
      for (const [key, field] of Object.entries(type.fields)) setOwn(properties, key, typeSchema(field))
      return { type: 'object', properties }
    }
    case 'none':
    case 'any':
      return {}
  }
}

// A schema with references of its own keeps them valid inside another one by having an id: they start from there.
function embed(schema: JsonObject, name: string): JsonObject {
  const plain = withoutDialect(schema)
  return plain['$id'] === undefined && hasReference(plain)
    ? { $id: `urn:slipway:inputs:${encodeURIComponent(name)}`, ...plain }
    : plain
}

function withoutDialect(schema: JsonObject): JsonObject {
  const { $schema: _dialect, ...rest } = schema
  return rest
}

function hasReference(schema: JsonObject): boolean {
  let found = typeof schema['$ref'] === 'string'
  visitSubschemas(schema, (below) => {
    if (!found && isJsonObject(below)) found = hasReference(below)
  })
  return found
}
