import { execFileSync } from 'node:child_process'

/** A piece of a program, and where it stands. */
export interface Snippet {
  readonly place: string
  readonly text: string
}

const PROGRAM = `
import ast, json, sys
for snippet in json.load(sys.stdin):
    try:
        ast.parse(snippet["text"])
    except SyntaxError as error:
        print(f"{snippet['place']}: line {error.lineno} of the block: {error.msg}")
`

/** Parses pieces of Python with a Python interpreter; answers with a line for each that is none. */
export function checkPython(python: string, snippets: readonly Snippet[]): readonly string[] {
  const output = execFileSync(python, ['-c', PROGRAM], { input: JSON.stringify(snippets), encoding: 'utf8' })
  return output.split('\n').filter((line) => line !== '')
}
