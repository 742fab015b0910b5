/** The parts of a job's page. */
export const jobTabs = ['inputs', 'runs', 'versions', 'source', 'lineage'] as const

export type JobTab = (typeof jobTabs)[number]
