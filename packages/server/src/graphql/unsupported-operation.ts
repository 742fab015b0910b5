import { GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { findOtherProduct } from './other-products.ts'

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
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  )
  const unknown = operations.flatMap((operation) => unknownRootFields(schema, operation))
  if (unknown.length > 0) return unknown
  const [operation] = operations
  const name = operation?.name?.value
  // The field that is missing says more than the types of what it would have held.
  const first = errors.find(({ message }) => message.startsWith('Cannot query field')) ?? errors[0]
  if (first === undefined || operations.length !== 1 || findOtherProduct(name) === null) return errors
  return [new GraphQLError(`${first.message} ${describeOperation(name)}`, { nodes: first.nodes ?? null })]
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
    return [
      new GraphQLError(
        `Cannot query field "${selection.name.value}" on type "${root.name}". ${describeOperation(operation.name?.value)}`,
        { nodes: selection },
      ),
    ]
  })
}

function describeOperation(name: string | undefined): string {
  const product = findOtherProduct(name)
  const operation = `Slipway does not offer the operation${name === undefined ? '' : ` "${name}"`} that asks for it`
  return product === null ? `${operation}.` : `${operation}: it has no ${product.name}. ${product.hint}`
}
