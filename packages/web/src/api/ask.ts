import type { TypedDocumentString } from '@slipway/api'
import type { ErrorCode } from '@slipway/core/errors'
import { ApiError, type ApiProblem } from './api-error.ts'

/** Sends one operation and answers with its data. Throws ApiError when any part of it was refused. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const { data, errors } = await send(document.toString(), variables, signal)
  const first = errors?.[0]
  if (first !== undefined) {
    const { code = 'unknown', problems = [] } = first.extensions ?? {}
    throw new ApiError(code, first.message, { problems })
  }
  return data as Data
}

interface GraphqlBody {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly code?: ErrorCode; readonly problems?: readonly ApiProblem[] }
  }[]
}

async function send(query: string, variables: unknown, signal: AbortSignal | undefined): Promise<GraphqlBody> {
  let response: Response
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (cause) {
    if (signal?.aborted === true) throw cause
    throw new ApiError('unreachable', 'Cannot reach the server. It may be restarting, or the network is down.', {
      cause,
    })
  }
  try {
    return (await response.json()) as GraphqlBody
  } catch (cause) {
    throw new ApiError('unreachable', `Cannot read the server's answer (status ${response.status}). Try again.`, {
      cause,
    })
  }
}
