/** Describes an offset in a text for a person, both counted from one: `line 3, column 7`. */
export function describePosition(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return `line ${before.split('\n').length}, column ${offset - lineStart + 1}`
}
