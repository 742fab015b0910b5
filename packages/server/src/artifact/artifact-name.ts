import { InvalidInputError } from '@slipway/core'

const MAX_NAME_CHARACTERS = 128
const MAX_TEXT_CHARACTERS = 1024 * 1024
const VERSION = /^v(\d{1,15})$/u

/** Which version of a collection is meant. */
export interface ArtifactReference {
  readonly collectionName: string
  /** An alias or `v3`; `latest` when none was given. */
  readonly alias: string
}

/** Reads `name:alias`; without an alias the latest version is meant. */
export function parseArtifactReference(name: string): ArtifactReference {
  const colon = name.indexOf(':')
  return colon === -1
    ? { collectionName: name, alias: 'latest' }
    : { collectionName: name.slice(0, colon), alias: name.slice(colon + 1) || 'latest' }
}

/** The number that `v3` stands for; null for an alias that is a name of its own. */
export function parseVersionAlias(alias: string): number | null {
  const match = VERSION.exec(alias)
  return match === null ? null : Number(match[1])
}

/** Refuses names that the client could not have made. Source: wandb client, sdk/artifacts/_validators. */
export function checkArtifactName(kind: 'artifact' | 'type', name: string): void {
  const isRight = name !== '' && name.length <= MAX_NAME_CHARACTERS && !/[/:\0\r\n]/u.test(name)
  if (isRight && name.trim() === name) return
  throw new InvalidInputError(
    `Cannot use "${shorten(name)}" as the name of an ${kind === 'type' ? 'artifact type' : kind}: a name has at most ${MAX_NAME_CHARACTERS} characters and none of / : or a line break.`,
  )
}

/** Refuses aliases that could not be found again, and `v0`, `v1`, ... which every version has by itself. */
export function checkAlias(alias: string): void {
  if (alias === '' || alias.length > MAX_NAME_CHARACTERS || /[/:\0\r\n]/u.test(alias)) {
    throw new InvalidInputError(
      `Cannot set the alias "${shorten(alias)}": an alias has at most ${MAX_NAME_CHARACTERS} characters and none of / : or a line break.`,
    )
  }
  if (parseVersionAlias(alias) !== null) {
    throw new InvalidInputError(
      `Cannot set the alias "${alias}": v0, v1, ... are given by the server. Choose another alias.`,
    )
  }
}

/** The client's own rule for tags. Source: wandb client, sdk/artifacts/_validators. */
export function checkTag(tag: string): void {
  if (tag.length > MAX_NAME_CHARACTERS || !/^[-\w]+( +[-\w]+)*$/u.test(tag)) {
    throw new InvalidInputError(
      `Cannot set the tag "${shorten(tag)}": a tag has at most ${MAX_NAME_CHARACTERS} characters: letters, digits, - _ and spaces inside.`,
    )
  }
}

/** Refuses texts that the database cannot hold. */
export function checkText(what: string, text: string | null): void {
  if (text !== null && (text.length > MAX_TEXT_CHARACTERS || text.includes('\0'))) {
    throw new InvalidInputError(
      `Cannot store the ${what} of the artifact: it may have ${MAX_TEXT_CHARACTERS} characters and no NUL. Shorten it.`,
    )
  }
}

function shorten(text: string): string {
  return text.slice(0, 200).replaceAll('\0', '\\0')
}
