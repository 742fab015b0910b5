export interface LaunchAgentTables {}
