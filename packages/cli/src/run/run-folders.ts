import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'

/**
 * The folders that the wandb client has made for runs so far: `wandb/run-<time>-<id>` in the working folder or in
 * `WANDB_DIR`, with a dot in front of `wandb` where such a folder was there first (wandb client settings).
 */
export async function listRunFolders(
  workingFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlySet<string>> {
  const root = resolve(workingFolder, environment['WANDB_DIR'] ?? '.')
  const names = await Promise.all(['wandb', '.wandb'].map((name) => readdir(resolve(root, name)).catch(() => [])))
  return new Set(names.flat().filter((name) => /^run-\d{8}_\d{6}-.+$/.test(name)))
}
