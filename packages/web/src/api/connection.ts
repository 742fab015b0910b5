/** A page of a list as the API sends it. */
interface Page<Node> {
  readonly edges: readonly { readonly node?: Node | null | undefined }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined }
}

/** The entries of a page. */
export function nodesOf<Node>(page: Pick<Page<Node>, 'edges'> | null | undefined): readonly NonNullable<Node>[] {
  return page?.edges.flatMap(({ node }) => (node === null || node === undefined ? [] : [node])) ?? []
}

/** Where the next page begins; null after the last one. */
export function nextCursor(page: Pick<Page<unknown>, 'pageInfo'> | null | undefined): string | null {
  return page?.pageInfo.hasNextPage === true ? (page.pageInfo.endCursor ?? null) : null
}
