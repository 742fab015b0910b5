/**
 * Stands between a program that has secrets and its log: `main.ts FOLDER TOKEN VARIABLE...` copies its input to
 * `FOLDER/output.log` with the values of these variables hidden. It lives as long as anything writes, whatever becomes of the
 * agent. The supervisor writes the token and the exit code after the program's own output; what came before is in the log
 * when `FOLDER/exit` appears.
 */
import { appendFileSync, openSync, writeFileSync } from 'node:fs'
import { argv, env, stdin } from 'node:process'
import { createMasker } from '../../../secret/masker.ts'
import { createMarkerSearch } from './marker-search.ts'

const [, , folder = '.', token = '', ...names] = argv
const output = openSync(`${folder}/output.log`, 'a', 0o600)
const masker = createMasker(names.map((name) => env[name] ?? ''))
const search = createMarkerSearch(token)

// The group is asked to end while the program still prints its last lines.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)

for await (const chunk of stdin) {
  for (const part of search.push(chunk as Buffer)) {
    if (part.kind === 'output') appendFileSync(output, masker.push(part.bytes))
    else {
      appendFileSync(output, masker.flush())
      writeFileSync(`${folder}/exit`, `${part.code}\n`, { mode: 0o600 })
    }
  }
}
appendFileSync(output, masker.push(search.flush()))
appendFileSync(output, masker.flush())
