import * as sdk from '@slipway/sdk'

/** What the example of a doc comment may use without saying where it is from, beside the exports of the SDK. */
const KNOWN: Readonly<Record<string, string>> = {
  run: "declare const run: import('@slipway/sdk').Run",
  z: "import * as z from 'zod'",
}

/** Makes a program of the example of a doc comment, which does not import what it documents. */
export function completeExample(text: string): string {
  const isUsed = (name: string): boolean =>
    new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`\\b(?:const|let|function) ${name}\\b`).test(text)
  const imported = Object.keys(sdk).filter(isUsed)
  const known = Object.entries(KNOWN).flatMap(([name, line]) => (isUsed(name) ? [line] : []))
  return [`import { ${imported.join(', ')} } from '@slipway/sdk'`, ...known, text].join('\n')
}
