export interface HistoryTables {}
