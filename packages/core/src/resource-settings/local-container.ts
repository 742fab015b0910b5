import type { JsonObject } from '../json.ts'

const ONE = { type: ['string', 'number'] }
const SEVERAL = { anyOf: [{ type: ['string', 'number'] }, { type: 'array', items: { type: ['string', 'number'] } }] }

/**
 * The options of `docker run` that the Python client's agent takes in the settings of `local-container`; one that may come
 * several times takes a list. It refuses every other one. Source: wandb client 0.30, launch/utils.py.
 */
export const LOCAL_CONTAINER_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    env: { ...SEVERAL, description: 'Environment variables, as NAME=VALUE; a bare NAME passes on that of the agent.' },
    gpus: { ...ONE, description: 'The GPUs of the container: "all", or how many.' },
    cpus: { ...ONE, description: 'How many CPUs it may use, such as 1.5.' },
    memory: { ...ONE, description: 'The most memory, such as 8g.' },
    'shm-size': { ...ONE, description: 'The size of /dev/shm, such as 2g.' },
    workdir: { ...ONE, description: 'The folder that the program starts in.' },
    name: { ...ONE, description: 'The name of the container.' },
    platform: { ...ONE, description: 'The platform of the image, such as linux/amd64.' },
    ulimit: { ...SEVERAL, description: 'Limits, as NAME=SOFT:HARD.' },
    'pids-limit': { ...ONE, description: 'The most processes.' },
    'cpu-period': ONE,
    'cpu-quota': ONE,
    'cpu-shares': ONE,
    'cpuset-cpus': { ...ONE, description: 'The CPUs that it may use, such as 0-3.' },
    'cpuset-mems': ONE,
    'memory-reservation': ONE,
    'memory-swap': ONE,
    cpu: ONE,
    command: ONE,
    e: SEVERAL,
    m: ONE,
    w: ONE,
  },
  additionalProperties: false,
}
