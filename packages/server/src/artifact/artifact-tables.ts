export interface ArtifactTables {}
