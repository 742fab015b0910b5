import { encodeJobInputs, inferInputType, parseConfigFile, type JobInputs, type JsonObject } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { createInputDraft } from './create-draft.ts'
import { inputDraftReducer } from './draft-reducer.ts'
import type { DraftAction, InputDraft } from './input-draft.ts'
import { listDraftChanges, readDraftProblems, readOverrides } from './read-draft.ts'
import { writeSectionText } from './section-text.ts'
import { restoreDraft, serialiseDraft } from './stored-draft.ts'

const TEXT = '# The model\nmodel:\n  layers: 3 # few\n  name: resnet\n'

const source = {
  inputs: inputsOf({ lr: 0.1, name: 'a', deep: { flag: true, list: [1, 2] } }, { 'conf/model.yaml': TEXT }),
  configFiles: { 'conf/model.yaml': TEXT },
}

describe('a draft of inputs', () => {
  test('without changes asks for nothing', () => {
    const draft = createInputDraft(source)
    expect(readOverrides(draft)).toEqual({ run_config: {}, files: {}, removals: [] })
    expect(readDraftProblems(draft)).toEqual([])
    expect(listDraftChanges(draft)).toEqual([])
  })

  test('asks for what differs from the defaults only, with where it comes from', () => {
    const draft = play(
      createInputDraft({
        ...source,
        seed: { run_config: { lr: 0.2, name: 'a' }, origin: { kind: 'preset', name: 'fast', version: 2 } },
      }),
      { type: 'set-value', address: { file: 'conf/model.yaml', path: ['model', 'layers'] }, value: 4 },
    )
    expect(readOverrides(draft)).toEqual({
      run_config: { lr: 0.2 },
      files: { 'conf/model.yaml': { model: { layers: 4 } } },
      removals: [],
    })
    expect(listDraftChanges(draft)).toMatchObject([
      { address: 'lr', default: 0.1, value: 0.2, origin: { kind: 'preset', name: 'fast' } },
      { address: 'conf/model.yaml:model.layers', default: 3, value: 4, origin: { kind: 'typed' } },
    ])
  })

  test('writes an edit of the form into the text and keeps its comments', () => {
    const draft = play(createInputDraft(source), {
      type: 'set-value',
      address: { file: 'conf/model.yaml', path: ['model', 'layers'] },
      value: 4,
    })
    expect(textOf(draft, 'conf/model.yaml')).toBe(TEXT.replace('3', '4'))
  })

  test('keeps a text that cannot be read, goes on with the values before it, and joins both once it can', () => {
    const file = 'conf/model.yaml'
    const broken = `${TEXT}  heads: [1, 2\n`
    const draft = play(
      createInputDraft(source),
      { type: 'set-mode', file, mode: 'text' },
      { type: 'set-text', file, text: broken },
      { type: 'set-mode', file, mode: 'form' },
      { type: 'set-value', address: { file, path: ['model', 'name'] }, value: 'vit' },
    )
    expect(textOf(draft, file)).toBe(broken)
    expect(readDraftProblems(draft)).toMatchObject([{ path: 'conf/model.yaml:' }])
    expect(valuesOf(draft, file)).toEqual({ model: { layers: 3, name: 'vit' } })
    const mended = play(draft, { type: 'set-text', file, text: `${broken.trimEnd()}]\n` })
    expect(valuesOf(mended, file)).toEqual({ model: { layers: 3, name: 'vit', heads: [1, 2] } })
    expect(parseConfigFile(file, textOf(mended, file)).value).toEqual(valuesOf(mended, file))
    expect(textOf(mended, file)).toContain('# few')
  })

  test('shows what was typed for a number, and refuses it in the words of the command line', () => {
    const draft = play(createInputDraft(source), {
      type: 'set-raw',
      address: { file: null, path: ['lr'] },
      text: '1e-',
    })
    expect(readDraftProblems(draft)).toEqual([{ path: 'lr', message: 'Cannot set "lr" to "1e-": it must be float.' }])
    expect(draft.typed['lr']?.text).toBe('1e-')
  })

  test('undo and redo go back and forth over edits, and typing in one field is one step', () => {
    const address = { file: null, path: ['lr'] }
    const start = createInputDraft(source)
    const typed = play(
      start,
      { type: 'set-raw', address, text: '0' },
      { type: 'set-raw', address, text: '0.' },
      { type: 'set-raw', address, text: '0.5' },
    )
    const undone = play(typed, { type: 'undo' })
    expect(readOverrides(undone)).toEqual(readOverrides(start))
    expect(readOverrides(play(undone, { type: 'redo' }))).toEqual({ run_config: { lr: 0.5 }, files: {}, removals: [] })
  })

  test('a stored draft comes back with everything that was typed', () => {
    const file = 'conf/model.yaml'
    const draft = play(
      createInputDraft(source),
      { type: 'set-raw', address: { file: null, path: ['lr'] }, text: '1e-' },
      { type: 'set-text', file, text: 'model: [' },
      { type: 'set-value', address: { file, path: ['model', 'name'] }, value: 'vit' },
    )
    const restored = restoreDraft(serialiseDraft(draft), source)
    expect(restored && shown(restored)).toEqual(shown(draft))
    expect(restoreDraft('{"version": 9}', source)).toBeNull()
  })

  test('a stored draft never holds the plain text of a secret', () => {
    const defaults = { token: 'secret://hf', lr: 1 }
    const schema = { type: 'object', properties: { token: { type: 'string', format: 'secret' } } }
    const config = { type: inferInputType(defaults), schema, defaults }
    const inputs = encodeJobInputs({ config, files: {}, isPartial: false, allowsExtraKeys: false })
    const options = { inputs, configFiles: {} }
    const draft = play(
      createInputDraft(options),
      { type: 'set-text', file: null, text: 'token: plain-canary\nlr: 2\n' },
      { type: 'set-value', address: { file: null, path: ['lr'] }, value: 3 },
    )
    const stored = serialiseDraft(draft)
    expect(stored).not.toContain('plain-canary')
    const restored = restoreDraft(stored, options)
    expect(restored && valuesOf(restored, null)).toEqual({ token: 'secret://hf', lr: 3 })
  })

  test.each([
    ['a number', 'token: 31415926\n'],
    ['an element of a list', 'tokens: [secret://hf, canary-31415926]\n'],
    ['a key of an object in a list', 'hosts: [{ name: a, key: canary-31415926 }]\n'],
    ['in a text that cannot be read', 'token: 31415926\nlr: [1\n'],
  ])('a stored draft never holds a secret that was typed as %s', (_what, text) => {
    const options = withSecrets()
    const draft = play(
      createInputDraft(options),
      { type: 'set-value', address: { file: null, path: ['lr'] }, value: 3 },
      { type: 'set-text', file: null, text },
    )
    const stored = serialiseDraft(draft)
    expect(stored).not.toContain('31415926')
    expect(restoreDraft(stored, options)).not.toBeNull()
  })

  test('a stored draft never holds a secret that was typed and is no value yet', () => {
    const options = withSecrets()
    const address = { file: null, path: ['tokens'] }
    const draft = play(createInputDraft(options), { type: 'set-raw', address, text: '["canary-31415926' })
    expect(serialiseDraft(draft)).not.toContain('31415926')
  })

  test('a stored draft keeps references to secrets, and objects in lists beside them', () => {
    const options = withSecrets()
    const values = { lr: 2, tokens: ['secret://hf'], hosts: [{ name: 'a', key: 'secret://hf' }] }
    const draft = play(createInputDraft(options), {
      type: 'set-text',
      file: null,
      text: 'token: secret://hf\nlr: 2\ntokens: [secret://hf]\nhosts: [{ name: a, key: secret://hf }]\n',
    })
    const restored = restoreDraft(serialiseDraft(draft), options)
    expect(restored && valuesOf(restored, null)).toEqual({ token: 'secret://hf', ...values })
  })
})

