import { InvalidInputError } from '@slipway/core'
import type { StoredBlob } from '../file/file.ts'

/** Refuses bytes whose MD5 (base64) is not the one that was announced. Throws InvalidInputError. */
export function checkMd5(wanted: string, blob: StoredBlob): void {
  if (blob.md5Base64 !== wanted)
    throw new InvalidInputError(
      `Cannot store the upload: the MD5 of the ${blob.size} bytes that came is ${blob.md5Base64}, but ${wanted === '' ? 'none' : wanted} was announced. Send it again.`,
    )
}
