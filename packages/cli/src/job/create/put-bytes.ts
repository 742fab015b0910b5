import { setTimeout as wait } from 'node:timers/promises'
import { UnavailableError } from '@slipway/core'
import { retryDelayMs } from '@slipway/sdk'

const ATTEMPTS = 4

/** Where bytes go: an address that carries its own authorisation, null when the server has the bytes already. */
export interface UploadTarget {
  readonly uploadUrl: string | null
  /** `Name:value` each. */
  readonly uploadHeaders: readonly string[] | null
}

/** Uploads bytes; what a network lost is sent again. `what` names them in an error. */
export async function putBytes(
  { uploadUrl, uploadHeaders }: UploadTarget,
  source: Blob | { readonly open: () => Promise<Blob> },
  what: string,
): Promise<void> {
  if (uploadUrl === null) return
  const headers = Object.fromEntries(
    (uploadHeaders ?? []).map((header) => [
      header.slice(0, header.indexOf(':')),
      header.slice(header.indexOf(':') + 1),
    ]),
  )
  for (let attempt = 1; ; attempt += 1) {
    const body = source instanceof Blob ? source : await source.open()
    const failure = await fetch(uploadUrl, { method: 'PUT', body, headers }).then(
      (response) => (response.ok ? null : { isFinal: response.status < 500, reason: `status ${response.status}` }),
      (error: unknown) => ({ isFinal: false, reason: error instanceof Error ? error.message : String(error) }),
    )
    if (failure === null) return
    if (failure.isFinal || attempt === ATTEMPTS) {
      throw new UnavailableError(`Cannot upload ${what} to ${new URL(uploadUrl).origin}: ${failure.reason}. Try again.`)
    }
    await wait(retryDelayMs(attempt))
  }
}
