/**
 * How many numbers are in each of some sets and in none of others. Sets come as texts of whole numbers from 0 on with
 * commas between, as SQLite puts them together; a set does not hold a number twice.
 */
export function countCommon(within: readonly string[], without: readonly string[]): number {
  const [smallest, ...others] = within.map(readNumbers).toSorted((left, right) => left.length - right.length)
  if (smallest === undefined || smallest.length === 0) return 0
  const { least, greatest } = rangeOf(smallest)
  // How many sets a number was in so far, by its distance from the least one.
  const marks = new Uint16Array(greatest - least + 1)
  for (const number of smallest) marks[number - least] = 1
  let count = smallest.length
  for (const [index, set] of others.entries()) count = moveOn(marks, least, set, index + 1)
  for (const set of without.map(readNumbers)) count -= moveOn(marks, least, set, within.length, 0)
  return count
}

/** Gives the numbers of a set that have one mark another one; answers with how many these are. */
function moveOn(marks: Uint16Array, least: number, set: Float64Array, from: number, to = from + 1): number {
  let count = 0
  for (const number of set) {
    if (marks[number - least] !== from) continue
    marks[number - least] = to
    count += 1
  }
  return count
}

function rangeOf(numbers: Float64Array): { readonly least: number; readonly greatest: number } {
  let least = Infinity
  let greatest = 0
  for (const number of numbers) {
    if (number < least) least = number
    if (number > greatest) greatest = number
  }
  return { least, greatest }
}

const COMMA = 44
const ZERO = 48

function readNumbers(text: string): Float64Array {
  const numbers = new Float64Array(Math.ceil(text.length / 2))
  let count = 0
  let number = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === COMMA) {
      numbers[count] = number
      count += 1
      number = 0
    } else number = number * 10 + code - ZERO
  }
  if (text === '') return numbers
  numbers[count] = number
  return numbers.subarray(0, count + 1)
}
