import type { Resolvers } from './generated/resolver-types.ts'

/** The releases of the wandb client that this server is tested with; the client warns outside of them. */
const CLIENT_VERSIONS = { min_cli_version: '0.19.0', max_cli_version: '1.0.0' }
const SERVER_VERSION = '0.1.0'

/** Features of the wire that the client only uses when the server names them. Source: wandb client protocol, ServerFeature. */
const FEATURES = [
  'USE_ARTIFACT_WITH_ENTITY_AND_PROJECT_INFORMATION',
  'MARK_RUN_FILES_UPLOADED',
  'UPDATE_RUN_STATE',
  'TOTAL_COUNT_IN_FILE_CONNECTION',
  'ARTIFACT_COLLECTIONS_FILTERING_SORTING',
  'ARTIFACT_MEMBERSHIP_IN_LINK_ARTIFACT_RESPONSE',
  'FILESTREAM_GZIP',
  'SWEEPS_QUERY_FILTERING',
  'SWEEPS_LOCAL_SCHEDULER',
]

export const rootResolvers: Resolvers = {
  Query: {
    serverInfo: () => ({
      cliVersionInfo: CLIENT_VERSIONS,
      latestLocalVersionInfo: null,
      features: FEATURES.map((name) => ({ name, isEnabled: true })),
      version: SERVER_VERSION,
    }),
  },
  Mutation: {
    noop: () => true,
  },
}
