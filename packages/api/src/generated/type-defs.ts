// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.
export const typeDefs = `type Query {
  """Facts about this server and the features that its clients may use."""
  serverInfo: ServerInfo

  """
  The user whose key came with the request; null when the key is unknown.
  """
  viewer: User
  entity(name: String): Entity

  """
  The organization that this server is; null for any other name, and while no administrator has named it.
  """
  organization(name: String!): Organization

  """
  Users by name, whom only an administrator sees besides themself: those who have this user name or e-mail address, and
  whose user name or e-mail address contains the search text. At most 1000 at once, as many unless given.
  """
  users(query: String, search: String, first: Int, after: String): UserConnection
  user(userName: String!): User

  """
  The teams that the caller belongs to, by name; for an administrator all teams. At most 1000 at once, 50 unless given.
  """
  teams(first: Int, after: String): EntityConnection!

  """
  The team of this name; null for those who are neither in it nor administrators.
  """
  team(name: String!): Entity
  artifact(id: ID!): Artifact
  artifactCollection(id: ID!): ArtifactCollection
  clientIDMapping(clientID: ID!): ClientIDMapping

  """
  The versions that go by a name and alias, such as train:latest or train, in all projects of the caller's entities, or only
  in those of one entity or one name; at most 20.
  """
  jobVersionsByName(name: String!, entityName: String, projectName: String): [JobVersion!]!
  launchAgent(id: ID!): LaunchAgent

  """
  A preset by name; null when it is not there, was deleted, or belongs to an entity that the caller is not in.
  """
  preset(entityName: String!, name: String!): Preset

  """One version by id, also of a preset that was deleted since."""
  presetVersion(id: ID!): PresetVersion

  """
  The layers of presets that are named as NAME, NAME@v2 or ENTITY/NAME@v2, the lowest first: each version comes after
  those that it builds on, and once. Without an entity, the caller's own and the teams' presets are searched.
  """
  presetLayers(presets: [String!]!): [PresetVersion!]!

  """The values in which two versions differ, with all that they build on."""
  presetDiff(fromID: ID!, toID: ID!): [PresetDifference!]!
  project(name: String, entityName: String): Project

  """The client's older name of project."""
  model(name: String, entityName: String): Project
  models(entityName: String, first: Int, after: String): ProjectConnection

  """
  One item by id; null when it does not exist or belongs to an entity that the caller is not in.
  """
  runQueueItem(id: ID!): RunQueueItem
}

type Mutation {
  """Does nothing; lets a client check that it may write."""
  noop(clientMutationId: String): Boolean
  createUser(input: CreateUserInput!): CreateUserPayload

  """
  Changes what is given about a user; administrators only. There is always one administrator left.
  """
  updateUser(input: UpdateUserInput!): UpdateUserPayload
  generateApiKey(input: GenerateApiKeyInput!): GenerateApiKeyPayload

  """
  Deletes a key of the caller's own, or for an administrator anybody's; from then on it is refused.
  """
  deleteApiKey(input: DeleteApiKeyInput!): SuccessPayload

  """Makes a link that logs the caller's browser in once, within a day."""
  createLoginLink(input: CreateLoginLinkInput!): CreateLoginLinkPayload

  """
  Logs a browser in: the answer sets the cookie of a session, which lasts 30 days. Requests that come with the cookie
  must come from a page of this server.
  """
  openSession(input: OpenSessionInput!): OpenSessionPayload

  """
  Sets the password by which the caller logs a browser in, or takes it away with null. Whoever has one already gives it
  again. All other sessions of the caller end.
  """
  setPassword(input: SetPasswordInput!): SuccessPayload

  """Changes what the caller says of themself."""
  updateViewer(input: UpdateViewerInput!): UpdateViewerPayload

  """Logs the browser out that sends the request."""
  closeSession(input: CloseSessionInput): SuccessPayload

  """
  Names the organization that this server is, or with null makes it none again; administrators only.
  """
  setOrganization(input: SetOrganizationInput!): SetOrganizationPayload
  createTeam(input: CreateTeamInput!): CreateTeamPayload

  """
  Adds an existing user to a team, or removes one; team administrators only.
  """
  addTeamMember(input: TeamMemberInput!): SuccessPayload
  removeTeamMember(input: TeamMemberInput!): SuccessPayload

  """
  Adds an existing user to a team at once; team administrators only. Who is in it already is refused, and so is an
  e-mail address, which users give themselves.
  """
  createInvite(input: CreateInviteInput!): CreateInvitePayload

  """
  Removes a member from a team by the member's id; team administrators only.
  """
  deleteInvite(input: DeleteInviteInput!): SuccessPayload
  createArtifactType(input: CreateArtifactTypeInput!): CreateArtifactTypePayload
  createArtifact(input: CreateArtifactInput!): CreateArtifactPayload
  createArtifactManifest(input: CreateArtifactManifestInput!): CreateArtifactManifestPayload
  updateArtifactManifest(input: UpdateArtifactManifestInput!): UpdateArtifactManifestPayload

  """
  Answers with one file for each spec, in the same order; a null uploadUrl means that the bytes are here already.
  """
  createArtifactFiles(input: CreateArtifactFilesInput!): CreateArtifactFilesPayload

  """Puts a file together whose parts were sent, and checks it."""
  completeMultipartUploadArtifact(input: CompleteMultipartUploadArtifactInput!): CompleteMultipartUploadArtifactPayload
  commitArtifact(input: CommitArtifactInput!): CommitArtifactPayload
  updateArtifact(input: UpdateArtifactInput!): UpdateArtifactPayload
  deleteArtifact(input: DeleteArtifactInput!): DeleteArtifactPayload
  useArtifact(input: UseArtifactInput!): UseArtifactPayload
  addAliases(input: AddAliasesInput!): SuccessPayload
  deleteAliases(input: DeleteAliasesInput!): SuccessPayload

  """Changes the name or the description of an artifact, and so of a job."""
  updateArtifactSequence(input: UpdateArtifactSequenceInput!): UpdateArtifactCollectionPayload

  """Moves an artifact with all of its versions to another type."""
  moveArtifactSequence(input: MoveArtifactSequenceInput!): UpdateArtifactCollectionPayload

  """Deletes an artifact with all of its versions."""
  deleteArtifactSequence(input: DeleteArtifactSequenceInput!): DeleteArtifactCollectionPayload

  """
  Puts a link to a version into a portfolio, which is made where it is missing. Links stay within one entity.
  """
  linkArtifact(input: LinkArtifactInput!): LinkArtifactPayload

  """Takes a link out of its portfolio; the version stays."""
  unlinkArtifact(input: UnlinkArtifactInput!): UnlinkArtifactPayload
  updateArtifactPortfolio(input: UpdateArtifactPortfolioInput!): UpdateArtifactCollectionPayload

  """Deletes a portfolio with its links; the versions stay."""
  deleteArtifactPortfolio(input: DeleteArtifactPortfolioInput!): DeleteArtifactCollectionPayload
  createArtifactCollectionTagAssignments(input: CreateArtifactCollectionTagAssignmentsInput!): CreateArtifactCollectionTagAssignmentsPayload
  deleteArtifactCollectionTagAssignments(input: DeleteArtifactCollectionTagAssignmentsInput!): SuccessPayload

  """Answers with one upload address for each name, in the same order."""
  createRunFiles(input: CreateRunFilesInput!): CreateRunFilesPayload
  markRunFilesUploaded(input: MarkRunFilesUploadedInput!): SuccessPayload
  deleteFiles(input: DeleteFilesInput!): SuccessPayload
  createLaunchAgent(input: CreateLaunchAgentInput!): CreateLaunchAgentPayload
  updateLaunchAgent(input: UpdateLaunchAgentInput!): SuccessPayload

  """
  Takes items from any of the agent's queues and leases them to it. The answer is held until there is at least one,
  at most waitSeconds; an empty list means that the time passed.
  """
  leaseRunQueueItems(input: LeaseRunQueueItemsInput!): LeaseRunQueueItemsPayload

  """
  Renews the agent's leases and claims, and answers with what it must do. Held until there is something to do,
  at most waitSeconds.
  """
  launchAgentHeartbeat(input: LaunchAgentHeartbeatInput!): LaunchAgentHeartbeatPayload

  """Asks an agent to take no more items, finish what runs, and end."""
  drainLaunchAgent(input: LaunchAgentIdInput!): SuccessPayload

  """Asks an agent to stop what runs, and end."""
  stopLaunchAgent(input: LaunchAgentIdInput!): SuccessPayload

  """
  Makes a preset, or a new version of one. Saving what the newest version holds already makes none.
  """
  savePreset(input: SavePresetInput!): SavePresetPayload

  """
  Deletes a preset. Its versions stay readable by id, where an item names them.
  """
  deletePreset(input: PresetIdInput!): SuccessPayload
  upsertModel(input: UpsertModelInput!): UpsertModelPayload
  createDefaultResourceConfig(input: CreateDefaultResourceConfigInput!): CreateDefaultResourceConfigPayload
  createRunQueue(input: CreateRunQueueInput!): CreateRunQueuePayload
  upsertRunQueue(input: UpsertRunQueueInput!): UpsertRunQueuePayload
  deleteRunQueues(input: DeleteRunQueuesInput!): SuccessPayload

  """
  Stops agents from taking items of this queue, or lets them again; items can be pushed all the same.
  """
  pauseRunQueue(input: RunQueueIdInput!): RunQueuePayload
  resumeRunQueue(input: RunQueueIdInput!): RunQueuePayload

  """
  Checks the launch and puts it in the queue; a launch that is refused leaves nothing in the queue.
  """
  pushToRunQueueByName(input: PushToRunQueueByNameInput!): PushToRunQueueByNamePayload

  """The older form of pushToRunQueueByName."""
  pushToRunQueue(input: PushToRunQueueInput!): PushToRunQueuePayload

  """Checks a launch exactly as a push does, and queues nothing."""
  checkLaunch(input: PushToRunQueueByNameInput!): CheckLaunchPayload
  deleteFromRunQueue(input: DeleteFromRunQueueInput!): SuccessPayload

  """Ends an item: one that waits is cancelled, one that runs is stopped."""
  cancelRunQueueItem(input: RunQueueItemIdInput!): RunQueueItemPayload

  """
  Ends items, at most 1000 at once. One that cannot be ended holds up none of the others.
  """
  cancelRunQueueItems(input: CancelRunQueueItemsInput!): RunQueueItemsPayload

  """
  Sets the priority of items that wait, at most 1000 at once. Only who launched an item, who made its queue and
  administrators may; one that cannot be changed holds up none of the others.
  """
  updateRunQueueItems(input: UpdateRunQueueItemsInput!): RunQueueItemsPayload

  """
  Launches an ended item again, by its own launch spec; the overrides, if any, come over it.
  """
  retryRunQueueItem(input: RetryRunQueueItemInput!): RetryRunQueueItemPayload

  """
  Takes the next item of the queue and leases it to the agent. The answer is held until there is one, at most 15 s.
  """
  popFromRunQueue(input: PopFromRunQueueInput!): PopFromRunQueuePayload

  """
  Claims a leased item for a run. success is false when another agent holds it.
  """
  ackRunQueueItem(input: AckRunQueueItemInput!): AckRunQueueItemPayload
  failRunQueueItem(input: FailRunQueueItemInput!): SuccessPayload
  updateRunQueueItemWarning(input: FailRunQueueItemInput!): SuccessPayload

  """
  Reports how the process of a claimed item ended; only the agent that holds the item may.
  """
  finishRunQueueItem(input: FinishRunQueueItemInput!): RunQueueItemPayload

  """
  Appends output of the item's process. Repeating an offset overwrites, so that a retry adds nothing twice.
  """
  appendRunQueueItemLog(input: AppendRunQueueItemLogInput!): SuccessPayload

  """Asks the programs of up to 1,000 runs to stop."""
  stopRuns(input: RunsInput!): RunsPayload
  deleteRuns(input: RunsInput!): RunsPayload
  tagRuns(input: TagRunsInput!): RunsPayload

  """
  Creates a run or changes one; a field that is null or absent stays as it is.
  """
  upsertBucket(input: UpsertBucketInput!): UpsertBucketPayload
  deleteRun(input: DeleteRunInput!): DeleteRunPayload

  """
  Asks a running program to stop; it learns of it in the next file stream reply.
  """
  stopRun(input: StopRunInput!): SuccessPayload
  updateRunState(input: UpdateRunStateInput!): SuccessPayload
  rewindRun(input: RewindRunInput!): RewindRunPayload

  """
  Moves up to 1,000 ended runs with all that they logged to another project of their entity, made when it is not there: all of them or none.
  """
  moveRuns(input: MoveRunsInput!): MoveRunsPayload
  notifyScriptableRunAlert(input: NotifyScriptableRunAlertInput!): SuccessPayload

  """
  Makes a secret of an entity that the caller is in, or replaces its value. No operation shows the value to people again.
  """
  setSecret(input: SetSecretInput!): SetSecretPayload
  deleteSecret(input: DeleteSecretInput!): SuccessPayload

  """
  Hands the values of secrets to the launch agent that holds an item whose launch spec refers to them; the use is noted.
  Everybody else, and every other name, gets the answer for what does not exist.
  """
  readItemSecrets(input: ReadItemSecretsInput!): ReadItemSecretsPayload

  """
  Makes a sweep, or changes one. A field that is null or absent stays as it is. The configuration of a sweep that has
  started stays the same; a state that is given must follow from the one it is in.
  """
  upsertSweep(input: UpsertSweepInput!): UpsertSweepPayload

  """Deletes a sweep. Its runs stay."""
  deleteSweep(input: SweepIdInput!): SuccessPayload

  """Registers a sweep agent: a program that runs the points of a sweep."""
  createAgent(input: CreateAgentInput!): CreateAgentPayload

  """
  Tells that a sweep agent lives and what it runs, and answers with what it is to do. An unknown agent is answered with 404.
  """
  agentHeartbeat(input: AgentHeartbeatInput!): AgentHeartbeatPayload

  """
  Adds a point of one's own choice to a sweep. It is the next one to run.
  """
  enqueueSweepRun(input: EnqueueSweepRunInput!): EnqueueSweepRunPayload
}

"""Its fields are in the files of their domains."""
type Subscription {
  """
  Tells of changes of the things that are watched, until the connection ends; ask for what changed by the ordinary queries.
  The first message has the aspect "ready": what changed before it is not told, so read everything once then, and again
  whenever it comes. Changes of one thing are joined: at most 5 messages a second tell of each. Who may not see one of the
  things is refused as a query for it would be. At most 200 things a connection, and 32 connections a user.
  
  Sent as POST with "Accept: text/event-stream", answered by server-sent events: the distinct connections mode of the
  protocol GraphQL over SSE.
  """
  changes(of: [WatchInput!]!): Change!
}

type ServerInfo {
  """An object with the text fields min_cli_version and max_cli_version."""
  cliVersionInfo: JSON
  latestLocalVersionInfo: LatestLocalVersionInfo
  features: [ServerFeature!]

  """The version of Slipway that answers."""
  version: String
}

type LatestLocalVersionInfo {
  outOfDate: Boolean
  latestVersionString: String
  versionOnThisInstanceString: String
}

type ServerFeature {
  name: String!
  isEnabled: Boolean!
}

"""
Clients up to release 0.25 look for this type by introspection, and fail where it is missing.
"""
type ServerSettings {
  """
  What a client shows to its user. This server has nothing to announce: the list is empty.
  """
  serverMessages: [ServerMessage!]!
}

type ServerMessage {
  utfText: String
  plainText: String
  htmlText: String
  messageType: String
  messageLevel: String
}

"""
JSON text inside a string, both ways. The Python client may write bare NaN, Infinity and -Infinity in it.
"""
scalar JSONString

"""A plain JSON value."""
scalar JSON

"""
A point in time as ISO 8601 text in UTC, for example 2026-01-31T12:00:00.000Z.
"""
scalar DateTime

"""A whole number that may pass 2^31, as a JSON number."""
scalar Int64

"""A length of time as a whole number of nanoseconds."""
scalar Duration

type PageInfo {
  startCursor: String
  endCursor: String
  hasNextPage: Boolean!
  hasPreviousPage: Boolean
}

type User {
  id: ID!
  name: String
  username: String
  email: String
  admin: Boolean

  """JSON text of an object, for example {"code_saving_enabled": true}."""
  flags: JSONString

  """The name of the default entity."""
  entity: String
  createdAt: DateTime
  deletedAt: DateTime

  """Oldest first, at most 1000 at once, as many unless given."""
  apiKeys(first: Int, after: String): ApiKeyConnection

  """Whether a password is set; null for everybody but the user."""
  hasPassword: Boolean

  """
  Whatever the user belongs to: first the user's own entity, then teams by name. At most 1000 at once, as many unless given.
  """
  teams(first: Int, after: String): EntityConnection
  organizations: [Organization!]
  photoUrl: String
  accountType: String
}

type UserConnection {
  edges: [UserEdge!]!
  pageInfo: PageInfo!
}

type UserEdge {
  node: User
  cursor: String
}

type ApiKey {
  id: ID!

  """
  The first characters of the key; the key itself is shown once, when it is made.
  """
  name: String!
  description: String
  createdAt: DateTime
  lastUsedAt: DateTime
}

type ApiKeyConnection {
  edges: [ApiKeyEdge!]!
  pageInfo: PageInfo!
}

type ApiKeyEdge {
  node: ApiKey
  cursor: String
}

"""A person or a team: the owner of projects and run queues."""
type Entity {
  id: ID!
  name: String!
  isTeam: Boolean
  entityType: String
  available: Boolean
  photoUrl: String
  readOnly: Boolean
  readOnlyAdmin: Boolean
  privateOnly: Boolean
  isPaid: Boolean
  storageBytes: Int64
  codeSavingEnabled: Boolean
  defaultAccess: String
  limits: JSON

  """By name, the first 1000; membersConnection reads further."""
  members: [Member!]

  """By name, at most 1000 at once, 50 unless given."""
  membersConnection(first: Int, after: String): MemberConnection!
  memberCount: Int!

  """Whether the caller may add and remove members."""
  canChangeMembers: Boolean!
  organization: Organization
  user: User
  xxhashDigestsEnabled: Boolean

  """
  The jobs of all its projects, newest version first; with search those whose name or description holds that text.
  """
  jobs(first: Int, after: String, search: String): JobConnection

  """
  Those that were heard of within the last week, newest first: all of them, or those that listen (isListening: true) or
  are lost or have ended (false). At most 1000 at once, 50 unless given.
  """
  launchAgents(isListening: Boolean, first: Int, after: String): LaunchAgentConnection

  """
  The presets of this person or team, newest first; for one job with entity/project/name.
  """
  presets(first: Int, after: String, job: String): PresetConnection
  project(name: String): Project
  projects(first: Int, after: String): ProjectConnection
  defaultResourceConfig(id: ID!): DefaultResourceConfig

  """By name, the first 1000; runQueuesConnection reads further."""
  runQueues: [RunQueue!]

  """
  By name, those whose name contains the search text in any case; at most 1000 at once, 50 unless given. Null for those who
  are not in the entity.
  """
  runQueuesConnection(search: String, first: Int, after: String): RunQueueConnection

  """
  Names are unique within the entity. Null when there is none of that name, or it is not for the caller to see.
  """
  runQueue(name: String!): RunQueue

  """
  Items, newest first: in one of the states, of a queue of this name, by this user, of a job given as name, name:v3 or
  project/name:v3.
  """
  runQueueItems(states: [String!], queueName: String, author: String, job: String, first: Int, after: String): RunQueueItemConnection

  """
  Launches that were refused, newest first, with the reasons; those on one queue when it is named.
  """
  refusedLaunches(queueName: String, first: Int, after: String): RefusedLaunchConnection
  runCount(filters: JSONString): Int

  """
  Keys that configs and summaries of its runs have, configs first, by name; search finds a part of a name.
  """
  runKeys(first: Int, after: String, search: String): RunKeyConnection

  """
  Its runs counted by the value of a field, such as config.lr, state or user, in the order of the values.
  """
  runGroups(by: String!, filters: JSONString, aggregates: [String!], first: Int, after: String): RunGroupConnection

  """
  Runs of all its projects; filters and order as for those of one project.
  """
  runs(first: Int, after: String, filters: JSONString, order: String): RunConnection

  """By name, without values; an entity has at most 1000."""
  secrets: [Secret!]

  """
  By name, without values, at most 1000 at once, 50 unless given. Null for those who are not in the entity.
  """
  secretsConnection(first: Int, after: String): SecretConnection

  """
  Sweeps of all its projects, newest first; filters as for those of one project, and project by name.
  """
  sweeps(first: Int, after: String, filters: JSONString): SweepConnection
}

type EntityConnection {
  edges: [EntityEdge!]!
  pageInfo: PageInfo!
}

type EntityEdge {
  node: Entity
  cursor: String
}

type Member {
  id: ID!
  admin: Boolean
  role: String
  pending: Boolean
  email: String
  username: String
  name: String
  photoUrl: String
  accountType: String
  apiKey: String
}

type MemberConnection {
  edges: [MemberEdge!]!
  pageInfo: PageInfo!
}

type MemberEdge {
  node: Member!
  cursor: String!
}

"""
What a server is as a whole, once it has a name: whoever has an account belongs to it.
"""
type Organization {
  id: ID!
  name: String!

  """Of the same name. It has no members and owns nothing."""
  orgEntity: Entity
  coreWeaveOrganizationId: String
  featureFlags(rampIDType: RampIDType): [FeatureFlag!]
}

enum RampIDType {
  OrgName
}

type FeatureFlag {
  rampKey: String!
  isEnabled: Boolean!
}

input SetOrganizationInput {
  """Null makes the server no organization again."""
  name: String
  clientMutationId: String
}

type SetOrganizationPayload {
  organization: Organization
  clientMutationId: String
}

type SuccessPayload {
  success: Boolean
  clientMutationId: String
}

input CreateUserInput {
  email: String

  """Defaults to the part of the e-mail address before the @."""
  username: String

  """A key to import, in the client's format. Defaults to a new one."""
  apiKey: String
  admin: Boolean
  clientMutationId: String
}

type CreateUserPayload {
  user: User

  """The new key, shown this once; null when the key was imported."""
  apiKey: String
  clientMutationId: String
}

input UpdateUserInput {
  username: String!
  email: String
  admin: Boolean
  clientMutationId: String
}

type UpdateUserPayload {
  user: User
  clientMutationId: String
}

input GenerateApiKeyInput {
  """
  Whose key it is to be; only an administrator may name somebody else. Defaults to the caller.
  """
  username: String
  description: String
  clientMutationId: String
}

type GenerateApiKeyPayload {
  """Its name is the whole key, shown this once."""
  apiKey: ApiKey
  clientMutationId: String
}

input DeleteApiKeyInput {
  id: String!
  clientMutationId: String
}

input CreateTeamInput {
  teamName: String!
  teamAdminUserName: String
  organizationId: ID
  clientMutationId: String
}

type CreateTeamPayload {
  entity: Entity
  clientMutationId: String
}

input TeamMemberInput {
  entityName: String!
  username: String!
  admin: Boolean
  clientMutationId: String
}

input CreateInviteInput {
  entityName: String!
  email: String
  username: String
  admin: Boolean
  clientMutationId: String
}

type CreateInvitePayload {
  invite: Invite
  clientMutationId: String
}

"""Who was added to a team."""
type Invite {
  """Of the member."""
  id: ID!
  name: String!
  email: String
  createdAt: DateTime!
  toUser: User
}

input DeleteInviteInput {
  """The member's."""
  id: String
  entityName: String
  clientMutationId: String
}

input CreateLoginLinkInput {
  clientMutationId: String
}

type CreateLoginLinkPayload {
  """The path of the link on this server, with its secret."""
  path: String!
  clientMutationId: String
}

"""
How the person shows who they are: an API key, a login link, or a user name and a password.
"""
input OpenSessionInput {
  apiKey: String

  """The secret of a login link, which is used up."""
  loginToken: String
  username: String

  """With the user name."""
  password: SecretValue
  clientMutationId: String
}

type OpenSessionPayload {
  user: User
  clientMutationId: String
}

input CloseSessionInput {
  clientMutationId: String
}

input SetPasswordInput {
  currentPassword: SecretValue

  """12 to 1000 characters; null takes the password away."""
  newPassword: SecretValue
  clientMutationId: String
}

input UpdateViewerInput {
  """Empty for none."""
  email: String
  clientMutationId: String
}

type UpdateViewerPayload {
  user: User
  clientMutationId: String
}

input CreateArtifactTypeInput {
  entityName: String
  projectName: String
  name: String!
  description: String
  clientMutationId: String
}

type CreateArtifactTypePayload {
  artifactType: ArtifactType
  clientMutationId: String
}

input ArtifactAliasInput {
  artifactCollectionName: String
  alias: String!
  entityName: String
  projectName: String
}

input TagInput {
  tagName: String!
  tagCategoryName: String
  attributes: JSONString
}

input CreateArtifactInput {
  artifactTypeName: String!
  artifactCollectionName: String
  artifactCollectionNames: [String!]
  entityName: String
  projectName: String
  runName: String
  description: String
  digest: String!
  digestAlgorithm: ArtifactDigestAlgorithm
  labels: JSONString
  aliases: [ArtifactAliasInput!]
  metadata: JSONString
  historyStep: Int64
  enableDigestDeduplication: Boolean
  clientID: ID
  sequenceClientID: ID
  distributedID: String
  ttlDurationSeconds: Int64
  storageRegion: String
  tags: [TagInput!]
  clientMutationId: String
}

type CreateArtifactPayload {
  artifact: Artifact!
  clientMutationId: String
}

input CreateArtifactManifestInput {
  artifactID: ID!
  baseArtifactID: ID
  name: String!
  digest: String!
  entityName: String
  projectName: String
  runName: String
  type: ArtifactManifestType
  storageRegion: String
  clientMutationId: String
}

type CreateArtifactManifestPayload {
  artifactManifest: ArtifactManifest!
  clientMutationId: String
}

input UpdateArtifactManifestInput {
  artifactManifestID: ID!
  digest: String
  baseArtifactID: ID
  clientMutationId: String
}

type UpdateArtifactManifestPayload {
  artifactManifest: ArtifactManifest!
  clientMutationId: String
}

input UploadPartsInput {
  partNumber: Int64!
  hexMD5: String!
}

input CreateArtifactFileSpecInput {
  artifactID: ID!
  artifactManifestID: ID
  name: String!

  """base64 of the MD5 of the bytes."""
  md5: String!
  mimetype: String
  uploadPartsInput: [UploadPartsInput!]
}

input CreateArtifactFilesInput {
  artifactFiles: [CreateArtifactFileSpecInput!]!
  storageLayout: ArtifactStorageLayout
  cloudRegionID: ID
  clientMutationId: String
}

type CreateArtifactFilesPayload {
  files: FileConnection!
  clientMutationId: String
}

enum CompleteMultipartAction {
  Complete
}

input CompleteMultipartUploadArtifactInput {
  completeMultipartAction: CompleteMultipartAction!

  """All parts, each with the ETag of the answer to its upload."""
  completedParts: [UploadPartsInput!]!
  artifactID: ID!
  storagePath: String!
  uploadID: String!
  clientMutationId: String
}

type CompleteMultipartUploadArtifactPayload {
  """base64 of the MD5 of the whole file."""
  digest: String
  clientMutationId: String
}

input CommitArtifactInput {
  artifactID: ID!
  clientMutationId: String
}

type CommitArtifactPayload {
  artifact: Artifact!
  clientMutationId: String
}

input UpdateArtifactInput {
  artifactID: ID!
  description: String
  metadata: JSONString
  ttlDurationSeconds: Int64
  tagsToAdd: [TagInput!]
  tagsToDelete: [TagInput!]
  aliases: [ArtifactAliasInput!]
  labels: JSONString
  clientMutationId: String
}

type UpdateArtifactPayload {
  artifact: Artifact!
  clientMutationId: String
}

input DeleteArtifactInput {
  artifactID: ID!
  deleteAliases: Boolean
  clientMutationId: String
}

type DeleteArtifactPayload {
  artifact: Artifact!
  clientMutationId: String
}

input UseArtifactInput {
  artifactID: ID!
  entityName: String
  projectName: String
  runName: String!
  usedAs: String
  artifactEntityName: String
  artifactProjectName: String
  clientMutationId: String
}

type UseArtifactPayload {
  artifact: Artifact
  clientMutationId: String
}

input ArtifactCollectionAliasInput {
  alias: String!
  artifactCollectionName: String!
  entityName: String
  projectName: String
}

input AddAliasesInput {
  artifactID: ID!
  aliases: [ArtifactCollectionAliasInput!]!
  clientMutationId: String
}

input DeleteAliasesInput {
  artifactID: ID!
  aliases: [ArtifactCollectionAliasInput!]!
  clientMutationId: String
}

input UpdateArtifactSequenceInput {
  artifactSequenceID: ID!
  name: String
  description: String
  clientMutationId: String
}

input MoveArtifactSequenceInput {
  artifactSequenceID: ID!
  destinationArtifactTypeName: String!
  clientMutationId: String
}

type UpdateArtifactCollectionPayload {
  artifactCollection: ArtifactCollection
  clientMutationId: String
}

input DeleteArtifactSequenceInput {
  artifactSequenceID: ID!
  clientMutationId: String
}

type DeleteArtifactCollectionPayload {
  artifactCollection: ArtifactCollection
  clientMutationId: String
}

input LinkArtifactInput {
  artifactID: ID

  """
  The id that the client made for the version, where it has no other yet.
  """
  clientID: ID
  artifactPortfolioName: String!
  entityName: String!
  projectName: String!
  aliases: [ArtifactAliasInput!]
  clientMutationId: String
}

type LinkArtifactPayload {
  """The number of the link in the portfolio."""
  versionIndex: Int
  artifactMembership: ArtifactCollectionMembership
  clientMutationId: String
}

input UnlinkArtifactInput {
  artifactID: ID!
  artifactPortfolioID: ID!
  clientMutationId: String
}

type UnlinkArtifactPayload {
  """The version, which stays. Clients up to release 0.19 ask for it."""
  artifactID: ID!
  success: Boolean
  clientMutationId: String
}

input UpdateArtifactPortfolioInput {
  artifactPortfolioID: ID!
  name: String
  description: String
  clientMutationId: String
}

input DeleteArtifactPortfolioInput {
  artifactPortfolioID: ID!
  clientMutationId: String
}

input CreateArtifactCollectionTagAssignmentsInput {
  entityName: String!
  projectName: String!
  artifactCollectionName: String!
  tags: [TagInput!]!
  clientMutationID: String
}

type CreateArtifactCollectionTagAssignmentsPayload {
  tags: [Tag!]!
  clientMutationID: String
}

input DeleteArtifactCollectionTagAssignmentsInput {
  entityName: String!
  projectName: String!
  artifactCollectionName: String!
  tags: [TagInput!]!
  clientMutationID: String
}

input ArtifactManifestEntryInput {
  name: String!
  digest: String!
  birthArtifactID: ID
}

enum ArtifactState {
  PENDING
  COMMITTED
  DELETED
}

enum ArtifactCollectionState {
  READY
  DELETED
}

enum ArtifactManifestType {
  FULL
  PATCH
  INCREMENTAL
}

enum ArtifactStorageLayout {
  V1
  V2
}

enum ArtifactDigestAlgorithm {
  MANIFEST_MD5

  """Known to newer clients; refused by this server."""
  MANIFEST_XXH128
}

type ArtifactType {
  id: ID!
  name: String!
  description: String
  createdAt: DateTime

  """
  A version by name and alias; clients up to release 0.25 read its files here.
  """
  artifact(name: String!): Artifact

  """
  Null for a portfolio: by this clients up to release 0.19 tell the two kinds of collection apart.
  """
  artifactSequence(name: String!): ArtifactSequence
  artifactCollection(name: String!): ArtifactCollection
  artifactCollections(first: Int, after: String, filters: JSONString, order: String): ArtifactCollectionConnection
}

type ArtifactTypeConnection {
  edges: [ArtifactTypeEdge!]!
  pageInfo: PageInfo!
}

type ArtifactTypeEdge {
  node: ArtifactType
  cursor: String
}

interface ArtifactCollection {
  id: ID!
  name: String!
  description: String
  createdAt: DateTime
  updatedAt: DateTime
  state: ArtifactCollectionState
  project: Project
  defaultArtifactType: ArtifactType!
  tags(first: Int): TagConnection
  aliases(first: Int, after: String): ArtifactAliasConnection
  artifacts(first: Int, after: String, filters: JSONString, order: String): VersionedArtifactConnection
  artifactMembership(aliasName: String!): ArtifactCollectionMembership
}

"""The versions of one artifact, in the order in which they were logged."""
type ArtifactSequence implements ArtifactCollection {
  id: ID!
  name: String!
  description: String
  createdAt: DateTime
  updatedAt: DateTime
  state: ArtifactCollectionState
  project: Project
  defaultArtifactType: ArtifactType!
  tags(first: Int): TagConnection
  aliases(first: Int, after: String): ArtifactAliasConnection
  artifacts(first: Int, after: String, filters: JSONString, order: String): VersionedArtifactConnection
  artifactMembership(aliasName: String!): ArtifactCollectionMembership
  latestArtifact: Artifact
  digestAlgorithm: ArtifactDigestAlgorithm
}

"""Links to versions of artifacts, in the order in which they were made."""
type ArtifactPortfolio implements ArtifactCollection {
  id: ID!
  name: String!
  description: String
  createdAt: DateTime
  updatedAt: DateTime
  state: ArtifactCollectionState
  project: Project
  defaultArtifactType: ArtifactType!
  tags(first: Int): TagConnection
  aliases(first: Int, after: String): ArtifactAliasConnection
  artifacts(first: Int, after: String, filters: JSONString, order: String): VersionedArtifactConnection
  artifactMembership(aliasName: String!): ArtifactCollectionMembership
}

type ArtifactCollectionConnection {
  edges: [ArtifactCollectionEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

type ArtifactCollectionEdge {
  node: ArtifactCollection
  cursor: String
}

"""
The place of an artifact version in a collection: its number and its aliases there.
"""
type ArtifactCollectionMembership {
  id: ID!
  versionIndex: Int
  createdAt: DateTime
  aliases: [ArtifactAlias!]
  artifactCollection: ArtifactCollection
  artifact: Artifact
  files(names: [String!], first: Int, after: String): FileConnection
}

type ArtifactCollectionMembershipConnection {
  edges: [ArtifactCollectionMembershipEdge!]!
  pageInfo: PageInfo!
}

type ArtifactCollectionMembershipEdge {
  node: ArtifactCollectionMembership
  cursor: String
}

type Artifact {
  """
  base64 of Artifact:<number>; the client decodes it to hexadecimal for references.
  """
  id: ID!
  artifactSequence: ArtifactSequence!
  artifactType: ArtifactType!
  versionIndex: Int
  description: String
  metadata: JSONString
  state: ArtifactState!
  size: Int64!

  """Hexadecimal MD5 over the manifest's entries."""
  digest: String!
  digestAlgorithm: ArtifactDigestAlgorithm
  fileCount: Int64!
  commitHash: String
  historyStep: Int64
  ttlDurationSeconds: Int64!
  ttlIsInherited: Boolean!
  createdAt: DateTime!
  updatedAt: DateTime
  tags: [Tag!]!
  aliases: [ArtifactAlias!]!
  artifactMemberships(first: Int, after: String): ArtifactCollectionMembershipConnection
  currentManifest: ArtifactManifest
  createdBy: ArtifactCreator
  usedBy(first: Int, after: String): RunConnection
  files(names: [String!], first: Int, after: String): FileConnection
  filesByManifestEntries(entries: [ArtifactManifestEntryInput!], storageLayout: String, manifestVersion: String, storageRegion: String, first: Int, after: String): FileConnection

  """This artifact as a job version; null for an artifact of another type."""
  jobVersion: JobVersion
}

union ArtifactCreator = Run | User

type ArtifactConnection {
  edges: [ArtifactEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

"""Clients of the releases around 0.22 name this type in their documents."""
type InputArtifactConnection {
  edges: [ArtifactEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

type ArtifactEdge {
  node: Artifact
  cursor: String
}

type VersionedArtifactConnection {
  edges: [VersionedArtifactEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

type VersionedArtifactEdge {
  """The version's name in this collection, for example v0."""
  version: String
  node: Artifact
  cursor: String
}

type ArtifactAlias {
  id: ID!
  alias: String!
  artifactCollection: ArtifactCollection
  artifactCollectionName: String
}

type ArtifactAliasConnection {
  edges: [ArtifactAliasEdge!]!
  pageInfo: PageInfo!
}

type ArtifactAliasEdge {
  node: ArtifactAlias
  cursor: String
}

type Tag {
  id: ID!
  name: String!

  """
  Always null: tags have no categories here. Clients up to release 0.19 ask for it.
  """
  tagCategoryName: String
}

type TagConnection {
  edges: [TagEdge!]!
}

type TagEdge {
  node: Tag
}

type ArtifactManifest {
  id: ID!
  digest: String
  file: File
}

type ClientIDMapping {
  serverID: ID!
}

type File {
  id: ID!
  name: String
  displayName: String

  """
  An absolute address that carries its own authorisation for a while; with upload, one to PUT to.
  """
  url(upload: Boolean): String
  directUrl: String

  """Where to send the bytes of a file that the server asked for."""
  uploadUrl: String
  uploadHeaders: [String!]
  uploadMultipartUrls: UploadMultipartUrls
  sizeBytes: Int64
  storagePath: String
  mimetype: String
  updatedAt: DateTime

  """base64 of the MD5 of the bytes."""
  md5: String
  digest: String
  artifact: Artifact
}

type UploadMultipartUrls {
  uploadID: ID!
  uploadUrlParts: [UploadUrlPart!]!
}

type UploadUrlPart {
  partNumber: Int64!
  uploadUrl: String!
}

type FileConnection {
  edges: [FileEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
  uploadHeaders: [String!]
}

type FileEdge {
  node: File
  cursor: String
}

input CreateRunFilesInput {
  entityName: String
  projectName: String
  runName: String
  files: [String!]!
  clientMutationId: String
}

type CreateRunFilesPayload {
  runID: ID
  uploadHeaders: [String!]
  files: [RunFileUpload!]
  clientMutationId: String
}

type RunFileUpload {
  name: String!
  uploadUrl: String!
}

input MarkRunFilesUploadedInput {
  entityName: String
  projectName: String
  runName: String
  files: [String!]!
  clientMutationId: String
}

input DeleteFilesInput {
  files: [ID!]!
  projectId: Int
  clientMutationId: String
}

type ParquetHistory {
  parquetUrls: [String!]!
  liveData: [JSON!]!
}

type LogMatches {
  """The numbers of the lines, rising."""
  lines: [Int!]!

  """Where the search goes on; null at the end of the log."""
  nextLine: Int
}

type LogLine {
  id: ID
  number: Int!
  timestamp: DateTime
  level: String
  label: String
  line: String!
}

type LogLineConnection {
  edges: [LogLineEdge!]!
  pageInfo: PageInfo!
}

type LogLineEdge {
  node: LogLine
  cursor: String
}

"""
A named, reusable definition of work in a project: an artifact collection of type job.
"""
type Job {
  id: ID!
  name: String!
  description: String
  createdAt: DateTime
  updatedAt: DateTime
  project: Project!
  latestVersion: JobVersion
  versions(first: Int, after: String): JobVersionConnection

  """Runs launched from any of its versions, newest first."""
  runs(first: Int, after: String): RunConnection
}

type JobConnection {
  edges: [JobEdge!]!
  pageInfo: PageInfo!
}

type JobEdge {
  node: Job
  cursor: String
}

"""
One immutable state of a job: source, entry point, inputs and environment.
"""
type JobVersion {
  """The id of the artifact that holds it."""
  id: ID!
  name: String!

  """v0, v1, ..."""
  version: String!
  versionIndex: Int!
  aliases: [String!]!

  """entity/project/name:version."""
  path: String!
  project: Project!
  createdAt: DateTime!

  """repo, artifact or image."""
  sourceType: String!

  """The source as wandb-job.json states it."""
  source: JSON!

  """
  The artifact with the code that it runs; null for another kind of source, and where the caller may not see it.
  """
  sourceArtifact: Artifact
  entryPoint: [String!]

  """
  What ran the program: a Python version such as 3.11, or Node with its version.
  """
  runtime: String

  """
  The run that captured this version; null when it was made by hand or the run is gone.
  """
  sourceRun: Run

  """
  No inputs are known yet: the first run fills them in, and until then a launch accepts any.
  """
  isPartial: Boolean!

  """
  The declared inputs with types, schemas and default values:
  {config: {type, schema, defaults} | null, files: {path: {type, schema, defaults}}, isPartial, allowsExtraKeys}.
  """
  inputs: JSON!

  """
  The types of the inputs as the guide shows them: {"trainer": {"learning_rate": "float"}}. When config files are inputs
  the two kinds are kept apart: {"@wandb.config": {...}, "files": {"config.yaml": {...}}}, without "@wandb.config" when
  the run config is none.
  """
  inputTypes: JSON!

  """The text of each managed config file as it was captured: {path: text}."""
  configFiles: JSON!

  """
  What could not be read of this version, one sentence each; the rest of it holds all the same.
  """
  warnings: [String!]!

  """
  What the newest runs of the job, of any version, had for the inputs of this one; at most 200 runs are looked at. Inputs that always
  had their default are left out, and so are secrets.
  """
  inputUsage: [InputUsage!]!

  """Runs launched from this version, newest first."""
  runs(first: Int, after: String): RunConnection

  """
  For each of the overrides, in order, the items that the caller may see with exactly the same inputs of this job version,
  whatever the order of keys: newest first, at most first of each (5 unless given). The overrides are those of a launch
  spec, {run_config, files, args, ...}; at most 1000 at once.
  """
  earlierLaunches(overrides: [JSON!]!, first: Int): [EarlierLaunches!]!
}

"""What earlier runs had for one input."""
type InputUsage {
  """
  The input address, such as trainer.learning_rate or config.yaml:model.layers.
  """
  address: String!

  """How many of the runs had a value."""
  runs: Int!

  """The least of the values that are numbers; null without numbers."""
  minimum: Float

  """The greatest of the values that are numbers."""
  maximum: Float

  """
  The different values, the most frequent first; empty where there are more than 12.
  """
  values: JSON!
}

type JobVersionConnection {
  edges: [JobVersionEdge!]!
  pageInfo: PageInfo!
}

type JobVersionEdge {
  node: JobVersion
  cursor: String
}

type LaunchAgentConnection {
  edges: [LaunchAgentEdge!]!
  pageInfo: PageInfo!
}

type LaunchAgentEdge {
  node: LaunchAgent!
  cursor: String!
}

type LaunchAgent {
  id: ID!
  name: String
  entityName: String!

  """The user who started it."""
  createdBy: String

  """The queues that it listens to, in its order."""
  queues: [RunQueue!]!

  """The items that it holds now, newest first."""
  runQueueItems(first: Int, after: String): RunQueueItemConnection

  """
  The items that it holds now and that the caller may see, newest first, at most 100.
  """
  heldItems: [RunQueueItem!]!

  """How many items it holds now."""
  heldCount: Int!

  """The ids of the queues that it listens to."""
  runQueues: [ID!]
  hostname: String

  """POLLING, RUNNING, KILLED, or LOST when its heartbeat stopped."""
  agentStatus: String
  agentConfig: JSON
  version: String
  stopPolling: Boolean
  createdAt: DateTime
  heartbeatAt: DateTime
}

input CreateLaunchAgentInput {
  entityName: String!
  projectName: String!
  runQueues: [ID!]!
  hostname: String!
  agentConfig: JSONString
  version: String

  """
  The id of the agent that this one replaces: it gets the same id and its items back. Only for the same entity.
  """
  resumeLaunchAgentId: ID
  clientMutationId: String
}

type CreateLaunchAgentPayload {
  success: Boolean
  launchAgentId: ID
  clientMutationId: String
}

input UpdateLaunchAgentInput {
  launchAgentId: ID!
  agentStatus: String
  clientMutationId: String
}

input LeaseRunQueueItemsInput {
  launchAgentId: ID!

  """How many items the agent has room for."""
  limit: Int!

  """0 to 15 seconds. Defaults to the server's setting."""
  waitSeconds: Float
  clientMutationId: String
}

type LeaseRunQueueItemsPayload {
  items: [LeasedRunQueueItem!]!
  clientMutationId: String
}

"""What an agent needs to run an item, in one answer."""
type LeasedRunQueueItem {
  runQueueItemId: ID!
  runSpec: JSON!
  queueName: String!
  queueEntityName: String!

  """When the lease ends unless it is renewed."""
  leaseEndsAt: DateTime!
}

input LaunchAgentHeartbeatInput {
  launchAgentId: ID!
  agentStatus: String

  """The items that the agent holds; their leases are renewed."""
  runQueueItemIds: [ID!]!

  """0 to 15 seconds. Defaults to 0."""
  waitSeconds: Float
  clientMutationId: String
}

type LaunchAgentHeartbeatPayload {
  """The agent must take no more items and end once its items have."""
  stopPolling: Boolean!

  """Items whose process the agent must stop."""
  stopRunQueueItemIds: [ID!]!

  """
  Items that the agent no longer holds: it must stop their processes and report nothing.
  """
  lostRunQueueItemIds: [ID!]!
  clientMutationId: String
}

input LaunchAgentIdInput {
  launchAgentId: ID!
  clientMutationId: String
}

"""
The kinds of things that can be watched. Lists tell that one of their members changed, without saying which.
"""
enum WatchKind {
  """The projects of an entity: created, config."""
  PROJECTS

  """
  The jobs of an entity, or of one of its projects: config (a version was published or changed), deleted.
  """
  JOBS

  """
  The runs of an entity, or of one of its projects: created, state, config, summary, deleted.
  """
  RUNS

  """
  One run, by entity, project and name: state, config, summary, history, events, log, files, artifacts, alerts, deleted.
  """
  RUN

  """
  The run queues of an entity that the caller may see: created, state, config, items, agents, deleted.
  """
  RUN_QUEUES

  """
  One run queue, by entity and name: state (paused or not), config, items, agents, deleted.
  """
  RUN_QUEUE

  """One item, by id: state, log, warnings."""
  RUN_QUEUE_ITEM

  """
  The launch agents of an entity: created, state, items (what they hold).
  """
  LAUNCH_AGENTS

  """The presets of an entity: created, config (another version), deleted."""
  PRESETS

  """
  The secrets of an entity: created, config (another value), state (an agent got the value), deleted.
  """
  SECRETS

  """
  The caller: config (e-mail address, password, administration), keys (one was made, first used or deleted), teams (another one, or one less).
  """
  VIEWER

  """
  The teams that the caller sees, for an administrator all of them: created, members.
  """
  TEAMS

  """The users of the server, for an administrator: created, config, teams."""
  USERS
}

"""A thing to watch. Without an entity name it is the caller's own."""
input WatchInput {
  kind: WatchKind!
  entityName: String

  """For JOBS and RUNS, where it may be missing, and for RUN."""
  projectName: String

  """For RUN (the run id, as in the run's address) and RUN_QUEUE."""
  name: String

  """For RUN_QUEUE_ITEM."""
  id: ID
}

"""
What is new of one watched thing, which is named as the subscription named it.
"""
type Change {
  kind: WatchKind!
  entityName: String
  projectName: String
  name: String
  id: ID

  """
  What changed of it, in no order: those that its kind names; "ready" in place of a change when everything watched is to be
  read anew; "gone" when the caller may not see the thing any more, of which nothing more is told. Others may be added.
  """
  aspects: [String!]!
}

"""A named, versioned set of inputs of a person or a team."""
type Preset {
  id: ID!
  name: String!
  entityName: String!

  """entity/project/name of the only job that it is for; null for any job."""
  jobPath: String
  createdAt: DateTime!
  createdBy: String

  """When it was deleted; null for one that can be used."""
  deletedAt: DateTime
  latestVersion: PresetVersion

  """One version as v2, or latest."""
  version(name: String!): PresetVersion
  versions(first: Int, after: String): PresetVersionConnection
}

type PresetConnection {
  edges: [PresetEdge!]!
  pageInfo: PageInfo!
}

type PresetEdge {
  node: Preset
  cursor: String
}

"""One immutable state of a preset."""
type PresetVersion {
  id: ID!

  """v0, v1, ..."""
  version: String!
  versionIndex: Int!

  """entity/name@version."""
  path: String!
  preset: Preset!
  description: String
  author: String
  createdAt: DateTime!

  """
  What this version itself sets: {run_config, files: {path: values}, removals: [input], queue, priority,
  template_variables, resource_args}; parts that it does not set are left out.
  """
  content: JSON!

  """
  The versions that it builds on, the lowest first. Null where one is of an entity that the caller left.
  """
  basedOn: [PresetVersion!]

  """This version over all that it builds on, in the form of content."""
  resolved: JSON

  """
  Why it could not be used with a job version, one problem for each path. Empty: it fits.
  """
  problems(job: String!): [Problem!]!
}

type PresetVersionConnection {
  edges: [PresetVersionEdge!]!
  pageInfo: PageInfo!
}

type PresetVersionEdge {
  node: PresetVersion
  cursor: String
}

type PresetDifference {
  """
  The address of an input, or a part such as queue or template_variables.cpu.
  """
  path: String!

  """Null with isSetFrom false where the first version does not set it."""
  from: JSON
  to: JSON
  isSetFrom: Boolean!
  isSetTo: Boolean!
}

input SavePresetInput {
  entityName: String!
  name: String!

  """JSON text in the form of PresetVersion.content."""
  content: JSONString!

  """
  The presets that it builds on, the lowest first, as NAME, NAME@v2 or ENTITY/NAME@v2. They are kept by their version.
  """
  basedOn: [String!]

  """
  entity/project/name:alias of the job that it is for; the values are checked against that version. Null: any job.
  """
  job: String
  description: String
  clientMutationId: String
}

type SavePresetPayload {
  presetVersion: PresetVersion

  """False when the newest version held the same already."""
  isNew: Boolean!
  clientMutationId: String
}

input PresetIdInput {
  presetID: ID!
  clientMutationId: String
}

type Project {
  id: ID!
  internalId: ID!
  name: String!
  entityName: String!
  entity: Entity!
  description: String
  access: String
  readOnly: Boolean
  views: JSON
  isBenchmark: Boolean
  repo: String
  dockerImage: String
  user: User
  createdAt: DateTime
  updatedAt: DateTime
  artifact(name: String!, enableTracking: Boolean): Artifact
  artifactType(name: String!): ArtifactType
  artifactTypes(first: Int, after: String, includeAll: Boolean): ArtifactTypeConnection
  artifactCollection(name: String!): ArtifactCollection
  artifactCollections(first: Int, after: String, filters: JSONString, order: String): ArtifactCollectionConnection
  artifactCollectionMembership(name: String!): ArtifactCollectionMembership

  """
  The jobs of this project, newest version first; with search those whose name or description holds that text.
  """
  jobs(first: Int, after: String, search: String): JobConnection

  """One job by name; null when there is none."""
  job(name: String!): Job

  """
  One job version by name and alias, such as train:latest or train:v3; without an alias, the latest.
  """
  jobVersion(name: String!): JobVersion

  """By name, the first 1000."""
  runQueues: [RunQueue!]
  runQueue(name: String!): RunQueue
  runKeys(first: Int, after: String, search: String): RunKeyConnection
  runGroups(by: String!, filters: JSONString, aggregates: [String!], first: Int, after: String): RunGroupConnection
  run(name: String!, desc: String): Run

  """
  The client's older name of run. missingOk is taken and ignored: an unknown run is null either way.
  """
  bucket(name: String!, desc: String, missingOk: Boolean): Run
  runs(first: Int, after: String, filters: JSONString, order: String): RunConnection
  buckets(first: Int, after: String): RunConnection
  runCount(filters: JSONString): Int

  """A sweep by its id of eight characters; null when it does not exist."""
  sweep(sweepName: String!): Sweep

  """
  Sweeps, newest first. Filters are like those of runs, over name, displayName, state, method and createdAt.
  """
  sweeps(first: Int, after: String, filters: JSONString): SweepConnection
  totalSweeps: Int!
}

type ProjectConnection {
  edges: [ProjectEdge!]!
  pageInfo: PageInfo!
}

type ProjectEdge {
  node: Project
  cursor: String
}

input UpsertModelInput {
  id: String
  name: String
  entityName: String
  description: String
  repo: String
  access: String
  dockerImage: String
  framework: String
  isBenchmark: Boolean
  views: JSONString
  clientMutationId: String
}

type UpsertModelPayload {
  model: Project
  project: Project
  inserted: Boolean
  clientMutationId: String
}

input CreateDefaultResourceConfigInput {
  entityName: String!
  resource: String!
  config: JSONString!
  templateVariables: JSONString
  clientMutationId: String
}

type CreateDefaultResourceConfigPayload {
  defaultResourceConfigID: ID
  success: Boolean
  clientMutationId: String
}

input CreateRunQueueInput {
  entityName: String!
  projectName: String!
  queueName: String!
  access: RunQueueAccessType!
  prioritizationMode: RunQueuePrioritizationMode
  defaultResourceConfigID: ID
  clientMutationId: String
}

type CreateRunQueuePayload {
  success: Boolean
  queueID: ID
  clientMutationId: String
}

input UpsertRunQueueInput {
  entityName: String!
  projectName: String!
  queueName: String!
  resourceType: String!
  resourceConfig: JSONString!
  templateVariables: JSONString
  prioritizationMode: RunQueuePrioritizationMode
  externalLinks: JSONString

  """
  Refuses a name that is taken, in place of changing the queue of that name. Defaults to false.
  """
  onlyNew: Boolean
  clientMutationId: String
}

type UpsertRunQueuePayload {
  success: Boolean
  configSchemaValidationErrors: [String!]
  clientMutationId: String
}

input DeleteRunQueuesInput {
  queueIDs: [ID!]!
  clientMutationId: String
}

input RunQueueIdInput {
  queueID: ID!
  clientMutationId: String
}

type RunQueuePayload {
  runQueue: RunQueue
  clientMutationId: String
}

input PushToRunQueueByNameInput {
  entityName: String!
  projectName: String!
  queueName: String!
  runSpec: JSONString!
  priority: Int
  templateVariableValues: JSONString

  """
  What the caller calls this launch, such as a UUID: sent again by the same user under the same key within a week, it is
  queued once, and the answer names the item that is there. Another launch under the same key is refused.
  """
  launchKey: String
  clientMutationId: String
}

type PushToRunQueueByNamePayload {
  runQueueItemId: ID

  """JSON text here, unlike in popFromRunQueue."""
  runSpec: JSONString

  """What was accepted but may surprise: one entry per path."""
  notes: [Problem!]
  runQueueItem: RunQueueItem
  clientMutationId: String
}

input PushToRunQueueInput {
  queueID: ID!
  runSpec: JSONString!
  priority: Int
  templateVariableValues: JSONString
  clientMutationId: String
}

type PushToRunQueuePayload {
  runQueueItemId: ID
  clientMutationId: String
}

type CheckLaunchPayload {
  """Empty when the launch would be accepted."""
  problems: [Problem!]!
  notes: [Problem!]!

  """The merged launch spec; null when there are problems."""
  runSpec: JSON

  """
  Items that the caller may see with exactly the same job version and inputs, newest first. 5 unless asked for more.
  """
  earlierLaunches(first: Int): [RunQueueItem!]!
  clientMutationId: String
}

input RetryRunQueueItemInput {
  runQueueItemId: ID!

  """
  JSON text of {run_config, files, removals}: values that are other this time, and addresses of inputs that shall not be there.
  """
  overrides: JSONString

  """Launches it although it has not ended."""
  force: Boolean
  clientMutationId: String
}

type RetryRunQueueItemPayload {
  runQueueItem: RunQueueItem
  notes: [Problem!]!
  clientMutationId: String
}

input DeleteFromRunQueueInput {
  queueID: ID!
  runQueueItemId: ID!
  clientMutationId: String
}

input RunQueueItemIdInput {
  runQueueItemId: ID!
  clientMutationId: String
}

type RunQueueItemPayload {
  runQueueItem: RunQueueItem
  clientMutationId: String
}

input CancelRunQueueItemsInput {
  runQueueItemIds: [ID!]!

  """
  Refuses the items that run by now, in place of stopping them. Defaults to false.
  """
  onlyWaiting: Boolean
  clientMutationId: String
}

input UpdateRunQueueItemsInput {
  runQueueItemIds: [ID!]!

  """0 (critical), 1 (high), 2 (medium) or 3 (low)."""
  priority: Int!
  clientMutationId: String
}

"""Each of the items is in one of the two lists."""
type RunQueueItemsPayload {
  """Those that were changed, as they are now."""
  runQueueItems: [RunQueueItem!]!
  refused: [RunQueueItemRefusal!]!
  clientMutationId: String
}

"""An item that was not changed, and why."""
type RunQueueItemRefusal {
  runQueueItemId: ID!
  message: String!
}

input PopFromRunQueueInput {
  entityName: String!
  projectName: String!
  queueName: String!
  launchAgentId: ID

  """
  How long to hold the answer when the queue is empty, 0 to 15 seconds. Defaults to the server's setting.
  """
  waitSeconds: Float
  clientMutationId: String
}

type PopFromRunQueuePayload {
  runQueueItemId: ID!

  """A JSON object here, unlike in pushToRunQueueByName."""
  runSpec: JSON!
  clientMutationId: String
}

input AckRunQueueItemInput {
  runQueueItemId: ID!
  runName: String!
  launchAgentId: ID
  clientMutationId: String
}

type AckRunQueueItemPayload {
  success: Boolean
  clientMutationId: String
}

input FailRunQueueItemInput {
  runQueueItemId: ID!
  message: String!
  stage: String!
  filePaths: [String!]
  launchAgentId: ID
  clientMutationId: String
}

input FinishRunQueueItemInput {
  runQueueItemId: ID!
  launchAgentId: ID!

  """finished, failed or stopped."""
  state: String!
  exitCode: Int
  reason: String
  stage: String
  clientMutationId: String
}

input AppendRunQueueItemLogInput {
  runQueueItemId: ID!
  launchAgentId: ID!

  """
  Where the text starts, in bytes of UTF-8 from the beginning of the log.
  """
  offset: Int64!
  text: String!
  clientMutationId: String
}

type RunQueueConnection {
  edges: [RunQueueEdge!]!
  pageInfo: PageInfo!
}

type RunQueueEdge {
  node: RunQueue!
  cursor: String!
}

"""Earlier items with the inputs that were asked about."""
type EarlierLaunches {
  items: [RunQueueItem!]!
}

enum RunQueueAccessType {
  PROJECT
  USER
}

enum RunQueuePrioritizationMode {
  DISABLED
  V0
}

type RunQueue {
  id: ID!
  name: String!
  entityName: String!
  createdBy: String
  createdAt: DateTime
  access: RunQueueAccessType
  prioritizationMode: RunQueuePrioritizationMode
  defaultResourceConfigID: ID
  defaultResourceConfig: DefaultResourceConfig
  externalLinks: JSON

  """The kind of place to run, for example local-process."""
  resource: String
  isPaused: Boolean!
  pendingCount: Int!
  runningCount: Int!

  """The agents that listen to this queue now, oldest first, at most 1000."""
  launchAgents: [LaunchAgent!]!

  """How many agents listen to it now and are not asked to end."""
  listeningAgentCount: Int!
  runQueueItem(id: ID!): RunQueueItem
  runQueueItems(first: Int, after: String, states: [String!], author: String, job: String): RunQueueItemConnection

  """
  What happened in it of late, in equal spans of time of which the last one holds the present moment. At most 2160 hours
  (24 unless given) in 1 to 200 spans (48 unless given). Its newest 10,000 items are counted, and its last 10,000 that ended.
  """
  activity(hours: Float, spans: Int): RunQueueActivity!

  """
  What a launch would wait for that is pushed now, with this priority (0 is the most urgent).
  """
  waiting(priority: Int): Waiting!
}

"""
What happened in a run queue of late, in spans of time, the oldest first.
"""
type RunQueueActivity {
  since: DateTime!
  spanSeconds: Float!

  """False when the queue had more items in this time than are counted."""
  isComplete: Boolean!
  spans: [RunQueueActivitySpan!]!
}

type RunQueueActivitySpan {
  start: DateTime!
  pushed: Int!

  """By an agent that is about to run it."""
  claimed: Int!
  finished: Int!
  failed: Int!
  stopped: Int!
  cancelled: Int!

  """
  From push to claim, the median of the items that were claimed in the span; null without any.
  """
  queuedSeconds: Float

  """What nine of ten of them do not exceed."""
  queuedSecondsHigh: Float

  """
  From the start of the process to its end, the median of the items that finished in the span, or else of those that failed; null without any.
  """
  runSeconds: Float

  """What nine of ten of them do not exceed."""
  runSecondsHigh: Float
}

type DefaultResourceConfig {
  id: ID!
  resource: String!

  """An object {resource_args: {<resource>: {...}}}."""
  config: JSON!
  templateVariables: [TemplateVariable!]
}

type TemplateVariable {
  name: String!

  """JSON Schema as JSON text."""
  schema: JSONString!
}

"""One request to run a job version with a job input."""
type RunQueueItem {
  id: ID!

  """pending, leased, claimed, finished, failed, stopped or cancelled."""
  state: String!

  """The name of the run, once the item is claimed."""
  associatedRunId: String

  """The fully merged launch spec, as an agent gets it."""
  runSpec: JSON

  """0 (critical), 1 (high), 2 (medium) or 3 (low)."""
  priority: Int

  """The project of its run; null where the launch names none."""
  projectName: String
  createdAt: DateTime
  leasedAt: DateTime
  claimedAt: DateTime

  """When the process of the item started."""
  startedAt: DateTime
  endedAt: DateTime
  exitCode: Int

  """Why the item ended as it did, or what it waits for, for a person."""
  reason: String

  """
  The part of the way in which it failed: agent, environment, start or run.
  """
  stage: String
  filePaths: [String!]
  warnings: [RunQueueItemWarning!]
  stopRequestedAt: DateTime
  author: String
  jobPath: String
  runQueue: RunQueue
  launchAgent: LaunchAgent
  run: Run
  jobVersion: JobVersion

  """
  Each declared input: {file, path, type, default, asked, isRemoved, seen, from}; isRemoved where the launch deletes it, seen is what the run's config or the patched file held, from where the asked value came from.
  """
  inputs: JSON

  """
  What its run gets, {config, files: {path: values}}: the defaults of the job version with what is asked over them.
  """
  inputValues: JSON!

  """
  Where the inputs come from that the launch set, in order; later ones replaced values of earlier ones.
  """
  origins: [RunQueueItemOrigin!]!

  """The item that this one repeats."""
  retryOf: RunQueueItem

  """The items that repeat this one, newest first, at most 100."""
  retries: [RunQueueItem!]!

  """
  Output of the process from a byte offset on; follow nextOffset until isComplete.
  """
  log(offset: Int64, limit: Int): RunQueueItemLog

  """Why it waits; null for an item that runs or has ended."""
  waiting: Waiting
}

type RunQueueItemOrigin {
  """preset, run, item, sweep, file or command-line."""
  kind: String!

  """
  entity/name of a preset, entity/project/name of a run or a sweep, the id of an item, or the name of a file.
  """
  name: String

  """v0, v1, ... of a preset."""
  version: String

  """The addresses of the inputs whose values came from here."""
  inputs: [String!]!
}

type RunQueueItemLog {
  text: String!
  nextOffset: Int64!
  isComplete: Boolean!
}

type RunQueueItemWarning {
  message: String!
  stage: String
  createdAt: DateTime
}

type RunQueueItemConnection {
  edges: [RunQueueItemEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

type RunQueueItemEdge {
  node: RunQueueItem
  cursor: String
}

type RefusedLaunch {
  id: ID!
  createdAt: DateTime!
  author: String
  queueName: String
  jobPath: String
  message: String!
  problems: [Problem!]!
}

type Problem {
  path: String!
  message: String!
}

type RefusedLaunchConnection {
  edges: [RefusedLaunchEdge!]!
  pageInfo: PageInfo!
}

type RefusedLaunchEdge {
  node: RefusedLaunch
  cursor: String
}

type RunKey {
  id: ID!

  """
  As in filters: config.KEY or summary_metrics.KEY; a dot inside a key is written \\.
  """
  name: String!
  path: String!

  """Whether it is a value of the config; else of the summary."""
  isInput: Boolean!

  """Whether some run of the entity had a number there."""
  hasNumbers: Boolean!

  """Whether some run of the entity had something else there."""
  hasOthers: Boolean!
}

type RunKeyConnection {
  edges: [RunKeyEdge!]!
  pageInfo: PageInfo!
}

type RunKeyEdge {
  node: RunKey
  cursor: String
}

type RunGroup {
  """The value that its runs have; null for those that have none."""
  value: JSON
  count: Int!
  aggregates: [RunAggregate!]!

  """
  The condition that its runs meet, to be joined with the filters that the groups were made with.
  """
  filters: JSONString!
}

"""The numbers of a group's runs together; nulls where no run has one."""
type RunAggregate {
  key: String!
  count: Int!
  min: Float
  mean: Float
  max: Float
}

type RunGroupConnection {
  edges: [RunGroupEdge!]!
  pageInfo: PageInfo!
}

type RunGroupEdge {
  node: RunGroup
  cursor: String
}

input RunsInput {
  ids: [ID!]!
}

input TagRunsInput {
  ids: [ID!]!
  add: [String!]
  remove: [String!]
}

type RunsPayload {
  """How many of them were there."""
  count: Int!
}

type Run {
  """
  base64 of Run:v1:<run>:<project>:<entity>, a form that the client also builds itself.
  """
  id: ID!
  name: String!
  displayName: String
  description: String
  notes: String

  """JSON text of {key: {value, desc}}."""
  config: JSONString
  wandbConfig(keys: [String!]): JSONString
  summaryMetrics: JSONString
  systemMetrics: JSONString
  state: String
  tags: [String!]
  group: String
  jobType: String
  commit: String
  host: String
  readOnly: Boolean
  createdAt: DateTime
  updatedAt: DateTime
  heartbeatAt: DateTime

  """When the run ended; null while it runs."""
  endedAt: DateTime
  exitcode: Int
  stopped: Boolean
  shouldStop: Boolean
  failed: Boolean
  running: Boolean
  sweepName: String
  projectId: Int
  project: Project
  user: User
  runInfo: RunInfo

  """
  How many programs beside the first wrote to the run at once, or one after the other without its end in between, without
  mode="shared". Their lines are all kept; of config and summary only what came last.
  """
  furtherWriters: Int

  """What its program raised by run.alert, newest first."""
  alerts(first: Int, after: String): RunAlertConnection
  inputArtifacts(first: Int, after: String): InputArtifactConnection
  outputArtifacts(first: Int, after: String): ArtifactConnection
  fileCount: Int
  files(names: [String], first: Int, after: String, pattern: String): FileConnection
  historyLineCount: Int
  eventsLineCount: Int
  logLineCount: Int

  """JSON text of an array of JSON texts: the last lines, untouched."""
  historyTail: String
  eventsTail: String

  """
  An object {lastStep, keys: {name: {previousValue}}} with dotted names; null without history.
  """
  historyKeys: JSON

  """
  Lines of JSON text with minStep <= _step < maxStep, or a sample of the whole history.
  """
  history(minStep: Int64, maxStep: Int64, samples: Int): [String!]
  events(samples: Int): [String!]

  """
  One list of row objects for each spec {keys, samples, minStep, maxStep}.
  """
  sampledHistory(specs: [JSONString!]!): [JSON!]

  """
  Exported files, and rows that are in none yet. This server keeps no exported files.
  """
  parquetHistory(liveKeys: [String!]!): ParquetHistory

  """
  With from the lines from that number on, which is where a viewer that jumps about starts.
  """
  logLines(first: Int, after: String, last: Int, before: String, from: Int, useImprovedPagination: Boolean): LogLineConnection

  """
  The lines from number from on that hold the text, whatever its case and colours; without a text those that look like an
  error. A search reads at most 500,000 lines and finds at most 10,000: go on at nextLine until it is null.
  """
  logMatches(text: String, from: Int): LogMatches!

  """The job version that this run was launched from, or that it made."""
  jobVersion: JobVersion

  """The item that this run was launched by."""
  runQueueItem: RunQueueItem

  """
  The values that it had, {config, files: {path: values}}: its run config, and the config files of its job and those that
  are named, as it saved them, or else as its item asked for them.
  """
  inputValues(files: [String!]): JSON!
  entityName: String!
  projectName: String!
  userName: String

  """
  The job version that it was launched from, or that it made, such as train:v3.
  """
  jobVersionName: String

  """
  The values that config.KEY and summary_metrics.KEY name, in their order; null where it has none.
  """
  values(of: [String!]!): [JSON]!

  """The sweep that this run is a part of."""
  sweep: Sweep
}

type RunAlert {
  id: ID!
  title: String!
  text: String!
  severity: AlertSeverity!
  createdAt: DateTime!
}

type RunAlertConnection {
  edges: [RunAlertEdge!]!
  pageInfo: PageInfo!
}

type RunAlertEdge {
  node: RunAlert
  cursor: String
}

type RunConnection {
  edges: [RunEdge!]!
  pageInfo: PageInfo!
  totalCount: Int
}

type RunEdge {
  node: Run
  cursor: String
}

"""What the program was started with, from the file wandb-metadata.json."""
type RunInfo {
  program: String
  args: [String!]
  os: String
  python: String
  colab: String
  executable: String
  codeSaved: Boolean
  cpuCount: Int
  gpuCount: Int
  gpu: String
  git: GitInfo
}

type GitInfo {
  remote: String
  commit: String
}

input UpsertBucketInput {
  id: String
  name: String
  modelName: String
  entityName: String
  groupName: String
  description: String
  displayName: String
  notes: String
  commit: String
  config: JSONString
  host: String
  debug: Boolean
  jobProgram: String
  jobRepo: String
  jobType: String
  state: String
  sweep: String
  tags: [String!]
  summaryMetrics: JSONString
  clientMutationId: String
}

type UpsertBucketPayload {
  bucket: Run
  inserted: Boolean

  """Launch agents and sweep schedulers of releases up to 0.25 read it."""
  serverSettings: ServerSettings!
  clientMutationId: String
}

input DeleteRunInput {
  id: ID!

  """
  Deletes the artifact versions that the run made too, with their aliases.
  """
  deleteArtifacts: Boolean
  clientMutationId: String
}

type DeleteRunPayload {
  clientMutationId: String
}

input StopRunInput {
  id: ID!
  clientMutationId: String
}

input UpdateRunStateInput {
  id: ID!
  state: String!
  clientMutationId: String
}

input MoveRunsInput {
  ids: [ID!]!
  projectName: String!
  clientMutationId: String
}

type MoveRunsPayload {
  """
  Those that moved, with their new ids; those that were there already are left out.
  """
  runs: [Run!]!
  clientMutationId: String
}

input RewindRunInput {
  runName: String!
  entityName: String
  projectName: String
  metricName: String!
  metricValue: Float!
  clientMutationId: String
}

type RewindRunPayload {
  rewoundRun: Run
  clientMutationId: String
}

enum AlertSeverity {
  INFO
  WARN
  ERROR
}

input NotifyScriptableRunAlertInput {
  entityName: String
  projectName: String
  runName: String
  title: String!
  text: String!
  severity: AlertSeverity
  waitDuration: Duration
  clientMutationId: String
}

type SecretConnection {
  edges: [SecretEdge!]!
  pageInfo: PageInfo!
}

type SecretEdge {
  node: Secret!
  cursor: String!
}

"""
A value that programs get in their environment, and that people name as secret://NAME. It is stored encrypted.
"""
type Secret {
  name: String!
  entityName: String!

  """
  The environment variable in which a program finds it when an input refers to it.
  """
  variable: String!
  createdBy: String
  createdAt: DateTime!

  """Who set the value that it has now."""
  updatedBy: String
  updatedAt: DateTime!

  """When an agent last got the value for an item."""
  lastUsedAt: DateTime

  """The item for which an agent last got the value."""
  lastUsedItemId: ID

  """
  False when the server no longer has the key that the value was encrypted with; set the secret again then.
  """
  isReadable: Boolean!

  """
  The queues of the entity whose resource config refers to it, among its first 1000 queues.
  """
  runQueues: [RunQueue!]!
}

"""The value of a secret, as text. Answers and errors never repeat it."""
scalar SecretValue

input SetSecretInput {
  entityName: String!

  """1 to 100 letters, digits, _, - and ., starting with a letter or _."""
  name: String!

  """8 to 32,768 bytes of UTF-8."""
  value: SecretValue!
  clientMutationId: String
}

type SetSecretPayload {
  secret: Secret

  """False when a value was replaced."""
  isNew: Boolean
  clientMutationId: String
}

input DeleteSecretInput {
  entityName: String!
  name: String!
  clientMutationId: String
}

input ReadItemSecretsInput {
  launchAgentId: ID!
  runQueueItemId: ID!
  names: [String!]!
  clientMutationId: String
}

type ReadItemSecretsPayload {
  secrets: [ItemSecret!]!
  clientMutationId: String
}

type ItemSecret {
  name: String!
  value: SecretValue!
}

"""A search over the inputs of a program or a job."""
type Sweep {
  id: ID!

  """The sweep's id on the command line: eight small letters and digits."""
  name: String!
  displayName: String
  description: String

  """grid, random, bayes or custom."""
  method: String!

  """PENDING, RUNNING, PAUSED, FINISHED, CANCELED or FAILED."""
  state: String!

  """Why it is in this state, for a person."""
  reason: String

  """The configuration as YAML text, as it was given."""
  config: String!
  createdAt: DateTime!
  updatedAt: DateTime

  """When an agent of the sweep was last heard of."""
  heartbeatAt: DateTime
  endedAt: DateTime

  """True while the stop rule may stop runs."""
  earlyStopJobRunning: Boolean

  """The best value of the metric so far; null without one."""
  bestLoss: Float

  """The run with the best value of the metric so far."""
  bestRun: Run

  """JSON text, written by a local controller."""
  controller: JSONString

  """
  JSON text: what the server answers a local controller, or how the launch scheduler was queued.
  """
  scheduler: JSONString

  """The run in which a scheduler of the user keeps its log."""
  controllerRunName: String

  """
  How the server launches its points; null for a sweep whose points agents run.
  """
  launch: SweepLaunch

  """Points that were handed out, skipped ones left out."""
  runCount: Int!

  """
  The points of a grid; null where only a cap, or nobody, says how many there will be.
  """
  runCountExpected: Int

  """The most runs; null for any number."""
  runCap: Int
  runs(first: Int, after: String, order: String): RunConnection!

  """The runs that were there before, whose results the search knows."""
  priorRuns(first: Int, after: String): RunConnection!

  """Points in the order in which they were chosen."""
  points(first: Int, after: String): SweepPointConnection!
  agents(first: Int, after: String): AgentConnection!

  """A sweep agent by its id or its name."""
  agent(agentName: String!): Agent
  user: User
  project: Project
}

type SweepConnection {
  edges: [SweepEdge!]!
  pageInfo: PageInfo!
}

type SweepEdge {
  node: Sweep
  cursor: String
}

"""How the server launches the points of a sweep."""
type SweepLaunch {
  """The job version, entity/project/name:alias."""
  job: String!
  queue: String!
  priority: Int
  templateVariables: JSON
  resourceArgs: JSON

  """The most items that wait or run at once."""
  maxItems: Int!

  """
  True: a point that finished before with exactly the same inputs is not run again.
  """
  skipLaunched: Boolean!
}

"""One set of values that a sweep tries."""
type SweepPoint {
  number: Int!

  """The values, nested as the parameters are."""
  values: JSON!

  """search, chosen (by a person) or controller."""
  source: String!

  """waiting, given, launched, skipped or refused."""
  state: String!

  """Why it was skipped or refused."""
  reason: String
  createdAt: DateTime!

  """The metric of the sweep; null while there is none."""
  metric: Float
  run: Run
  runQueueItem: RunQueueItem
}

type SweepPointConnection {
  edges: [SweepPointEdge!]!
  pageInfo: PageInfo!
}

type SweepPointEdge {
  node: SweepPoint
  cursor: String
}

"""
A sweep agent: a program that asks for points of a sweep and runs them.
"""
type Agent {
  id: ID!
  name: String!
  host: String!

  """RUNNING, or FINISHED when nothing was heard of it for a minute."""
  state: String!
  totalRuns: Int!
  createdAt: DateTime
  heartbeatAt: DateTime

  """
  The runs that it was given, the oldest first, or with the order -created_at the newest first.
  """
  runs(first: Int, after: String, last: Int, before: String, order: String): RunConnection!
}

type AgentConnection {
  edges: [AgentEdge!]!
  pageInfo: PageInfo!
}

type AgentEdge {
  node: Agent
  cursor: String
}

input UpsertSweepInput {
  id: ID

  """YAML text."""
  config: String
  description: String
  displayName: String
  entityName: String
  projectName: String

  """
  JSON text, written by a local controller: {schedule: [{id, data: {args}}], earlystop: [run]}.
  """
  controller: JSONString

  """Taken and ignored: the server writes it."""
  scheduler: JSONString

  """
  JSON text {queue, run_queue_project, run_spec}: queues a scheduler job, which then launches the points.
  """
  launchScheduler: JSONString

  """
  JSON text of the values of the queue's template variables for the scheduler job.
  """
  templateVariableValues: JSONString

  """
  JSON text {job, queue, priority, template_variables, resource_args, max_items, skip_launched, overrides}: the server
  launches the points itself. Names of parameters are then input addresses, such as trainer.lr or config.yaml:lr.
  """
  launch: JSONString
  state: String

  """
  JSON text {$or: [{name: run}, ...]}: runs whose results the search shall know.
  """
  priorRunsFilters: JSONString
  clientMutationId: String
}

type UpsertSweepPayload {
  sweep: Sweep

  """What in the configuration is odd but harmless."""
  configValidationWarnings: [String!]!
  clientMutationId: String
}

input SweepIdInput {
  id: ID!
  clientMutationId: String
}

input CreateAgentInput {
  host: String!
  sweep: String!
  projectName: String
  entityName: String
  clientMutationId: String
}

type CreateAgentPayload {
  agent: Agent
  clientMutationId: String
}

input AgentHeartbeatInput {
  id: ID!
  metrics: JSONString

  """JSON text {run: true} with the runs that the agent runs now."""
  runState: JSONString
  clientMutationId: String
}

type AgentHeartbeatPayload {
  agent: Agent

  """JSON text of a list of commands: run, resume, stop or exit."""
  commands: JSONString
  clientMutationId: String
}

input EnqueueSweepRunInput {
  id: ID!

  """
  JSON text of the values, {parameter: value} or {parameter: {value: value}}.
  """
  config: JSONString!
  displayName: String
  clientMutationId: String
}

type EnqueueSweepRunPayload {
  """
  The id of the run, as Run.name has it and as programs address it; null while the point waits for the server to launch it.
  """
  id: ID
  runQueueItemId: ID
  point: SweepPoint
  clientMutationId: String
}

"""Why an item waits, or would."""
type Waiting {
  """
  paused; no-agent: none listens; agents-ending: those that listen take no more; agents-full; behind: there is room, but
  for the items ahead; held: an agent prepares it; next: an agent has room for it.
  """
  reason: String!

  """The same in words for a person."""
  message: String!

  """1 is next. Null for an item that an agent holds."""
  position: Int

  """How many of the items ahead have a higher priority."""
  higherPriorityCount: Int!

  """How many items of the queue wait."""
  pendingCount: Int!

  """
  When it may start by how long the recent runs of the queue took; null where that cannot be told.
  """
  expectedStartSeconds: Float

  """
  The median of how long the recent items of the queue ran; null where too few are known.
  """
  recentRunSeconds: Float

  """The agent that holds the item."""
  heldBy: LaunchAgent
  runQueue: RunQueue!

  """The agents that listen to the queue now."""
  agents: [WaitingAgent!]!
}

"""An agent that listens to a queue, and what it can still take."""
type WaitingAgent {
  launchAgent: LaunchAgent!

  """How many programs it runs at once; null for no limit."""
  maxJobs: Int

  """How many more it takes now; null for no limit."""
  freeRoom: Int
  heldCount: Int!

  """
  The items that it holds and that the caller may see, of whatever queue; at most 100.
  """
  runQueueItemIds: [ID!]!
}
`
