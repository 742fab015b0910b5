export interface RunQueueTables {}
