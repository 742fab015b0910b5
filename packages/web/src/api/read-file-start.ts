import { queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** As much of a file as is shown. */
const MAX_BYTES = 256 * 1024

/** The first part of a file. */
export interface FileStart {
  /** Null for a file that is not text. */
  readonly text: string | null
  readonly isCut: boolean
}

/** The first part of a stored file, by its address on this origin; `size` in bytes. */
export function buildFileStartQuery(address: string, size: number) {
  return queryOptions({
    queryKey: ['file-start', address],
    queryFn: ({ signal }) => readFileStart(address, size, signal),
    staleTime: Infinity,
  })
}

/** Reads the first part of a stored file. Throws ApiError. */
export async function readFileStart(address: string, size: number, signal: AbortSignal): Promise<FileStart> {
  if (size === 0) return { text: '', isCut: false }
  let response: Response
  try {
    response = await fetch(address, { headers: { range: `bytes=0-${MAX_BYTES - 1}` }, signal })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ApiError('unreachable', 'Cannot read the file: the server cannot be reached. It may be restarting.', {
      cause,
    })
  }
  if (!response.ok) {
    throw new ApiError(
      'unknown',
      `Cannot read the file: the server answered with status ${response.status}. Its address may have ended: open the page again.`,
    )
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isCut = size > bytes.length
  return { text: bytes.subarray(0, 8192).includes(0) ? null : decode(bytes, isCut), isCut }
}

/** A part may end inside a character, which is left out. */
function decode(bytes: Uint8Array, isCut: boolean): string {
  return new TextDecoder().decode(bytes, { stream: isCut })
}
