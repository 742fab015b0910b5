import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'

/** A file to put into an artifact. */
export interface ArtifactSource {
  /** Its path in the artifact, with `/` between the parts. */
  readonly path: string
  readonly size: number
  /** The MD5 of its bytes in base64. */
  readonly md5: string
  readonly open: () => Promise<Blob>
}

/** A file whose text is known. */
export function textSource(path: string, text: string): ArtifactSource {
  return {
    path,
    size: Buffer.byteLength(text),
    md5: createHash('md5').update(text).digest('base64'),
    open: () => Promise.resolve(new Blob([text])),
  }
}

/** A file on the disk; it is read once for its MD5 and again when it is uploaded. */
export async function diskSource(path: string, file: string): Promise<ArtifactSource> {
  const hash = createHash('md5')
  let size = 0
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Buffer
    hash.update(bytes)
    size += bytes.length
  }
  return { path, size, md5: hash.digest('base64'), open: () => openAsBlob(file) }
}
