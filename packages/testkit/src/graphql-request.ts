/** What a GraphQL request was answered with. */
export interface GraphqlTestAnswer {
  readonly status: number
  // The tests look into answers of many shapes; each asserts the part it needs.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any
  readonly errors:
    | readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
    | undefined
}

/** Sends a GraphQL document as the client does, without a key where that is null. */
export async function requestGraphql(
  serverUrl: string,
  apiKey: string | null,
  query: string,
  variables?: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<GraphqlTestAnswer> {
  const response = await fetch(`${serverUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey === null ? {} : { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` }),
    },
    body: JSON.stringify({ query, variables, operationName: '' }),
    ...(signal === undefined ? {} : { signal }),
  })
  const body = (await response.json()) as Pick<GraphqlTestAnswer, 'data' | 'errors'>
  return { status: response.status, data: body.data, errors: body.errors }
}
