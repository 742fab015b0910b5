import type { Animation, TypedLine } from './plan-animation.ts'
import type { ScreenLine, ScreenRun } from './read-screen.ts'
import { COLUMNS } from './record-session.ts'

const CELL_WIDTH = 8.4
const LINE_HEIGHT = 20
const VISIBLE_ROWS = 23
const PADDING = 22
const BAR_HEIGHT = 38
const FONT_SIZE = 14
const PROMPT_COLUMNS = 2

const WIDTH = Math.round(COLUMNS * CELL_WIDTH + 2 * PADDING)
const HEIGHT = BAR_HEIGHT + VISIBLE_ROWS * LINE_HEIGHT + PADDING
const BASELINE = 15

const BACKGROUND = '#0d1117'
const USUAL = '#d6dee7'
/** The sixteen terminal colours, each of them readable on the background. */
const COLORS: readonly string[] = [
  '#8b949e #ff7b72 #4ac26b #e3b341 #79c0ff #d2a8ff #56d4dd #d6dee7',
  '#8b949e #ffa198 #6fdd8b #f2cc60 #a5d6ff #e2c5ff #85e8ee #ffffff',
].flatMap((row) => row.split(' '))

/** How the recording is described to those who do not see it. */
export interface Description {
  readonly title: string
  readonly text: string
}

/**
 * Draws a recording as one SVG file that moves by CSS alone and needs nothing else. Without motion it is the last picture.
 * Each piece of text has its width set, so that columns stay columns in any font.
 */
