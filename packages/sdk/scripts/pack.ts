/**
 * Makes the package as it is published: JavaScript for any Node, without a dependency, and its types. The bundle is what
 * makes importing it quick: the parsers of config files and the sending thread are files of their own, read when they are
 * needed. `node packages/sdk/scripts/pack.ts [FOLDER]` writes the tarball to a folder and prints its path.
 */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { writeTypes } from './write-types.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const ENTRIES = {
  index: 'src/index.ts',
  'sender-thread.main': 'src/thread/sender-thread.main.ts',
  'config-file-tools': 'src/launch/config-file-tools.ts',
}

/** The parsers of config files, which nothing but `config-file-tools` may bring along. */
const FORMATS =
  /[/](node_modules[/](yaml|toml-eslint-parser|eslint-visitor-keys)|core[/]src[/](config-file|patch-|yaml-|toml-|repair-yaml))/

const target = resolve(process.argv[2] ?? join(ROOT, '.cache'))
const staging = join(target, 'slipway-sdk')
await rm(staging, { recursive: true, force: true })
await mkdir(staging, { recursive: true })
await bundle(join(staging, 'dist'))
await writeTypes(ROOT, join(staging, 'types'))
await writeFile(join(staging, 'package.json'), await describePackage())
await cp(join(PACKAGE, 'README.md'), join(staging, 'README.md'))
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', target], {
    cwd: staging,
    encoding: 'utf8',
  }),
) as readonly { readonly filename: string }[]
process.stdout.write(`${join(target, packed?.filename ?? '')}\n`)

async function bundle(dir: string): Promise<void> {
  await using build = await rolldown({
    cwd: PACKAGE,
    input: ENTRIES,
    platform: 'node',
    external: /^node:/,
    // Some packages have a form for bundlers beside one that loads its parts by name.
    resolve: { mainFields: ['module', 'main'] },
    // Ours do nothing when they are imported, so what is not used of them is left out.
    treeshake: { moduleSideEffects: [{ test: /[/]packages[/](core|api)[/]/, sideEffects: false }] },
    preserveEntrySignatures: 'allow-extension',
    logLevel: 'warn',
  })
  await build.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'formats', test: FORMATS }] },
  })
}

/** The manifest without what only this repository needs. */
async function describePackage(): Promise<string> {
  const { name, version, license, type } = JSON.parse(
    await readFile(join(PACKAGE, 'package.json'), 'utf8'),
  ) as Readonly<Record<string, string>>
  const exports = { '.': { types: './types/sdk/src/index.d.ts', default: './dist/index.js' } }
  return `${JSON.stringify({ name, version, license, type, engines: { node: '>=24' }, sideEffects: false, exports }, null, 2)}\n`
}
