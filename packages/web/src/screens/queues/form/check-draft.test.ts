import { expect, test } from 'vitest'
import { checkDraft } from './check-draft.ts'
import { isWebAddress, readLinks } from '../external-links.ts'
import { NEW_QUEUE, type QueueDraft } from './queue-draft.ts'
import { readVariable, UNDECLARED, writeVariable } from './variable-draft.ts'

const draft = (change: Partial<QueueDraft>) => checkDraft({ ...NEW_QUEUE, name: 'gpu', ...change })

test('each hole in the settings is a variable, in order, and the preview has the defaults in', () => {
  const { variables, preview, config, settingsProblems } = draft({
    settingsText: 'mem: "{{memory}}"\ncommand: run {{what}}\n',
    variables: { memory: { ...UNDECLARED, type: 'integer', defaultText: '4', minimumText: '1' } },
  })
  expect(settingsProblems).toEqual([])
  expect(variables.map(({ name, hasHole }) => [name, hasHole])).toEqual([
    ['memory', true],
    ['what', true],
  ])
  expect(preview).toEqual({ mem: 4, command: 'run {{what}}' })
  expect(JSON.parse(config?.templateVariables ?? '')).toEqual({
    memory: { schema: { type: 'integer', default: 4, minimum: 1 } },
    what: { schema: { type: 'string' } },
  })
  expect(JSON.parse(config?.resourceConfig ?? '')).toEqual({
    resource_args: { 'local-process': { mem: '{{memory}}', command: 'run {{what}}' } },
  })
})

test('a mistake in the YAML has its line, and the variables stay', () => {
  const { settingsProblems, variables, config } = draft({ settingsText: 'a: "{{one}}"\nb: [1\nc: 2\n' })
  expect(settingsProblems).toMatchObject([{ line: 3 }])
  expect(variables.map(({ name }) => name)).toEqual(['one'])
  expect(config).toBeNull()
})

test.each(['mem: {{memory}}', 'list:\n  - {{memory}}'])(
  'a hole without quotes is told with its line: %j',
  (settingsText) => {
    expect(draft({ settingsText }).settingsProblems).toMatchObject([
      { line: settingsText.split('\n').length, message: expect.stringContaining('Put quotes around') },
    ])
  },
)

test('a default that is out of its limits keeps the queue from being saved, in the words of the server', () => {
  const { problems, config } = draft({
    settingsText: 'mem: "{{memory}}"',
    variables: { memory: { ...UNDECLARED, type: 'integer', defaultText: '9', maximumText: '8' } },
  })
  expect(problems).toEqual([
    'The default of template variable "memory" was given 9; allowed is a whole number up to 8.',
  ])
  expect(config).toBeNull()
})

test('a limit that is no number is told', () => {
  const { problems } = draft({
    settingsText: 'mem: "{{memory}}"',
    variables: { memory: { ...UNDECLARED, type: 'number', minimumText: 'low' } },
  })
  expect(problems[0]).toContain('"minimum" must be a number')
})

test('a declared variable without a hole is kept and told', () => {
  const { warnings, variables } = draft({ variables: { old: UNDECLARED } })
  expect(variables).toMatchObject([{ name: 'old', hasHole: false }])
  expect(warnings[0]).toContain('"{{old}}" is not in the config')
})

test('a schema that was not changed stays as it was written', () => {
  const schema = { type: 'float', default: '', title: 'Memory' }
  expect(writeVariable(readVariable(schema))).toEqual(schema)
  expect(writeVariable({ ...readVariable(schema), defaultText: '1.5' })).toEqual({
    title: 'Memory',
    type: 'number',
    default: 1.5,
  })
})

test('only links to web pages are links', () => {
  expect(['https://x.org/a', 'http://x', 'javascript:alert(1)', 'x.org'].map(isWebAddress)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(readLinks({ links: [{ url: 'https://x.org' }, { label: 'no' }] })).toEqual([
    { label: 'https://x.org', url: 'https://x.org' },
  ])
  expect(draft({ links: [{ label: 'x', url: 'javascript:1' }] }).problems[0]).toContain('does not begin with http')
})
