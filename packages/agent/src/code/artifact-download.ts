import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AgentArtifactDocument, AgentArtifactFilesDocument } from '@slipway/api'
import { UnavailableError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import { ItemFailedError } from '../item/item-outcome.ts'
import type { Log } from '../log.ts'
import { untilAnswered } from '../until-answered.ts'

/** Reads artifacts of the server. */
export interface ArtifactReader {
  /** The digest of a committed artifact, which names its contents. Throws ItemFailedError when there is none. */
  digest(artifactId: string, signal: AbortSignal): Promise<string>
  /** Downloads all files of an artifact into a folder, which is made, and checks each against its MD5. */
  download(artifactId: string, folder: string, signal: AbortSignal): Promise<void>
  /** Downloads those files of an artifact that have one of these names. */
  downloadSome(artifactId: string, names: readonly string[], folder: string, signal: AbortSignal): Promise<void>
}

interface ArtifactFile {
  readonly name: string
  readonly url: string
  readonly md5: string | null
}

const PARALLEL_DOWNLOADS = 8

/** Makes an ArtifactReader. Digests are kept: a committed artifact never changes. */
export function createArtifactReader(api: ApiClient, log: Log): ArtifactReader {
  const digests = new Map<string, string>()

  async function list(artifactId: string, signal: AbortSignal): Promise<ArtifactFile[]> {
    const files: ArtifactFile[] = []
    let after: string | null = null
    do {
      const page: ArtifactFilesPage = await api.request(
        AgentArtifactFilesDocument,
        { id: artifactId, after },
        { signal },
      )
      const connection = page.artifact?.files
      if (connection === null || connection === undefined) throw notFound(artifactId)
      for (const { node } of connection.edges) {
        if (node?.name !== null && node?.directUrl !== null && node !== null) {
          files.push({ name: node.name, url: node.directUrl, md5: node.md5 })
        }
      }
      after = connection.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null
    } while (after !== null)
    return files
  }

  async function fetchAll(files: readonly ArtifactFile[], folder: string, signal: AbortSignal): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const left = files.values()
    const workers = Array.from({ length: PARALLEL_DOWNLOADS }, async () => {
      for (const file of left) await fetchFile(api, file, folder, signal)
    })
    await Promise.all(workers)
  }

  // Listed anew each time, since the addresses of the files are good for a while only.
  function fetchListed(
    artifactId: string,
    isWanted: (name: string) => boolean,
    folder: string,
    signal: AbortSignal,
  ): Promise<void> {
    const fetchOnce = async (): Promise<void> => {
      const files = await list(artifactId, signal)
      await fetchAll(
        files.filter(({ name }) => isWanted(name)),
        folder,
        signal,
      )
    }
    return untilAnswered(fetchOnce, log, signal)
  }

  return {
    async digest(artifactId, signal) {
      const known = digests.get(artifactId)
      if (known !== undefined) return known
      const ask = () => api.request(AgentArtifactDocument, { id: artifactId }, { signal })
      const { artifact } = await untilAnswered(ask, log, signal)
      if (artifact === null || artifact.state !== 'COMMITTED') throw notFound(artifactId)
      digests.set(artifactId, artifact.digest)
      return artifact.digest
    },
    download: (artifactId, folder, signal) => fetchListed(artifactId, () => true, folder, signal),
    downloadSome: (artifactId, names, folder, signal) =>
      fetchListed(artifactId, (name) => names.includes(name), folder, signal),
  }
}

/**
 * The id in a reference such as `wandb-artifact://_id/<id>`. The client writes the id as the server gave it, or decoded
 * to hexadecimal (wandb client protocol).
 */
export function artifactIdOfReference(reference: string): string {
  const id = /^wandb-artifact:\/\/_id\/([^/]+)$/.exec(reference)?.[1]
  if (id === undefined) {
    throw new ItemFailedError(
      'environment',
      `Cannot fetch the code: the job names it as "${reference}", not by an artifact id.`,
    )
  }
  const decoded = /^([0-9a-f]{2})+$/i.test(id) ? Buffer.from(id, 'hex') : null
  return decoded?.toString('latin1').startsWith('Artifact:') === true ? decoded.toString('base64') : id
}

interface ArtifactFilesPage {
  readonly artifact: {
    readonly files: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly edges: readonly {
        readonly node: {
          readonly name: string | null
          readonly directUrl: string | null
          readonly md5: string | null
        } | null
      }[]
    } | null
  } | null
}

async function fetchFile(api: ApiClient, file: ArtifactFile, folder: string, signal: AbortSignal): Promise<void> {
  // A reference has no MD5. Its address is whatever the job's author wrote: not one of the server, perhaps one that never
  // answers, or one that only the agent's machine can reach.
  if (file.md5 === null) {
    throw new ItemFailedError(
      'environment',
      `Cannot fetch the code: its file "${file.name}" is a reference to another place. Log the file itself and capture the job again.`,
    )
  }
  const path = join(folder, normalize(file.name))
  if (!path.startsWith(`${folder}/`)) {
    throw new ItemFailedError(
      'environment',
      `Cannot fetch the code: its file "${file.name}" would lie outside its folder.`,
    )
  }
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash('md5')
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const bytes = await api.download(file.url, { signal })
  try {
    await pipeline(bytes, counted, createWriteStream(path), { signal })
  } catch (cause) {
    if (signal.aborted || isFileSystemError(cause)) throw cause
    throw new UnavailableError(`Cannot download "${file.name}" to its end: the connection was cut.`, { cause })
  }
  const md5 = hash.digest('base64')
  if (file.md5 !== md5) {
    throw new ItemFailedError(
      'environment',
      `Cannot use the code file "${file.name}": its MD5 is ${md5}, and the artifact says ${file.md5}. Capture the job again.`,
    )
  }
}

function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall !== 'read'
}

function notFound(artifactId: string): ItemFailedError {
  return new ItemFailedError(
    'environment',
    `Cannot fetch artifact "${artifactId}": it does not exist, was not committed, or the agent may not read it.`,
  )
}
