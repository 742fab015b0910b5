import { describe, expect, test } from 'vitest'
import { findSchemaProblems } from '../input-schema.ts'
import { resourceSettingsSchema } from './resource-settings-schema.ts'

const problems = (resource: string, settings: object) => {
  const schema = resourceSettingsSchema(resource)
  return schema === null ? null : findSchemaProblems(schema, settings as never).map(({ path }) => path)
}

describe('the settings of a resource', () => {
  test('of local-process are what our agent reads, and nothing else', () => {
    const settings = { environment: 'uv', python: null, env: { A: '1', B: 2, C: true }, start_timeout_seconds: 0 }
    expect(problems('local-process', settings)).toEqual([])
    expect(problems('local-process', { environment: 'conda', cwd: '/data', env: { '1A': 'x' } })).toEqual(
      expect.arrayContaining(['environment', 'cwd']),
    )
    expect(problems('local-process', { stop_grace_seconds: -1 })).toEqual(['stop_grace_seconds'])
  })

  test('of local-container are options of docker run', () => {
    expect(problems('local-container', { env: ['A=1'], gpus: 'all', cpus: 2 })).toEqual([])
    expect(problems('local-container', { volume: ['/data:/data'], cpus: [1] })).toEqual(['cpus', 'volume'])
  })

  test('of kubernetes are checked as a Job, and as nothing where they are another kind of object', () => {
    const job = { spec: { backoffLimit: 0, template: { spec: { nodeSelector: { pool: 'gpu' } } }, suspend: true } }
    expect(problems('kubernetes', job)).toEqual([])
    const wrong = { spec: { template: { spec: { restartPolicy: 'Always' } } } }
    expect(problems('kubernetes', wrong)).toEqual(['spec.template.spec.restartPolicy'])
    expect(problems('kubernetes', { apiVersion: 'kubeflow.org/v1', kind: 'PyTorchJob', ...wrong })).toEqual([])
  })

  test('of other resources are not known', () => {
    expect(problems('slurm', { mem: '8G' })).toBeNull()
  })
})
