import { z } from 'zod'

/** The parts of the page. */
const COMPARE_TABS = ['values', 'charts', 'parallel', 'scatter'] as const

/** What the address of a comparison holds. */
export const compareSearchSchema = z.object({
  /** The runs, `entity/project/run`, with commas between. */
  runs: z.string().optional().catch(undefined),
  /** The run that the others are compared with; the first one unless told otherwise. */
  base: z.string().optional().catch(undefined),
  tab: z.enum(COMPARE_TABS).optional().catch(undefined),
  /** Values that are the same in all runs are shown too. */
  same: z.boolean().optional().catch(undefined),
  /** Shown are the values or metrics whose names hold this. */
  search: z.string().optional().catch(undefined),
  axis: z.string().optional().catch(undefined),
  smoothing: z.number().min(0).max(0.99).optional().catch(undefined),
  log: z.boolean().optional().catch(undefined),
  /** Parallel coordinates: the axes in their order. */
  axes: z.array(z.string()).max(20).optional().catch(undefined),
  /** Both plots: what the colours stand for. */
  colour: z.string().optional().catch(undefined),
  x: z.string().optional().catch(undefined),
  y: z.string().optional().catch(undefined),
  logX: z.boolean().optional().catch(undefined),
  logY: z.boolean().optional().catch(undefined),
})

/** The parsed address. */
export type CompareSearch = z.infer<typeof compareSearchSchema>

/** The most runs that are compared at once. */
export const MAX_COMPARED = 50
