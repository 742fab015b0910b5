import { expect, test } from 'vitest'
import { parseJobPath } from './job-path.ts'

test.each([
  ['train', { entityName: null, projectName: null, jobName: 'train', alias: 'latest' }],
  ['train:v3', { entityName: null, projectName: null, jobName: 'train', alias: 'v3' }],
  ['vision/train', { entityName: null, projectName: 'vision', jobName: 'train', alias: 'latest' }],
  ['ann/vision/train:best', { entityName: 'ann', projectName: 'vision', jobName: 'train', alias: 'best' }],
])('%s names a job version', (text, path) => {
  expect(parseJobPath(text)).toEqual(path)
})

test.each(['', 'a//b', 'a/b/c/d', 'train:', ':v1', 'train:v1:v2', '/train'])('%j is no job', (text) => {
  expect(() => parseJobPath(text)).toThrow(`Cannot read the job "${text}"`)
})
