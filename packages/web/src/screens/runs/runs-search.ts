import { z } from 'zod'

/** One condition of the address: the field, the operator, and what is compared with it. */
const filterSchema = z.tuple([
  z.string(),
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
])

/** What the address of the list of runs holds: all that it takes to show the same to somebody else. */
export const runsSearchSchema = z.object({
  entity: z.string().optional().catch(undefined),
  project: z.string().optional().catch(undefined),
  /** Part of a run's name. */
  q: z.string().optional().catch(undefined),
  state: z.array(z.string()).optional().catch(undefined),
  filters: z.array(filterSchema).max(50).optional().catch(undefined),
  /** A field with `-` in front for falling. */
  sort: z.string().optional().catch(undefined),
  group: z.string().optional().catch(undefined),
  /** The columns in their order, after the name. */
  columns: z.array(z.string()).max(100).optional().catch(undefined),
  /** Widths in pixels of columns that were made wider or narrower. */
  widths: z.record(z.string(), z.number().min(40).max(1200)).optional().catch(undefined),
  /** The name of the saved view that this was made from. */
  view: z.string().optional().catch(undefined),
})

/** The parsed address. */
export type RunsSearch = z.infer<typeof runsSearchSchema>

/** One condition of the address. */
export type RunFilter = z.infer<typeof filterSchema>

/** The newest runs first, unless told otherwise. */
export const DEFAULT_SORT = '-created_at'
