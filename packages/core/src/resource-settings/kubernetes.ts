import type { JsonObject } from '../json.ts'

const TEXTS = { type: 'object', additionalProperties: { type: 'string' } }
const COUNT = { type: 'integer', minimum: 0 }
const AMOUNTS = {
  type: 'object',
  description: 'Amounts by resource, such as cpu: 2, memory: 8Gi, nvidia.com/gpu: 1.',
  properties: { cpu: {}, memory: {}, 'ephemeral-storage': {}, 'nvidia.com/gpu': {} },
  additionalProperties: { type: ['string', 'number'] },
}
const CONTAINER = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    image: { type: 'string', description: 'The image; "${image_uri}" stands for that of the job.' },
    imagePullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] },
    command: { type: 'array', items: { type: 'string' } },
    args: { type: 'array', items: { type: 'string' } },
    env: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'string' }, valueFrom: {} } },
    },
    resources: { type: 'object', properties: { requests: AMOUNTS, limits: AMOUNTS } },
    volumeMounts: { type: 'array', items: { type: 'object', properties: { name: {}, mountPath: {}, readOnly: {} } } },
  },
}
const POD_SPEC = {
  type: 'object',
  properties: {
    containers: { type: 'array', items: CONTAINER },
    nodeSelector: { ...TEXTS, description: 'Labels that a node must have.' },
    tolerations: {
      type: 'array',
      items: {
        type: 'object',
        properties: { key: {}, operator: { enum: ['Exists', 'Equal'] }, value: {}, effect: {} },
      },
    },
    restartPolicy: { enum: ['Never', 'OnFailure'] },
    priorityClassName: { type: 'string' },
    schedulerName: { type: 'string' },
    imagePullSecrets: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    volumes: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    terminationGracePeriodSeconds: COUNT,
  },
}
const METADATA = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    generateName: { type: 'string' },
    namespace: { type: 'string' },
    labels: TEXTS,
    annotations: TEXTS,
  },
}

/**
 * The parts of a Kubernetes Job manifest that settings of `kubernetes` most often say something of. What else a manifest
 * has is taken too, since another `apiVersion` means another kind of object altogether. Source: Kubernetes API, batch/v1.
 */
export const KUBERNETES_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string', description: 'The kind of manifest is looked up by it.', default: 'batch/v1' },
    kind: { type: 'string', default: 'Job' },
    namespace: { type: 'string' },
    metadata: METADATA,
    spec: { type: 'object' },
  },
  if: { properties: { apiVersion: { const: 'batch/v1' }, kind: { const: 'Job' } } },
  // eslint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: {
    properties: {
      spec: {
        type: 'object',
        properties: {
          backoffLimit: { ...COUNT, description: 'How often a failed pod is tried again.' },
          ttlSecondsAfterFinished: { ...COUNT, description: 'How long the Job is kept after its end, in seconds.' },
          activeDeadlineSeconds: { ...COUNT, description: 'How long it may run, in seconds.' },
          parallelism: COUNT,
          completions: COUNT,
          template: { type: 'object', properties: { metadata: METADATA, spec: POD_SPEC } },
        },
      },
    },
  },
}
