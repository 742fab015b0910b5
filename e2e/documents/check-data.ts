import { KnownError, parseConfigFile, parseJson } from '@slipway/core'
import type { Block } from './read-page.ts'

/** Reads a block of JSON, YAML or TOML as Slipway reads such files; a sentence says what is wrong, null that nothing is. */
export function checkData({ language, text }: Block): string | null {
  try {
    if (language === 'json') parseJson(text)
    else parseConfigFile(`example.${language}`, text)
    return null
  } catch (error) {
    if (error instanceof KnownError) return error.message
    throw error
  }
}
