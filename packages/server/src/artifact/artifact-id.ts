/** What an id on the wire may name. */
export type ArtifactIdKind =
  | 'Artifact'
  | 'ArtifactType'
  | 'ArtifactCollection'
  | 'ArtifactAlias'
  | 'ArtifactManifest'
  | 'ArtifactMembership'
  | 'ArtifactLink'

/** An id on the wire: base64 of `Artifact:12`. The client decodes it to hexadecimal for references. Source: wandb client protocol. */
export function formatArtifactId(kind: ArtifactIdKind, id: number): string {
  return Buffer.from(`${kind}:${id}`).toString('base64')
}

/** Reads an id made by `formatArtifactId`, in base64 or in hexadecimal as references hold it; null for any other text. */
export function parseArtifactId(kind: ArtifactIdKind, id: string): number | null {
  const encoding = /^(?:[0-9a-f]{2})+$/u.test(id) ? 'hex' : 'base64'
  const [, name, number] = /^(\w+):(\d{1,15})$/u.exec(Buffer.from(id, encoding).toString('utf8')) ?? []
  return name === kind ? Number(number) : null
}
