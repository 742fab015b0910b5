import type { Watch } from './watch.ts'

/** Why a subscription brings nothing more. */
export type SubscriptionEnd =
  /** The connection broke, or the server is away: to be tried again. */
  | { readonly kind: 'lost' }
  /** The server is there but has no room now: to be tried again, without an alarm. */
  | { readonly kind: 'busy' }
  /** The session is over. */
  | { readonly kind: 'signed-out' }
  /** This thing may not be watched, or is not there; the others may. */
  | { readonly kind: 'refused'; readonly watch: Watch }

/** The end that an answer of the server stands for, `{errors: [{extensions: {code, watch}}]}`. */
export function endByErrors(body: unknown): SubscriptionEnd {
  const { code, watch } = readExtensions(body)
  if (code === 'not-authenticated') return { kind: 'signed-out' }
  if (isWatch(watch)) return { kind: 'refused', watch }
  return { kind: code === undefined || code === 'unavailable' ? 'lost' : 'busy' }
}

/** The end that a failure of the connection stands for: a refusal carries the server's answer, the rest is the network. */
export async function endByFailure(failure: unknown): Promise<SubscriptionEnd> {
  const response = typeof failure === 'object' && failure !== null && 'response' in failure ? failure.response : null
  if (!(response instanceof Response)) return { kind: 'lost' }
  return response.json().then(endByErrors, () => ({ kind: 'lost' }) as const)
}

function readExtensions(body: unknown): { readonly code?: unknown; readonly watch?: unknown } {
  const { errors } = (body ?? {}) as { readonly errors?: readonly { readonly extensions?: object }[] }
  return errors?.[0]?.extensions ?? {}
}

function isWatch(value: unknown): value is Watch {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
}