/** A job whose secrets stand at the top, in a list, and in objects of a list that refer to a definition. */
function withSecrets() {
  const defaults = { token: 'secret://hf', lr: 1, tokens: [], hosts: [] }
  const secret = { type: 'string', format: 'secret' }
  const schema = {
    type: 'object',
    properties: {
      token: secret,
      tokens: { type: 'array', items: secret },
      hosts: { type: 'array', items: { $ref: '#/$defs/Host' } },
    },
    $defs: { Host: { type: 'object', properties: { name: { type: 'string' }, key: secret } } },
  }
  const config = { type: inferInputType(defaults), schema, defaults }
  const inputs = encodeJobInputs({ config, files: {}, isPartial: false, allowsExtraKeys: false })
  return { inputs, configFiles: {} }
}

function shown(draft: InputDraft) {
  const sections = draft.sections.map((section) => ({
    text: writeSectionText(section).text,
    fault: section.fault,
    values: section.values,
    mode: section.mode,
  }))
  return { sections, typed: draft.typed, problems: readDraftProblems(draft) }
}

function play(draft: InputDraft, ...actions: readonly DraftAction[]): InputDraft {
  return actions.reduce(inputDraftReducer, draft)
}

function sectionOf(draft: InputDraft, file: string | null) {
  const section = draft.sections.find((candidate) => candidate.file === file)
  if (section === undefined) throw new Error(`The draft has no section "${file ?? ''}".`)
  return section
}

function textOf(draft: InputDraft, file: string | null): string {
  return writeSectionText(sectionOf(draft, file)).text
}

function valuesOf(draft: InputDraft, file: string | null): JsonObject {
  return sectionOf(draft, file).values
}

function inputsOf(config: JsonObject, files: Readonly<Record<string, string>>): JsonObject {
  const groups = Object.entries(files).map(([path, text]) => {
    const defaults = parseConfigFile(path, text).value
    return [path, { type: inferInputType(defaults), schema: null, defaults }] as const
  })
  const inputs: JobInputs = {
    config: { type: inferInputType(config), schema: null, defaults: config },
    files: Object.fromEntries(groups),
    isPartial: false,
    allowsExtraKeys: false,
  }
  return encodeJobInputs(inputs)
}
