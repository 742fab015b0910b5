import { isJsonObject, type JsonObject, mergeInputs, parseConfigFile } from '@slipway/core'
import { createTestJob, startTestBrowser, startTestServer } from '@slipway/testkit'
import type { TestBrowser, TestPage, TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { field, launchNow, listItems, makeQueue } from './launch-fixture.ts'

const EDITS = 200
const SEED = Number(process.env['SLIPWAY_TEST_SEED'] ?? 7)
/** Of the height at which four editors are on the screen. */
const VIEWPORT = { width: 1360, height: 5600 }

/** What each section holds; a text has `%key%` in the places of these values. */
const START = { layers: '31', first: '41', second: '51', name: 'resnet', amp: 'true', mode: 'small' }
type Key = keyof typeof START
const PATHS: Readonly<Record<Key, string>> = {
  layers: 'model.layers',
  first: 'model.blocks.0.size',
  second: 'model.blocks.1.size',
  name: 'model.name',
  amp: 'model.amp',
  mode: 'model.mode',
}
const KEYS: readonly Key[] = ['layers', 'first', 'second', 'name', 'amp', 'mode']

const YAML =
  '# The model\nmodel:\n  layers: %layers% # few\n  blocks:\n    - size: %first% # first\n    - size: %second% # second\n  name: %name%\n  amp: %amp%\n  # The last one\n  mode: %mode%\n'
const JSON_TEXT =
  '{\n  "model": {\n    "layers": %layers%,\n    "blocks": [{ "size": %first% }, { "size": %second% }],\n    "name": "%name%",\n    "amp": %amp%,\n    "mode": "%mode%"\n  }\n}\n'
const TOML =
  '# The model\n[model]\nlayers = %layers% # few\nname = "%name%"\namp = %amp%\nmode = "%mode%"\n\n[[model.blocks]]\nsize = %first% # first\n\n[[model.blocks]]\nsize = %second%\n'

const SCHEMA = {
  type: 'object',
  properties: {
    model: {
      type: 'object',
      properties: {
        layers: { type: 'integer', minimum: 0 },
        blocks: { type: 'array', items: { $ref: '#/$defs/Block' } },
        name: { type: 'string' },
        amp: { type: 'boolean' },
        mode: { enum: ['small', 'medium', 'large'] },
      },
    },
  },
  $defs: { Block: { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] } },
}

/** One section of the form as it has to be, found out without the form's own code. */
interface Section {
  readonly title: string
  readonly file: string | null
  readonly values: Record<Key, string>
  template: string
  notes: string
  isText: boolean
}

let browser: TestBrowser
let server: TestServer
let job: string
beforeAll(async () => {
  browser = await startTestBrowser()
  server = await startTestServer()
  await makeQueue(server, 'default')
  const files = { 'conf/model.yaml': YAML, 'x.json': JSON_TEXT, 'opts.toml': TOML }
  job = await createTestJob(server, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.sh': 'true' },
    entryPoint: ['sh', 'train.sh'],
    config: parseConfigFile('a.yaml', fill(YAML, START)).value,
    schema: SCHEMA,
    configFiles: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, fill(text, START)])),
  })
})
afterAll(async () => {
  await browser[Symbol.asyncDispose]()
  await server.stop()
})

test(`form and text of run config, YAML, JSON and TOML lose nothing over ${EDITS} random edits (SLIPWAY_TEST_SEED=${SEED})`, async () => {
  await using tab = await browser.openPage(server, {
    viewport: VIEWPORT,
    path: `/launch?job=${encodeURIComponent(job)}`,
  })
  await field(tab, 'model.layers').waitFor()
  const sections = [
    aSection('Run config', null, ''),
    aSection('conf/model.yaml', 'conf/model.yaml', YAML),
    aSection('x.json', 'x.json', JSON_TEXT),
    aSection('opts.toml', 'opts.toml', TOML),
  ]
  for (const section of sections) {
    await toggle(tab, section)
    // The run config has no file: its text is made from the defaults.
    if (section.template === '') section.template = unfill(await textOf(tab, section))
    await expectText(tab, section)
    await toggle(tab, section)
  }
  const random = seededRandom(SEED)
  for (let edit = 0; edit < EDITS; edit += 1) {
    await change(tab, sections[random(sections.length)] ?? aSection('', null, ''), edit, random)
  }
  for (const section of sections) {
    if (!section.isText) await toggle(tab, section)
    await expectText(tab, section)
    await toggle(tab, section)
    for (const key of KEYS)
      expect([section.title, key, await readField(tab, section, key)]).toEqual([
        section.title,
        key,
        section.values[key],
      ])
  }
  await launchNow(tab)
  const [item] = await listItems(server)
  const { run_config: config = {}, files = {} } = item?.runSpec.overrides ?? {}
  for (const { title, file, template, values } of sections) {
    const name = file ?? 'a.yaml'
    const asked: unknown = file === null ? config : files[file]
    const defaults = parseConfigFile(name, fill(template, START)).value
    const wanted: JsonObject = parseConfigFile(name, fill(template, values)).value
    expect([title, mergeInputs(defaults, isJsonObject(asked) ? asked : {})]).toEqual([title, wanted])
  }
})

