/** Puts what a program writes together to lines, in the form in which console lines are sent (wandb client protocol). */
export interface LineAssembler {
  add(chunk: string): void
  /** Ends a line that was begun. */
  flush(): void
}

const MAX_LINE = 100_000

/** Makes an assembler for one stream. Of a line that was written over, as progress bars are, the last state counts. */
export function createLineAssembler(isError: boolean, onLine: (line: string) => void): LineAssembler {
  let rest = ''
  const emit = (text: string): void => {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text
    const shown = line.slice(line.lastIndexOf('\r') + 1).slice(0, MAX_LINE)
    onLine(`${isError ? 'ERROR ' : ''}${nowInMicroseconds()} ${shown}`)
  }
  return {
    add(chunk) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) emit(line)
      if (rest.length > MAX_LINE) {
        emit(rest)
        rest = ''
      }
    },
    flush() {
      if (rest !== '') emit(rest)
      rest = ''
    },
  }
}

function nowInMicroseconds(): string {
  const milliseconds = performance.timeOrigin + performance.now()
  const micro = Math.floor((milliseconds % 1) * 1000)
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(micro).padStart(3, '0')}`
}
