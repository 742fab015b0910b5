import { describe, expect, test } from 'vitest'
import { fileKindOf } from './file-kind.ts'
import { buildFileTree } from './file-tree.ts'
import { parseCsv } from './parse-csv.ts'

const file = (name: string) => ({ name }) as Parameters<typeof buildFileTree>[0][number]

describe('files', () => {
  test('folders come from the names of the files, in the order that people count in', () => {
    const tree = buildFileTree([file('out/step10.txt'), file('out/step9.txt'), file('a.txt'), file('out/deep/x.txt')])
    expect(tree.files.map(({ name }) => name)).toEqual(['a.txt'])
    expect(tree.folders[0]?.files.map(({ name }) => name)).toEqual(['step9.txt', 'step10.txt'])
    expect(tree.folders[0]?.folders[0]?.name).toBe('deep')
  })

  test('markup is text, pictures are pictures, and what nobody knows is neither', () => {
    expect(['a.HTML', 'b/c.png', 'd.csv', 'model.pt', 'README.md'].map(fileKindOf)).toEqual([
      'text',
      'image',
      'table',
      'unknown',
      'text',
    ])
  })

  test('quotes, separators and line ends of CSV are read, and a row that was cut off is left out', () => {
    expect(parseCsv('a,b\r\n1,"x, ""y""\nz"\n3,4', ',', 10, false)).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"\nz'],
      ['3', '4'],
    ])
    expect(parseCsv('a\tb\n1\t2\n3\t', '\t', 10, true)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })
})
