import { expect, test } from 'vitest'
import { inferInputType } from '../input-type.ts'
import type { JobInputs } from '../job-inputs.ts'
import type { JsonValue } from '../json.ts'
import { readSweepAxes } from './sweep-axes.ts'
import { countSweepPoints, makeSweepPoints } from './sweep-points.ts'

const defaults = { lr: 0.1, size: 8, model: 'resnet', layers: [1], note: null }
const inputs: JobInputs = {
  config: {
    type: inferInputType(defaults),
    schema: { type: 'object', properties: { model: { type: 'string', enum: ['resnet18', 'resnet50', 'vit'] } } },
    defaults,
  },
  files: {},
  isPartial: false,
  allowsExtraKeys: false,
}

function points(...texts: readonly string[]): readonly (readonly JsonValue[])[] {
  const axes = readSweepAxes(texts, { inputs, below: [], random: () => 0.999 })
  return makeSweepPoints(axes, 1000).map(({ values }) => values)
}

test.each<readonly [string, readonly JsonValue[]]>([
  ['lr=1e-4,1e-3', [1e-4, 1e-3]],
  ['lr=0.5', [0.5]],
  ['size=range(1,10,3)', [1, 4, 7]],
  ['size=range(3)', [0, 1, 2]],
  ['lr=range(0,0.5,0.1)', [0, 0.1, 0.2, 0.3, 0.4]],
  ['lr=range(1,0,-0.25)', [1, 0.75, 0.5, 0.25]],
  ['size=sort(range(1,10,4),reverse=true)', [9, 5, 1]],
  ['size=int(range(1.5,4))', [1, 2, 3]],
  ['size=shuffle(choice(1,2,3))', [3, 2, 1]],
  ['layers=[1],[2,3]', [[1], [2, 3]]],
  ['layers=extend_list(2),[7]', [[1, 2], [7]]],
  ['note=null,true,x', [null, true, 'x']],
  ['model=resnet18,007', ['resnet18', '007']],
  ['model=glob(res*)', ['resnet18', 'resnet50']],
  ["model=glob(['*5?','v[a-j]t'],exclude=x)", ['resnet50', 'vit']],
  ["model=glob(*,exclude='*[!08]')", ['resnet18', 'resnet50']],
  ['note=a,choice(b,c)', ['a', 'b', 'c']],
])('%s goes over %j', (text, values) => {
  expect(points(text)).toEqual(values.map((value) => [value]))
})

test('several sweeps are multiplied, the last one moving fastest, and a semicolon zips', () => {
  expect(points('lr=1,2', "note='a;b',c; size=3,4")).toEqual([
    [1, 'a;b', 3],
    [1, 'c', 4],
    [2, 'a;b', 3],
    [2, 'c', 4],
  ])
})

test('each point is a layer of its own that says what it sets', () => {
  const axes = readSweepAxes(['lr=1,2'], { inputs, below: [], random: Math.random })
  expect(makeSweepPoints(axes, 2)[1]?.layers).toEqual([
    { origin: { kind: 'command-line', text: 'lr=2' }, overrides: { config: { lr: 2 }, files: {} }, removals: [] },
  ])
})

test('points are counted before they are made', () => {
  const axes = readSweepAxes(['lr=range(1000)', 'size=range(1000)', 'note=range(1000)'], {
    inputs,
    below: [],
    random: Math.random,
  })
  expect(countSweepPoints(axes)).toBe(1e9)
  expect(() => makeSweepPoints(axes, 10_000)).toThrow('Cannot make 1000000000 points of a sweep')
})
