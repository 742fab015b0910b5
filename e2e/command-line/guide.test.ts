import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { runCommandLine } from '@slipway/cli'
import { expect, test } from 'vitest'

const AREAS = [
  'job',
  'job create',
  'job alias',
  'queue',
  'item',
  'agent',
  'run',
  'admin user',
  'admin team',
  'admin key',
]

test('each command of these areas is in the guide to the command line', async () => {
  const guide = await readFile(new URL('../../docs/guides/command-line.md', import.meta.url), 'utf8')
  const missing: string[] = []
  for (const area of AREAS) {
    const names = await subcommandsOf(area)
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) {
      const command = `${area} ${name}`
      const isGroup = area !== 'run' && (await subcommandsOf(command)).length > 0
      if (!isGroup && !new RegExp(`slipway ${command}\\b`).test(guide)) missing.push(command)
    }
  }
  expect(missing).toEqual([])
})

async function subcommandsOf(command: string): Promise<readonly string[]> {
  const stdout = new PassThrough()
  const terminal = { environment: {}, workingFolder: '/', stdin: new PassThrough(), stdout, stderr: new PassThrough() }
  await runCommandLine([...command.split(' '), '--help'], terminal)
  const [, list = ''] = (await text(stdout.end())).split(/^Commands:\n/m)
  const [own = ''] = list.split('\n\n')
  return [...own.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name)
}
