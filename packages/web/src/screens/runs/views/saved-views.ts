import { z } from 'zod'
import { runsSearchSchema, type RunsSearch } from '../runs-search.ts'

/** A table as somebody saved it in this browser. */
export interface SavedView {
  readonly name: string
  readonly search: RunsSearch
}

const STORAGE_KEY = 'slipway-run-views'
const schema = z.array(z.object({ name: z.string(), search: runsSearchSchema }))

/** The views saved in this browser, by name. What cannot be read is as good as absent. */
export function readSavedViews(storage: Storage): readonly SavedView[] {
  try {
    return schema.parse(JSON.parse(storage.getItem(STORAGE_KEY) ?? '[]'))
  } catch {
    return []
  }
}

/** Keeps a view under its name, in place of one that had it. */
export function saveView(storage: Storage, view: SavedView): readonly SavedView[] {
  const others = readSavedViews(storage).filter(({ name }) => name !== view.name)
  const views = [...others, view].toSorted((left, right) => left.name.localeCompare(right.name))
  storage.setItem(STORAGE_KEY, JSON.stringify(views))
  return views
}

/** Forgets a view. */
export function deleteView(storage: Storage, name: string): readonly SavedView[] {
  const views = readSavedViews(storage).filter((view) => view.name !== name)
  storage.setItem(STORAGE_KEY, JSON.stringify(views))
  return views
}
