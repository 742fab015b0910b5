import { describe, expect, test } from 'vitest'
import { looksLikeError, withoutAnsi } from './console-line.ts'

const ESC = '\u{1B}'

describe('a line of a console', () => {
  test('is read without its colours, cursor movements and links', () => {
    expect(withoutAnsi(`${ESC}[32mok${ESC}[0m ${ESC}[2K${ESC}]8;;https://x.test${ESC}\\link${ESC}]8;;${ESC}\\`)).toBe(
      'ok link',
    )
    expect(withoutAnsi('[32m stays without its escape')).toBe('[32m stays without its escape')
  })

  test.each([
    'Traceback (most recent call last):',
    'ValueError: no such dataset',
    'torch.OutOfMemoryError: CUDA out of memory',
    '2026-05-04 ERROR trainer: loss is nan',
    'panic: runtime error',
    'error: unrecognized arguments',
  ])('looks like an error: %s', (line) => expect(looksLikeError(line)).toBe(true))

  test.each(['epoch 3, error 0.02', 'no errors', 'MeanSquaredError is the loss', 'terror', ''])(
    'does not look like an error: %s',
    (line) => expect(looksLikeError(line)).toBe(false),
  )
})
