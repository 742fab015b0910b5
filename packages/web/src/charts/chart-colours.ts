/** Colours of lines, each readable on the light and on the dark page, neighbours told apart by people who see few colours. */
const COLOURS = [
  '#0f8f88',
  '#d9590b',
  '#4a6fe3',
  '#b8476f',
  '#7a8b00',
  '#8d5fd3',
  '#b07a00',
  '#2a93c4',
  '#c2452d',
  '#3f9142',
] as const

/** The colour of a line by its place among the others. */
export function chartColour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? COLOURS[0]
}