export function renderSvg(animation: Animation, description: Description): string {
  const percent = (ms: number): string => `${Number(((100 * ms) / animation.durationMs).toFixed(2))}%`
  const appear = new Map<number, string>()
  const nameOf = (ms: number): string => {
    const name = appear.get(ms) ?? `a${appear.size}`
    appear.set(ms, name)
    return name
  }
  const lines = animation.lines.map(
    ({ row, atMs, content }) => `<g class="${nameOf(atMs)}">${renderLine(row, content)}</g>`,
  )
  const typed = animation.typed.map((line, index) => renderTyped(line, index, nameOf))
  const { promptRow } = animation
  const lastMs = Math.max(...animation.lines.map(({ atMs }) => atMs))
  const prompt = `<g class="${nameOf(lastMs)}">${renderRun(promptRow, { column: 0, text: '$' }, 'p')}${renderCursor(promptRow)}</g>`
  const styles = [
    `text{font:${FONT_SIZE}px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;fill:${USUAL};white-space:pre}`,
    '.b{font-weight:700}.d{opacity:.65}.p{fill:#4ac26b}.c{fill:#fff}.w{fill:#8b949e;font-size:12px}',
    ...COLORS.map((color, index) => `.f${index}{fill:${color}}`),
    `#s{transform:translateY(${-offsetOf(promptRow)}px)}.t{opacity:0}`,
    `@media(prefers-reduced-motion:no-preference){`,
    `#s,.t,[class^=a]{animation-duration:${animation.durationMs}ms;animation-iteration-count:infinite;animation-timing-function:step-end}`,
    `#s{animation-name:s}@keyframes s{${renderScroll(animation, percent)}}`,
    ...[...appear].map(
      ([ms, name]) => `.${name}{animation-name:${name}}@keyframes ${name}{0%{opacity:0}${percent(ms)}{opacity:1}}`,
    ),
    ...animation.typed.map((line, index) => renderTypingStyle(line, index, percent)),
    '}',
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">${escape(description.title)}</title>
<desc id="desc">${escape(description.text)}</desc>
<style>${styles.join('')}</style>
<clipPath id="screen"><rect x="${PADDING / 2}" y="${BAR_HEIGHT}" width="${WIDTH - PADDING}" height="${HEIGHT - BAR_HEIGHT - PADDING / 2}"/></clipPath>
<rect x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="10" fill="${BACKGROUND}" stroke="#3d444d"/>
<g fill="#3d444d"><circle cx="22" cy="19" r="6"/><circle cx="42" cy="19" r="6"/><circle cx="62" cy="19" r="6"/></g>
<text x="${WIDTH / 2}" y="23.5" text-anchor="middle" class="w">~/project</text>
<g clip-path="url(#screen)"><g id="s">
${[...lines, ...typed, prompt].join('\n')}
</g></g>
</svg>
`
}

function renderLine(row: number, content: ScreenLine): string {
  return content.map((run) => renderRun(row, run, styleOf(run))).join('')
}

function renderRun(row: number, { column, text }: Pick<ScreenRun, 'column' | 'text'>, style: string): string {
  const y = BAR_HEIGHT + row * LINE_HEIGHT + BASELINE
  const attributes = style === '' ? '' : ` class="${style}"`
  return `<text x="${xOf(column)}" y="${y}" textLength="${round(text.length * CELL_WIDTH)}"${attributes}>${escape(text)}</text>`
}

function styleOf({ color, isBold, isDim }: ScreenRun): string {
  return [color === null ? '' : `f${color}`, isBold ? 'b' : '', isDim ? 'd' : '']
    .filter((name) => name !== '')
    .join(' ')
}

// The text is there from the start, under a cover that moves to the right with the cursor at its edge.
function renderTyped({ row, text, fromMs }: TypedLine, index: number, nameOf: (ms: number) => string): string {
  const y = BAR_HEIGHT + row * LINE_HEIGHT
  const shown = index === 0 ? '' : ` class="${nameOf(fromMs - 1)}"`
  const left = xOf(PROMPT_COLUMNS)
  return `<g${shown}>${renderRun(row, { column: 0, text: '$' }, 'p')}${renderRun(row, { column: PROMPT_COLUMNS, text }, 'c b')}<g class="t" id="t${index}"><rect x="${left}" y="${y}" width="${WIDTH}" height="${LINE_HEIGHT}" fill="${BACKGROUND}"/>${renderCursor(row)}</g></g>`
}

function renderCursor(row: number): string {
  const y = BAR_HEIGHT + row * LINE_HEIGHT + 1
  return `<rect x="${xOf(PROMPT_COLUMNS)}" y="${y}" width="${CELL_WIDTH}" height="${LINE_HEIGHT - 3}" fill="${USUAL}"/>`
}

function renderTypingStyle(line: TypedLine, index: number, percent: (ms: number) => string): string {
  const width = round(line.text.length * CELL_WIDTH)
  const frames = [
    '0%{opacity:1;transform:none}',
    `${percent(line.fromMs)}{opacity:1;transform:none;animation-timing-function:steps(${line.text.length})}`,
    `${percent(line.untilMs)}{opacity:1;transform:translateX(${width}px);animation-timing-function:step-end}`,
    `${percent(line.answeredMs)},to{opacity:0;transform:translateX(${width}px)}`,
  ]
  return `#t${index}{animation-name:t${index}}@keyframes t${index}{${frames.join('')}}`
}

function renderScroll({ typed, lines, promptRow }: Animation, percent: (ms: number) => string): string {
  const starts = typed.map(({ row, fromMs }) => ({ row, atMs: fromMs - 1 }))
  const end = { row: promptRow, atMs: Math.max(...lines.map(({ atMs }) => atMs)) + 1 }
  const frames = [...starts, ...lines, end]
    .toSorted((left, right) => left.atMs - right.atMs)
    .filter(({ row }) => offsetOf(row) > 0)
    .map(({ row, atMs }) => `${percent(atMs)}{transform:translateY(${-offsetOf(row)}px)}`)
  return `0%{transform:none}${frames.join('')}`
}

/** How far the screen has moved up once a row is there. */
function offsetOf(row: number): number {
  return Math.max(0, row + 1 - VISIBLE_ROWS) * LINE_HEIGHT
}

function xOf(column: number): number {
  return round(PADDING + column * CELL_WIDTH)
}

function round(value: number): number {
  return Number(value.toFixed(1))
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
