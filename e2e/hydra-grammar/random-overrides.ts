const PIECES: readonly string[] = [
  String.raw`a b_1 foo-bar x.y 1 -2 3.5 1e3 .5 1_000 inf nan true FALSE null 'q' [ ] { } ( ) , : = \ \, \\ \' / . + - * ? |`,
  String.raw`$ @ % ' " # int( str( choice( range( sort( a:1 [1,2] {a:1}`,
]
  .flatMap((line) => line.split(' '))
  .concat(' ', '  ', '\t', '\\ ', '"q r"', ', ', ' ,', '${x}')

const SCALARS: readonly string[] =
  String.raw`1 -2 3.5 1e-3 true null abc "x" nan x/y.z 0 1_0 .5 a-1 a\,b \[x\] a.b -inf 007 1. a:b @x`
    .split(' ')
    .concat('a b', "'q r'", '${k}')

const FUNCTIONS: readonly string[] = 'int float str bool choice sort shuffle range interval tag'.split(' ')

/** Makes overrides from a seed: half of them at random, half of them from whole values, so that many are accepted. */
export function makeOverrides(seed: number, count: number): readonly string[] {
  const random = makeRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const prefix = (): string => pick(['', '', '', '+', '++', '~'])
  const some = (most: number, make: () => string): string[] => Array.from({ length: Math.floor(random() * most) }, make)
  const space = (): string => pick(['', '', '', ' ', '\t'])
  const joined = (items: readonly string[]): string => items.map((item) => space() + item + space()).join(',')
  const scalar = (): string => pick(SCALARS)
  const value = (depth: number): string => {
    const kind = depth > 3 ? 0 : Math.floor(random() * 8)
    if (kind === 0 || kind > 4) return scalar()
    if (kind === 1) return `[${joined(some(4, () => value(depth + 1)))}]`
    if (kind === 2)
      return `{${joined(some(4, () => `${pick(['a', 'b', '1', 'x y', 'true'])}:${space()}${value(depth + 1)}`))}}`
    if (kind === 3) return `${pick(FUNCTIONS)}(${joined(some(4, () => value(depth + 1)))})`
    return joined(['', ''].map(() => scalar()))
  }
  return Array.from({ length: count }, (_item, index) => {
    const right = index % 2 === 0 ? some(8, () => pick(PIECES)).join('') : value(0)
    return `${prefix()}${pick(['a', 'a.b', 'x_1.y-2'])}=${right}`
  })
}

// A small generator (mulberry32), so that a failure can be repeated.
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
