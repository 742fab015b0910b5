import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { findGitRoot } from './git-state.ts'

/** Says what of a folder is code. */
export interface CodeRules {
  /** The rules that hold below a folder, with those of its own `.gitignore`. */
  below(folder: string): CodeRules
  /** Tells whether a file or folder is left out by a `.gitignore`. */
  isIgnored(path: string, isFolder: boolean): boolean
}

interface RuleFile {
  readonly folder: string
  readonly rules: Ignore
}

/** The rules for a folder: those of its repository, down to its own. */
export function readCodeRules(root: string): CodeRules {
  const top = findGitRoot(root) ?? root
  const between = relative(top, root)
    .split(sep)
    .filter((part) => part !== '')
  const folders = [top, ...between.map((_part, index) => join(top, ...between.slice(0, index + 1)))]
  const files = [
    readRuleFile(top, join(top, '.git', 'info', 'exclude')),
    ...folders.map((folder) => readRuleFile(folder, join(folder, '.gitignore'))),
  ]
  return createRules(files.filter((file) => file !== null))
}

function createRules(files: readonly RuleFile[]): CodeRules {
  return {
    below(folder) {
      const own = readRuleFile(folder, join(folder, '.gitignore'))
      return own === null ? this : createRules([...files, own])
    },
    isIgnored(path, isFolder) {
      let isIgnored = false
      // A file nearer to the path may take back what one further up says.
      for (const { folder, rules } of files) {
        const verdict = rules.test(`${relative(folder, path).split(sep).join('/')}${isFolder ? '/' : ''}`)
        if (verdict.ignored) isIgnored = true
        else if (verdict.unignored) isIgnored = false
      }
      return isIgnored
    },
  }
}

function readRuleFile(folder: string, file: string): RuleFile | null {
  try {
    return { folder, rules: ignore().add(readFileSync(file, 'utf8')) }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
