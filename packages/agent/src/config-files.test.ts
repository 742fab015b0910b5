import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { writeConfigFiles } from './config-files.ts'

async function aCodeFolder() {
  const root = await mkdtemp(`${tmpdir()}/slipway-config-`)
  await mkdir(`${root}/code`)
  return {
    root,
    code: `${root}/code`,
    read: (path: string) => readFile(`${root}/code/${path}`, 'utf8'),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

describe('writeConfigFiles', () => {
  it('changes the lines of the values that are overridden, and nothing else', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.code}/c.yaml`, '# top\r\na: 1   # one\r\nb: "two"\r\n')
    await writeConfigFiles(folder.code, { captured: {}, removals: [], overrides: { './c.yaml': { a: 5 } } })
    expect(await folder.read('c.yaml')).toBe('# top\r\na: 5   # one\r\nb: "two"\r\n')
  })

  it('takes keys away before it sets values, and keeps all comments', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.code}/c.yaml`, '# top\na: 1 # one\n# of b\nb:\n  x: 1\n  y: 2\nc: 3\n')
    const removals = [
      { file: 'c.yaml', path: ['a'] },
      { file: './c.yaml', path: ['b'] },
    ]
    await writeConfigFiles(folder.code, { captured: {}, removals, overrides: { './c.yaml': { b: { z: 3 } } } })
    expect(await folder.read('c.yaml')).toBe('# top\n# of b\nc: 3\nb:\n  z: 3\n')
  })

  it('refuses to take a key away that the file lacks', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.code}/c.yaml`, 'a: 1\n')
    const removals = [{ file: 'c.yaml', path: ['b'] }]
    const writing = writeConfigFiles(folder.code, { captured: {}, removals, overrides: {} })
    await expect(writing).rejects.toThrow('Cannot delete "c.yaml:b": the file has no such key.')
  })

  it('restores a captured file only where the code lacks it', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.code}/there.json`, '{"a": 1}')
    const captured = { 'there.json': '{"a": 9}', 'deep/er/gone.json': '{"b": 1}' }
    await writeConfigFiles(folder.code, { captured, removals: [], overrides: {} })
    expect([await folder.read('there.json'), await folder.read('deep/er/gone.json')]).toEqual(['{"a": 1}', '{"b": 1}'])
  })

  it.each(['../out.yaml', '/etc/out.yaml', 'a/../../out.yaml', ''])('refuses the path "%s"', async (path) => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.root}/out.yaml`, 'a: 1\n')
    const writing = writeConfigFiles(folder.code, { captured: { [path]: 'a: 2' }, removals: [], overrides: {} })
    await expect(writing).rejects.toThrow(/as a config file/)
    expect(await readFile(`${folder.root}/out.yaml`, 'utf8')).toBe('a: 1\n')
  })

  it('refuses links that lead out of the code folder, of the file and of a folder on the way', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.root}/out.yaml`, 'a: 1\n')
    await symlink(`${folder.root}/out.yaml`, `${folder.code}/link.yaml`)
    await symlink(folder.root, `${folder.code}/up`)
    await symlink(`${folder.root}/nowhere`, `${folder.code}/broken.yaml`)
    for (const path of ['link.yaml', 'up/out.yaml', 'up/new.yaml', 'broken.yaml']) {
      const writing = writeConfigFiles(folder.code, {
        captured: { [path]: 'a: 2\n' },
        removals: [],
        overrides: { [path]: { a: 2 } },
      })
      await expect(writing).rejects.toThrow(/a link in it leads/)
    }
    expect(await readFile(`${folder.root}/out.yaml`, 'utf8')).toBe('a: 1\n')
  })

  it('follows links inside the code folder', async () => {
    await using folder = await aCodeFolder()
    await writeFile(`${folder.code}/real.yaml`, 'a: 1\n')
    await symlink('real.yaml', `${folder.code}/link.yaml`)
    await writeConfigFiles(folder.code, { captured: {}, removals: [], overrides: { 'link.yaml': { a: 2 } } })
    expect(await folder.read('real.yaml')).toBe('a: 2\n')
  })

  it('says when there is no such file, and when it is no text', async () => {
    await using folder = await aCodeFolder()
    const missing = writeConfigFiles(folder.code, { captured: {}, removals: [], overrides: { 'no.yaml': { a: 2 } } })
    await expect(missing).rejects.toThrow(/"no.yaml".*the code has no such file/)
    await writeFile(`${folder.code}/bin.yaml`, new Uint8Array([0xff, 0xfe, 0x00]))
    const binary = writeConfigFiles(folder.code, { captured: {}, removals: [], overrides: { 'bin.yaml': { a: 2 } } })
    await expect(binary).rejects.toThrow(/not a text file in UTF-8/)
  })
})
