/** Reads the rows of a CSV (RFC 4180) or TSV text, at most `limit`. A last row that was cut off is left out when `isCut`. */
export function parseCsv(
  text: string,
  separator: ',' | '\t',
  limit: number,
  isCut: boolean,
): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let index = 0; index < text.length && rows.length < limit; index += 1) {
    const character = text[index] ?? ''
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === separator) {
      row.push(cell)
      cell = ''
    } else if (character === '\n' || (character === '\r' && text[index + 1] !== '\n')) {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else if (character !== '\r') cell += character
  }
  const isOpen = rows.length < limit && !isCut && (cell !== '' || row.length > 0)
  return isOpen ? [...rows, [...row, cell]] : rows
}
