import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** Takes the place of a package that only lends this type. */
const DOCUMENT_TYPE = 'interface DocumentTypeDecoration<R, V> { readonly __apiType?: (variables: V) => R }\n'

/** Writes the types of the SDK, and those of our other packages that they speak of, so that they stand alone. */
export async function writeTypes(root: string, target: string): Promise<void> {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--project',
      join(root, 'packages/sdk/scripts/types.tsconfig.json'),
      '--outDir',
      target,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await standAlone(join(entry.parentPath, entry.name), target)
  }
}

async function standAlone(file: string, target: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const place = (name: string): string => {
    const path = relative(dirname(file), join(target, name, 'src/index.js'))
    return path.startsWith('.') ? path : `./${path}`
  }
  const changed = text
    .replaceAll(/(['"])@slipway\/(\w+)\1/gu, (_match, quote: string, name: string) => `${quote}${place(name)}${quote}`)
    .replaceAll(/(from|import\()\s*(['"])(\.{1,2}\/[^'"]+)\.ts\2/gu, '$1 $2$3.js$2')
    .replaceAll(
      /import type \{ DocumentTypeDecoration \} from '@graphql-typed-document-node\/core';\n/gu,
      DOCUMENT_TYPE,
    )
  if (changed !== text) await writeFile(file, changed)
}
