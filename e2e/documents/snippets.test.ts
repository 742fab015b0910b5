import { readFileSync } from 'node:fs'
import { findTestPythons } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { checkData } from './check-data.ts'
import { checkPython, type Snippet } from './check-python.ts'
import { checkTypeScript } from './check-typescript.ts'
import { completeExample } from './complete-example.ts'
import { findBrokenLinks } from './find-broken-links.ts'
import { findPages } from './find-pages.ts'

const readText = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const pages = findPages()
const { newest: python } = findTestPythons()
const DATA: ReadonlySet<string> = new Set(['json', 'yaml', 'toml'])

function findSnippets(language: string): readonly Snippet[] {
  return pages.flatMap((page) =>
    page.blocks
      .filter((block) => block.language === language)
      .map((block) => ({ place: `${page.path}:${block.line}`, text: block.text })),
  )
}

/**
 * The TypeScript of the pages. In a page that is made from sources, a block under a heading is a declaration of the
 * sources and no program, and the others are the examples of doc comments.
 */
function findTypeScript(): readonly Snippet[] {
  return pages.flatMap((page) =>
    page.blocks
      .filter((block) => block.language === 'ts' && !(page.isGenerated && block.isUnderHeading))
      .map((block) => ({
        place: `${page.path}:${block.line}`,
        text: page.isGenerated ? completeExample(block.text) : block.text,
      })),
  )
}

test.skipIf(python === null)('each piece of Python in the documents is Python', () => {
  expect(checkPython(python ?? '', findSnippets('python'))).toEqual([])
  expect(checkPython(python ?? '', [{ place: 'a.md:1', text: 'with x\n  pass' }])).toHaveLength(1)
})

test('each piece of TypeScript in the documents passes the compiler', () => {
  const wrong = { place: 'docs/wrong.md:1', text: 'const text: string = 1' }
  expect(checkTypeScript([...findTypeScript(), wrong])).toEqual([
    expect.stringMatching(/^docs-wrong\.md-1\.ts.*TS2322/),
  ])
})

test('each piece of JSON, YAML and TOML in the documents can be read', () => {
  const blocks = pages.flatMap((page) => page.blocks.map((block) => ({ page, block })))
  const problems = blocks
    .filter(({ block }) => DATA.has(block.language))
    .map(({ page, block }) => ({ place: `${page.path}:${block.line}`, problem: checkData(block) }))
  expect(problems.filter(({ problem }) => problem !== null)).toEqual([])
})

test('each guide is listed in the index of the documents and in the README', () => {
  const listed = ['README.md', 'docs/README.md'].map((path) => readText(path))
  const guides = pages.map(({ path }) => path).filter((path) => /^docs\/(guides|reference)\//.test(path))
  expect(guides.filter((path) => !listed[1]?.includes(`(${path.slice('docs/'.length)})`))).toEqual([])
  expect(guides.filter((path) => path.startsWith('docs/guides/') && !listed[0]?.includes(`(${path})`))).toEqual([])
})

test('each link in the documents leads to a file, and to a heading of it', () => {
  const paths = [...pages.map(({ path }) => path), 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CHANGELOG.md']
  expect(paths.flatMap(findBrokenLinks)).toEqual([])
})
