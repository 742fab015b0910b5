interface EntityTree<E> {
  readonly viewer: { readonly teams: { readonly edges: readonly { readonly node: E | null }[] } | null } | null
  readonly entity: E | null
}

/** The person's own entity and those of the teams, from an answer that has both, each once. */
export function eachEntity<E extends { readonly name: string }>(answer: EntityTree<E> | null): readonly E[] {
  if (answer === null) return []
  const teams = answer.viewer?.teams?.edges.map(({ node }) => node) ?? []
  const all = [answer.entity, ...teams].filter((entity) => entity !== null)
  return [...new Map(all.map((entity) => [entity.name, entity])).values()]
}

/** The nodes of a connection. */
export function nodesOf<N>(
  connection: { readonly edges: readonly { readonly node: N | null }[] } | null | undefined,
): readonly N[] {
  return connection?.edges.flatMap(({ node }) => (node === null ? [] : [node])) ?? []
}
