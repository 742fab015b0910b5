import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const ROOT = new URL('../', import.meta.url)
/** What tests share and what is generated is told of once, for all. */
const UNTOLD = ['testing', 'generated']

const text = await readFile(new URL('ARCHITECTURE.md', ROOT), 'utf8')
const [part = ''] = (text.split('\n## Where things are\n')[1] ?? '').split('\n## ')
const told = part
  .split('\n### ')
  .slice(1)
  .map((section) => ({
    place: /^`(.+)`/u.exec(section)?.[1] ?? '',
    folders: [...section.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, folder]) => folder ?? ''),
  }))

async function listFolders(place: string): Promise<readonly string[]> {
  const entries = await readdir(new URL(`${place}/`, ROOT), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && !UNTOLD.includes(entry.name)).map(({ name }) => name)
}

describe('ARCHITECTURE.md', () => {
  test('tells of every package that has folders, and of the tests across packages', async () => {
    const packages = (await listFolders('packages')).map((name) => `packages/${name}/src`)
    const folders = await Promise.all(packages.map(async (place) => ({ place, found: await listFolders(place) })))
    const places = folders.filter(({ found }) => found.length > 0).map(({ place }) => place)
    expect(told.map(({ place }) => place).toSorted()).toEqual([...places, 'e2e'].toSorted())
  })

  test.each(told)('tells of each folder of $place, and of no other', async ({ place, folders }) => {
    expect(folders.toSorted()).toEqual((await listFolders(place)).toSorted())
  })
})
