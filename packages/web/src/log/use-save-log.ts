import { saveTextFile } from '../components/save-file.ts'
import { showFailure } from '../components/toast.ts'
import type { LogSource } from './log-source.ts'

/** Saves a whole log as a file, as the program wrote it. */
export function useSaveLog(source: LogSource, name: string): () => void {
  return () => {
    source
      .readAll()
      .then((text) => saveTextFile(name, text))
      .catch(showFailure)
  }
}
