import type { StoredFile } from '../api/run-files.ts'

/** A folder of files. */
export interface FileFolder {
  readonly name: string
  readonly folders: readonly FileFolder[]
  readonly files: readonly { readonly name: string; readonly file: StoredFile }[]
}

interface OpenFolder {
  readonly name: string
  readonly folders: Map<string, OpenFolder>
  readonly files: { readonly name: string; readonly file: StoredFile }[]
}

/** Puts files into folders by their names. */
export function buildFileTree(files: readonly StoredFile[]): FileFolder {
  const root = newFolder('')
  for (const file of files) {
    const parts = (file.name ?? '').split('/').filter((part) => part !== '')
    const name = parts.pop() ?? ''
    let folder = root
    for (const part of parts) {
      const below = folder.folders.get(part) ?? newFolder(part)
      folder.folders.set(part, below)
      folder = below
    }
    folder.files.push({ name, file })
  }
  return close(root)
}

function newFolder(name: string): OpenFolder {
  return { name, folders: new Map(), files: [] }
}

const { compare } = new Intl.Collator('en', { numeric: true })

function close({ name, folders, files }: OpenFolder): FileFolder {
  return {
    name,
    folders: [...folders.values()].map(close).toSorted((left, right) => compare(left.name, right.name)),
    files: files.toSorted((left, right) => compare(left.name, right.name)),
  }
}
