import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readHardware } from './hardware.ts'

const signal = new AbortController().signal

async function withTool(script: string, check: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-hardware-'))
  try {
    await writeFile(join(folder, 'nvidia-smi'), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, 'nvidia-smi'), 0o755)
    await check(`${folder}:/usr/bin:/bin`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('the machine is described by its processors, memory and GPUs', () =>
  withTool('printf "NVIDIA A100-SXM4-80GB, 81920\\nNVIDIA T4, 15360\\n"', async (PATH) => {
    expect(await readHardware({ PATH }, signal)).toEqual({
      os: expect.stringMatching(/^\S+ \S+ \(\w+\)$/),
      cpuCount: availableParallelism(),
      memoryBytes: totalmem(),
      gpus: [
        { name: 'NVIDIA A100-SXM4-80GB', memoryBytes: 81_920 * 1024 * 1024 },
        { name: 'NVIDIA T4', memoryBytes: 15_360 * 1024 * 1024 },
      ],
    })
  }))

test('a driver that fails counts as no GPU', () =>
  withTool('echo "NVIDIA-SMI has failed, 9" >&2; exit 9', async (PATH) => {
    expect((await readHardware({ PATH }, signal)).gpus).toEqual([])
  }))

test('a machine without the tool has no GPU', async () => {
  expect((await readHardware({ PATH: '/nonexistent' }, signal)).gpus).toEqual([])
})