async function change(tab: TestPage, section: Section, edit: number, random: (below: number) => number): Promise<void> {
  const key = KEYS[random(KEYS.length)] ?? 'layers'
  const value = aValue(key, edit, random)
  const kind = random(20)
  if (kind < 5) {
    await toggle(tab, section)
  } else if (!section.isText) {
    await setField(tab, section, key, value)
  } else if (kind < 8 && section.file !== 'x.json' && section.notes.length < 60) {
    section.notes += `# note ${edit}\n`
    await write(tab, section, textFor(section))
  } else if (kind < 10) {
    // A text that cannot be read stays as it is while the form goes on; what the form says waits until it can.
    const broken = `${textFor(section)}{{broken`
    await write(tab, section, broken)
    await toggle(tab, section)
    await setField(tab, section, key, value)
    await toggle(tab, section)
    await expectText(tab, section, broken)
    await write(tab, section, broken.replace('{{broken', ''))
    await expectText(tab, section)
  } else {
    section.values[key] = value
    await write(tab, section, textFor(section))
  }
}

function aSection(title: string, file: string | null, template: string): Section {
  return { title, file, values: { ...START }, template, notes: '', isText: false }
}

function aValue(key: Key, edit: number, random: (below: number) => number): string {
  if (key === 'name') return `net${edit}`
  if (key === 'amp') return random(2) === 0 ? 'true' : 'false'
  return key === 'mode' ? (['small', 'medium', 'large'][random(3)] ?? 'small') : String(1000 + edit)
}

function fill(template: string, values: Readonly<Record<Key, string>>): string {
  return KEYS.reduce((text, key) => text.replace(`%${key}%`, values[key]), template)
}

function unfill(text: string): string {
  return KEYS.reduce((template, key) => template.replace(START[key], `%${key}%`), text)
}

function textFor({ template, values, notes }: Section): string {
  return fill(template, values) + notes
}

async function expectText(tab: TestPage, section: Section, text = textFor(section)): Promise<void> {
  await expect.poll(() => textOf(tab, section)).toBe(text)
}

function addressOf({ file }: Section, key: Key): string {
  return file === null ? PATHS[key] : `${file}:${PATHS[key]}`
}

async function setField(tab: TestPage, section: Section, key: Key, value: string): Promise<void> {
  section.values[key] = value
  const control = field(tab, addressOf(section, key))
  if (key === 'amp') {
    // By the keyboard: the switch itself lies under what is drawn for it.
    if (String(await control.isChecked()) !== value) await control.press('Space')
  } else if (key === 'mode' && section.file === null) await control.selectOption({ label: value })
  else await control.fill(value)
}

async function readField(tab: TestPage, section: Section, key: Key): Promise<string> {
  const control = field(tab, addressOf(section, key))
  if (key === 'amp') return String(await control.isChecked())
  return key === 'mode' && section.file === null ? control.locator('option:checked').innerText() : control.inputValue()
}

async function toggle(tab: TestPage, section: Section): Promise<void> {
  section.isText = !section.isText
  const head = tab.page.getByRole('group', { name: section.title, exact: true })
  // By the keyboard: what stands below a section moves while it becomes a text or a form.
  const present = head.getByRole('radio', { checked: true })
  await present.press(section.isText ? 'ArrowRight' : 'ArrowLeft')
  if (section.isText) await editor(tab, section).waitFor()
  else await field(tab, addressOf(section, 'layers')).waitFor()
}

function editor({ page }: TestPage, { file }: Section) {
  return page.getByRole('textbox', { name: `Text of ${file ?? 'the run config'}`, exact: true })
}

/** The whole text of an editor; all of its lines are drawn. */
async function textOf(tab: TestPage, section: Section): Promise<string> {
  return (await editor(tab, section).locator('.cm-line').allTextContents()).join('\n')
}

/** Puts a text in the place of all that is in an editor, by pasting it. */
async function write(tab: TestPage, section: Section, text: string): Promise<void> {
  await editor(tab, section).focus()
  await tab.page.keyboard.press('ControlOrMeta+a')
  await editor(tab, section).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Numbers that are the same in every run with one seed. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}
