import { expect, test } from 'vitest'
import { toPlainText } from './plain-text.ts'

test.each([
  ['colours are left out', '\u001B[31mred\u001B[0m and \u001B[1;38;5;12mblue\u001B[m', 'red and blue'],
  ['links keep their text', '\u001B]8;;https://x\u0007here\u001B]8;;\u0007', 'here'],
  ['a progress bar shows its last state', '10%\r50%\r100%\ndone', '100%\ndone'],
  ['a line that ends with a return keeps its text', 'one\r\ntwo\r', 'one\ntwo'],
])('%s', (_, output, text) => {
  expect(toPlainText(output)).toBe(text)
})
