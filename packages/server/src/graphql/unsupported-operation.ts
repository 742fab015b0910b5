import { GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'

/**
 * Explains validation errors that come from an operation this server does not offer: the message names the operation
 * and what it asked for. It begins with the reference wording for an unknown field, by which the Python client
 * recognises that it has to try an older document.
 */
export function describeUnknownOperations(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLError[],
): readonly GraphQLError[] {
  const unknown = document.definitions
    .filter((definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition')
    .flatMap((operation) => unknownRootFields(schema, operation))
  return unknown.length === 0 ? errors : unknown
}

function unknownRootFields(schema: GraphQLSchema, operation: OperationDefinitionNode): readonly GraphQLError[] {
  const root = schema.getRootType(operation.operation)
  if (root === undefined || root === null) return []
  const known = root.getFields()
  return operation.selectionSet.selections.flatMap((selection) => {
    if (
      selection.kind !== 'Field' ||
      selection.name.value.startsWith('__') ||
      known[selection.name.value] !== undefined
    )
      return []
    const operationName = operation.name === undefined ? '' : ` "${operation.name.value}"`
    return [
      new GraphQLError(
        `Cannot query field "${selection.name.value}" on type "${root.name}". ` +
          `Slipway does not offer the operation${operationName} that asks for it.`,
        { nodes: selection },
      ),
    ]
  })
}
