import { queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { ownAddress } from './own-address.ts'

const MAX_BYTES = 512 * 1024

/** The beginning of a stored file. */
export interface FileText {
  /** Null where the bytes are not text. */
  readonly text: string | null
  readonly isCut: boolean
}

/** The first half megabyte of a stored file as text, by an address that the API gave out. */
export function buildFileTextQuery({ id, url }: { readonly id: string; readonly url: string }) {
  return queryOptions({
    queryKey: ['file-text', id],
    queryFn: ({ signal }) => readText(url, signal),
    staleTime: Infinity,
  })
}

async function readText(url: string, signal: AbortSignal): Promise<FileText> {
  const response = await fetch(ownAddress(url), { headers: { range: `bytes=0-${MAX_BYTES - 1}` }, signal })
  if (!response.ok && response.status !== 416) {
    throw new ApiError('unavailable', `Cannot read the file: the server answered with status ${response.status}.`)
  }
  const bytes = response.status === 416 ? new Uint8Array() : new Uint8Array(await response.arrayBuffer())
  const total = Number(response.headers.get('content-range')?.split('/')[1] ?? bytes.length)
  if (bytes.subarray(0, 8000).includes(0)) return { text: null, isCut: false }
  return { text: new TextDecoder().decode(bytes), isCut: total > bytes.length }
}
