export { runCommandLine } from './command-line.ts'
export type { InputStream, OutputStream, Terminal } from './terminal.ts'
