import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readPage } from './read-page.ts'
import { runPage } from './run-page.ts'

// Each page starts a server of its own.
vi.setConfig({ testTimeout: 600_000 })

const run = (markdown: string): Promise<void> => runPage(readPage('docs/page.md', markdown), 'python3')

test('a page whose commands write what it shows passes, in one session and with its files', async () => {
  const page = `
\`\`\`txt title="notes/a.txt"
first
\`\`\`

\`\`\`console
$ export WORD=hello && cd notes

$ echo "$WORD from $(pwd)" && cat a.txt
hello from /home/ada/project/notes
first

$ slipway item list
No run queue items yet. ...

$ echo local-... | wc -c
47
\`\`\`

\`\`\`txt title="notes/a.txt"
second
\`\`\`

\`\`\`console
$ cat a.txt
second
\`\`\``
  await expect(run(page)).resolves.toBeUndefined()
})

test('the first command that writes something else fails the page, with both outputs', async () => {
  const page = '```console\n$ echo one\none\n\n$ echo two\nthree\n```'
  await expect(run(page)).rejects.toThrow(
    /^docs\/page\.md:5: \$ echo two\nThe command did not write: three\n--- the page shows\nthree\n--- the command wrote\ntwo$/,
  )
})

test('a command that fails without an error on the page fails the page, and so does the reverse', async () => {
  await expect(run('```console\n$ exit 3\n```')).rejects.toThrow(
    'The exit code was 3, although the page shows no failure.',
  )
  await expect(run('```console\n$ echo Error: no\nError: no\n```')).rejects.toThrow(
    'The exit code was 0, although the page shows a failure.',
  )
})

test('a program in the background is waited for until it has written what the page shows, and ends with the page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-page-test-'))
  const pidFile = join(folder, 'pid')
  const page = `\`\`\`console background
$ sh -c 'echo $$ > ${pidFile}; printf "started\\nand more\\n"; exec sleep 600'
started
\`\`\`

\`\`\`console
$ kill -0 $(cat ${pidFile})
\`\`\``
  await expect(run(page)).resolves.toBeUndefined()
  const pid = Number(await readFile(pidFile, 'utf8'))
  await rm(folder, { recursive: true })
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a program in the background that ends without what the page shows fails the page', async () => {
  await expect(run("```console background\n$ sh -c 'echo other'\nstarted\n```")).rejects.toThrow(
    'ended before what the page shows came',
  )
})
