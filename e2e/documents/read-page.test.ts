import { expect, test } from 'vitest'
import { readConsole } from './read-console.ts'
import { readPage } from './read-page.ts'

test('a page has its blocks, their files and what is not run of them', () => {
  const page = readPage(
    'docs/a.md',
    `<!-- example: python-run-config -->
# Title

\`\`\`python title="src/train.py"
print(1)
\`\`\`

<!-- shown only: needs a cluster -->
\`\`\`sh
make start
\`\`\`

1. In a list:

   \`\`\`console background
   $ slipway agent start
   \`\`\``,
  )
  expect(page.examples).toEqual(['python-run-config'])
  expect(page.blocks).toEqual([
    {
      line: 4,
      language: 'python',
      title: 'src/train.py',
      isBackground: false,
      shownOnly: null,
      isUnderHeading: true,
      text: 'print(1)',
    },
    {
      line: 9,
      language: 'sh',
      title: null,
      isBackground: false,
      shownOnly: 'needs a cluster',
      isUnderHeading: false,
      text: 'make start',
    },
    {
      line: 15,
      language: 'console',
      title: null,
      isBackground: true,
      shownOnly: null,
      isUnderHeading: false,
      text: '$ slipway agent start',
    },
  ])
})

test('a fence without an end, and a mark that means nothing, are errors', () => {
  expect(() => readPage('a.md', '```sh\nx')).toThrow('a.md:1: the block has no end')
  expect(() => readPage('a.md', '```sh hidden\n```')).toThrow('a.md:1: a block cannot be marked "hidden"')
})

test('a console block has commands with their outputs', () => {
  expect(readConsole('$ a \\\n  b\none\n\ntwo\n\n$ c', 10)).toEqual([
    { line: 10, command: 'a \\\n  b', output: ['one', '', 'two'] },
    { line: 16, command: 'c', output: [] },
  ])
  expect(() => readConsole('lost', 10)).toThrow('Line 10 is the output of no command')
})
