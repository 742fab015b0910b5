import type { WebPaletteQuery } from '@slipway/api'
import { nodesOf } from '../../api/connection.ts'
import { PLACES } from '../shortcuts/shortcuts.ts'

/** One line of the palette. */
export interface PaletteEntry {
  readonly key: string
  readonly kind: 'place' | 'launch' | 'job' | 'run' | 'queue' | 'action'
  readonly label: string
  /** Where it belongs. */
  readonly detail: string
  /** The address that it leads to; for an action its name. */
  readonly target: string
}

/** The jobs, runs and queues of an entity, as lines. */
export function entriesOf(entity: string, data: WebPaletteQuery): readonly PaletteEntry[] {
  const jobs = nodesOf(data.entity?.jobs).flatMap(({ id, name, project }): PaletteEntry[] => {
    const place = `${project.entityName}/${project.name}`
    const launch = `/launch?job=${encodeURIComponent(`${place}/${name}:latest`)}`
    return [
      { key: id, kind: 'job', label: name, detail: place, target: address(project, 'jobs', name) },
      { key: `launch ${id}`, kind: 'launch', label: `Launch ${name}`, detail: place, target: launch },
    ]
  })
  const runs = nodesOf(data.entity?.runs).map(({ id, name, displayName, project }): PaletteEntry => {
    const place = `${project?.entityName ?? entity}/${project?.name ?? ''}`
    const target = address({ entityName: entity, name: project?.name ?? '' }, 'runs', name)
    return { key: id, kind: 'run', label: displayName ?? name, detail: `${place} · ${name}`, target }
  })
  const queues = nodesOf(data.entity?.runQueuesConnection).map(({ id, name }): PaletteEntry => {
    const target = `/queues/${encodeURIComponent(entity)}/${encodeURIComponent(name)}`
    return { key: id, kind: 'queue', label: name, detail: entity, target }
  })
  return [
    ...jobs.filter(({ kind }) => kind === 'job'),
    ...runs,
    ...queues,
    ...jobs.filter(({ kind }) => kind === 'launch'),
  ]
}

function address(project: { readonly entityName: string; readonly name: string }, kind: string, name: string): string {
  return `/${[project.entityName, project.name, kind, name].map(encodeURIComponent).join('/')}`
}

/** What can be done without a search: places, and what concerns the whole application. */
export function fixedEntries(search: string): readonly PaletteEntry[] {
  const places = PLACES.map(({ to, label }): PaletteEntry => {
    return {
      key: to,
      kind: 'place',
      label: label === 'Launch' ? 'Launch a job' : `Go to ${label}`,
      detail: '',
      target: to,
    }
  })
  const words = search.toLowerCase().split(/\s+/)
  return [...places, ...ACTIONS].filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
}

const ACTIONS: readonly PaletteEntry[] = [
  { key: 'light', kind: 'action', label: 'Use light colours', detail: '', target: 'light' },
  { key: 'dark', kind: 'action', label: 'Use dark colours', detail: '', target: 'dark' },
  { key: 'auto', kind: 'action', label: 'Use the colours of the system', detail: '', target: 'auto' },
  { key: 'shortcuts', kind: 'action', label: 'Show the keyboard shortcuts', detail: '', target: 'shortcuts' },
  { key: 'log-out', kind: 'action', label: 'Log out', detail: '', target: 'log-out' },
]

/** The filter of runs whose name or id holds a text, as the API's filters are written. */
export function runFilterOf(search: string): string {
  const pattern = { $regex: search.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) }
  return JSON.stringify({ $or: [{ display_name: pattern }, { name: pattern }] })
}
