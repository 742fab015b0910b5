/** Sequences by which programs colour their output and move the cursor. */
// oxlint-disable-next-line no-control-regex -- they begin with a control character
const SEQUENCES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\-_])/gu

/** The output of a program as a terminal leaves it, without colours: of a line that was written over, the last state. */
export function toPlainText(output: string): string {
  return output
    .replaceAll(SEQUENCES, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r', line.length - 2) + 1).replaceAll('\r', ''))
    .join('\n')
}
