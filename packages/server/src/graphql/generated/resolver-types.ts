// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserRecord, ApiKeyRecord, EntityRecord, OrganizationRecord } from '../../account/account.ts';
import type { ProjectRecord } from '../../project/project.ts';
import type { RunRecord, RunAlertRecord } from '../../run/run.ts';
import type { RunKeyRecord } from '../../run/run-key-store.ts';
import type { RunGroupRecord } from '../../run/run-groups.ts';
import type { FileRecord } from '../../file/file.ts';
import type { ArtifactTypeRecord, ArtifactCollectionRecord, ArtifactRecord, ArtifactAliasRecord, ArtifactMembershipRecord, ArtifactManifestRecord } from '../../artifact/artifact.ts';
import type { JobRecord, JobVersionRecord } from '../../job/job.ts';
import type { RunQueueRecord, DefaultResourceConfigRecord, RunQueueItemRecord, RunQueueItemPage } from '../../run-queue/run-queue.ts';
import type { PresetRecord, PresetVersionRecord } from '../../preset/preset.ts';
import type { JudgedLaunch } from '../../run-queue/launch-service.ts';
import type { WaitingRecord, ListeningAgent } from '../../waiting/waiting.ts';
import type { SecretRecord } from '../../secret/secret.ts';
import type { SweepRecord, SweepPointRecord, SweepAgentRecord } from '../../sweep/sweep.ts';
import type { SweepLaunchRecord } from '../../sweep/sweep-launch.ts';
import type { LaunchAgentRecord } from '../../launch-agent/launch-agent.ts';
import type { RequestContext } from '../request-context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string | number; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** JSON text inside a string, both ways. The Python client may write bare NaN, Infinity and -Infinity in it. */
  JSONString: { input: string; output: string; }
  /** A plain JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A point in time as ISO 8601 text in UTC, for example 2026-01-31T12:00:00.000Z. */
  DateTime: { input: string; output: Date | number | string; }
  /** A whole number that may pass 2^31, as a JSON number. */
  Int64: { input: number; output: number; }
  /** A length of time as a whole number of nanoseconds. */
  Duration: { input: number; output: number; }
  /** The value of a secret, as text. Answers and errors never repeat it. */
  SecretValue: { input: string; output: string; }
};

export type Query = {
  readonly __typename?: 'Query';
  /** Facts about this server and the features that its clients may use. */
  readonly serverInfo?: Maybe<ServerInfo>;
  /** The user whose key came with the request; null when the key is unknown. */
  readonly viewer?: Maybe<User>;
  readonly entity?: Maybe<Entity>;
  /** The organization that this server is; null for any other name, and while no administrator has named it. */
  readonly organization?: Maybe<Organization>;
  /**
   * Users by name, whom only an administrator sees besides themself: those who have this user name or e-mail address, and
   * whose user name or e-mail address contains the search text. At most 1000 at once, as many unless given.
   */
  readonly users?: Maybe<UserConnection>;
  readonly user?: Maybe<User>;
  /** The teams that the caller belongs to, by name; for an administrator all teams. At most 1000 at once, 50 unless given. */
  readonly teams: EntityConnection;
  /** The team of this name; null for those who are neither in it nor administrators. */
  readonly team?: Maybe<Entity>;
  readonly artifact?: Maybe<Artifact>;
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly clientIDMapping?: Maybe<ClientIdMapping>;
  /**
   * The versions that go by a name and alias, such as train:latest or train, in all projects of the caller's entities, or only
   * in those of one entity or one name; at most 20.
   */
  readonly jobVersionsByName: ReadonlyArray<JobVersion>;
  readonly launchAgent?: Maybe<LaunchAgent>;
  /** A preset by name; null when it is not there, was deleted, or belongs to an entity that the caller is not in. */
  readonly preset?: Maybe<Preset>;
  /** One version by id, also of a preset that was deleted since. */
  readonly presetVersion?: Maybe<PresetVersion>;
  /**
   * The layers of presets that are named as NAME, NAME@v2 or ENTITY/NAME@v2, the lowest first: each version comes after
   * those that it builds on, and once. Without an entity, the caller's own and the teams' presets are searched.
   */
  readonly presetLayers: ReadonlyArray<PresetVersion>;
  /** The values in which two versions differ, with all that they build on. */
  readonly presetDiff: ReadonlyArray<PresetDifference>;
  readonly project?: Maybe<Project>;
  /** The client's older name of project. */
  readonly model?: Maybe<Project>;
  readonly models?: Maybe<ProjectConnection>;
  /** One item by id; null when it does not exist or belongs to an entity that the caller is not in. */
  readonly runQueueItem?: Maybe<RunQueueItem>;
};


export type QueryEntityArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganizationArgs = {
  name: Scalars['String']['input'];
};


export type QueryUsersArgs = {
  query?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUserArgs = {
  userName: Scalars['String']['input'];
};


export type QueryTeamsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryTeamArgs = {
  name: Scalars['String']['input'];
};


export type QueryArtifactArgs = {
  id: Scalars['ID']['input'];
};


export type QueryArtifactCollectionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryClientIdMappingArgs = {
  clientID: Scalars['ID']['input'];
};


export type QueryJobVersionsByNameArgs = {
  name: Scalars['String']['input'];
  entityName?: InputMaybe<Scalars['String']['input']>;
  projectName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLaunchAgentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPresetArgs = {
  entityName: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


export type QueryPresetVersionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPresetLayersArgs = {
  presets: ReadonlyArray<Scalars['String']['input']>;
};


export type QueryPresetDiffArgs = {
  fromID: Scalars['ID']['input'];
  toID: Scalars['ID']['input'];
};


export type QueryProjectArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
  entityName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryModelArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
  entityName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryModelsArgs = {
  entityName?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRunQueueItemArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Does nothing; lets a client check that it may write. */
  readonly noop?: Maybe<Scalars['Boolean']['output']>;
  readonly createUser?: Maybe<CreateUserPayload>;
  /** Changes what is given about a user; administrators only. There is always one administrator left. */
  readonly updateUser?: Maybe<UpdateUserPayload>;
  readonly generateApiKey?: Maybe<GenerateApiKeyPayload>;
  /** Deletes a key of the caller's own, or for an administrator anybody's; from then on it is refused. */
  readonly deleteApiKey?: Maybe<SuccessPayload>;
  /** Makes a link that logs the caller's browser in once, within a day. */
  readonly createLoginLink?: Maybe<CreateLoginLinkPayload>;
  /**
   * Logs a browser in: the answer sets the cookie of a session, which lasts 30 days. Requests that come with the cookie
   * must come from a page of this server.
   */
  readonly openSession?: Maybe<OpenSessionPayload>;
  /**
   * Sets the password by which the caller logs a browser in, or takes it away with null. Whoever has one already gives it
   * again. All other sessions of the caller end.
   */
  readonly setPassword?: Maybe<SuccessPayload>;
  /** Changes what the caller says of themself. */
  readonly updateViewer?: Maybe<UpdateViewerPayload>;
  /** Logs the browser out that sends the request. */
  readonly closeSession?: Maybe<SuccessPayload>;
  /** Names the organization that this server is, or with null makes it none again; administrators only. */
  readonly setOrganization?: Maybe<SetOrganizationPayload>;
  readonly createTeam?: Maybe<CreateTeamPayload>;
  /** Adds an existing user to a team, or removes one; team administrators only. */
  readonly addTeamMember?: Maybe<SuccessPayload>;
  readonly removeTeamMember?: Maybe<SuccessPayload>;
  /**
   * Adds an existing user to a team at once; team administrators only. Who is in it already is refused, and so is an
   * e-mail address, which users give themselves.
   */
  readonly createInvite?: Maybe<CreateInvitePayload>;
  /** Removes a member from a team by the member's id; team administrators only. */
  readonly deleteInvite?: Maybe<SuccessPayload>;
  readonly createArtifactType?: Maybe<CreateArtifactTypePayload>;
  readonly createArtifact?: Maybe<CreateArtifactPayload>;
  readonly createArtifactManifest?: Maybe<CreateArtifactManifestPayload>;
  readonly updateArtifactManifest?: Maybe<UpdateArtifactManifestPayload>;
  /** Answers with one file for each spec, in the same order; a null uploadUrl means that the bytes are here already. */
  readonly createArtifactFiles?: Maybe<CreateArtifactFilesPayload>;
  /** Puts a file together whose parts were sent, and checks it. */
  readonly completeMultipartUploadArtifact?: Maybe<CompleteMultipartUploadArtifactPayload>;
  readonly commitArtifact?: Maybe<CommitArtifactPayload>;
  readonly updateArtifact?: Maybe<UpdateArtifactPayload>;
  readonly deleteArtifact?: Maybe<DeleteArtifactPayload>;
  readonly useArtifact?: Maybe<UseArtifactPayload>;
  readonly addAliases?: Maybe<SuccessPayload>;
  readonly deleteAliases?: Maybe<SuccessPayload>;
  /** Changes the name or the description of an artifact, and so of a job. */
  readonly updateArtifactSequence?: Maybe<UpdateArtifactCollectionPayload>;
  /** Moves an artifact with all of its versions to another type. */
  readonly moveArtifactSequence?: Maybe<UpdateArtifactCollectionPayload>;
  /** Deletes an artifact with all of its versions. */
  readonly deleteArtifactSequence?: Maybe<DeleteArtifactCollectionPayload>;
  /** Puts a link to a version into a portfolio, which is made where it is missing. Links stay within one entity. */
  readonly linkArtifact?: Maybe<LinkArtifactPayload>;
  /** Takes a link out of its portfolio; the version stays. */
  readonly unlinkArtifact?: Maybe<UnlinkArtifactPayload>;
  readonly updateArtifactPortfolio?: Maybe<UpdateArtifactCollectionPayload>;
  /** Deletes a portfolio with its links; the versions stay. */
  readonly deleteArtifactPortfolio?: Maybe<DeleteArtifactCollectionPayload>;
  readonly createArtifactCollectionTagAssignments?: Maybe<CreateArtifactCollectionTagAssignmentsPayload>;
  readonly deleteArtifactCollectionTagAssignments?: Maybe<SuccessPayload>;
  /** Answers with one upload address for each name, in the same order. */
  readonly createRunFiles?: Maybe<CreateRunFilesPayload>;
  readonly markRunFilesUploaded?: Maybe<SuccessPayload>;
  readonly deleteFiles?: Maybe<SuccessPayload>;
  readonly createLaunchAgent?: Maybe<CreateLaunchAgentPayload>;
  readonly updateLaunchAgent?: Maybe<SuccessPayload>;
  /**
   * Takes items from any of the agent's queues and leases them to it. The answer is held until there is at least one,
   * at most waitSeconds; an empty list means that the time passed.
   */
  readonly leaseRunQueueItems?: Maybe<LeaseRunQueueItemsPayload>;
  /**
   * Renews the agent's leases and claims, and answers with what it must do. Held until there is something to do,
   * at most waitSeconds.
   */
  readonly launchAgentHeartbeat?: Maybe<LaunchAgentHeartbeatPayload>;
  /** Asks an agent to take no more items, finish what runs, and end. */
  readonly drainLaunchAgent?: Maybe<SuccessPayload>;
  /** Asks an agent to stop what runs, and end. */
  readonly stopLaunchAgent?: Maybe<SuccessPayload>;
  /** Makes a preset, or a new version of one. Saving what the newest version holds already makes none. */
  readonly savePreset?: Maybe<SavePresetPayload>;
  /** Deletes a preset. Its versions stay readable by id, where an item names them. */
  readonly deletePreset?: Maybe<SuccessPayload>;
  readonly upsertModel?: Maybe<UpsertModelPayload>;
  readonly createDefaultResourceConfig?: Maybe<CreateDefaultResourceConfigPayload>;
  readonly createRunQueue?: Maybe<CreateRunQueuePayload>;
  readonly upsertRunQueue?: Maybe<UpsertRunQueuePayload>;
  readonly deleteRunQueues?: Maybe<SuccessPayload>;
  /** Stops agents from taking items of this queue, or lets them again; items can be pushed all the same. */
  readonly pauseRunQueue?: Maybe<RunQueuePayload>;
  readonly resumeRunQueue?: Maybe<RunQueuePayload>;
  /** Checks the launch and puts it in the queue; a launch that is refused leaves nothing in the queue. */
  readonly pushToRunQueueByName?: Maybe<PushToRunQueueByNamePayload>;
  /** The older form of pushToRunQueueByName. */
  readonly pushToRunQueue?: Maybe<PushToRunQueuePayload>;
  /** Checks a launch exactly as a push does, and queues nothing. */
  readonly checkLaunch?: Maybe<CheckLaunchPayload>;
  readonly deleteFromRunQueue?: Maybe<SuccessPayload>;
  /** Ends an item: one that waits is cancelled, one that runs is stopped. */
  readonly cancelRunQueueItem?: Maybe<RunQueueItemPayload>;
  /** Ends items, at most 1000 at once. One that cannot be ended holds up none of the others. */
  readonly cancelRunQueueItems?: Maybe<RunQueueItemsPayload>;
  /**
   * Sets the priority of items that wait, at most 1000 at once. Only who launched an item, who made its queue and
   * administrators may; one that cannot be changed holds up none of the others.
   */
  readonly updateRunQueueItems?: Maybe<RunQueueItemsPayload>;
  /** Launches an ended item again, by its own launch spec; the overrides, if any, come over it. */
  readonly retryRunQueueItem?: Maybe<RetryRunQueueItemPayload>;
  /** Takes the next item of the queue and leases it to the agent. The answer is held until there is one, at most 15 s. */
  readonly popFromRunQueue?: Maybe<PopFromRunQueuePayload>;
  /** Claims a leased item for a run. success is false when another agent holds it. */
  readonly ackRunQueueItem?: Maybe<AckRunQueueItemPayload>;
  readonly failRunQueueItem?: Maybe<SuccessPayload>;
  readonly updateRunQueueItemWarning?: Maybe<SuccessPayload>;
  /** Reports how the process of a claimed item ended; only the agent that holds the item may. */
  readonly finishRunQueueItem?: Maybe<RunQueueItemPayload>;
  /** Appends output of the item's process. Repeating an offset overwrites, so that a retry adds nothing twice. */
  readonly appendRunQueueItemLog?: Maybe<SuccessPayload>;
  /** Asks the programs of up to 1,000 runs to stop. */
  readonly stopRuns?: Maybe<RunsPayload>;
  readonly deleteRuns?: Maybe<RunsPayload>;
  readonly tagRuns?: Maybe<RunsPayload>;
  /** Creates a run or changes one; a field that is null or absent stays as it is. */
  readonly upsertBucket?: Maybe<UpsertBucketPayload>;
  readonly deleteRun?: Maybe<DeleteRunPayload>;
  /** Asks a running program to stop; it learns of it in the next file stream reply. */
  readonly stopRun?: Maybe<SuccessPayload>;
  readonly updateRunState?: Maybe<SuccessPayload>;
  readonly rewindRun?: Maybe<RewindRunPayload>;
  /** Moves up to 1,000 ended runs with all that they logged to another project of their entity, made when it is not there: all of them or none. */
  readonly moveRuns?: Maybe<MoveRunsPayload>;
  readonly notifyScriptableRunAlert?: Maybe<SuccessPayload>;
  /** Makes a secret of an entity that the caller is in, or replaces its value. No operation shows the value to people again. */
  readonly setSecret?: Maybe<SetSecretPayload>;
  readonly deleteSecret?: Maybe<SuccessPayload>;
  /**
   * Hands the values of secrets to the launch agent that holds an item whose launch spec refers to them; the use is noted.
   * Everybody else, and every other name, gets the answer for what does not exist.
   */
  readonly readItemSecrets?: Maybe<ReadItemSecretsPayload>;
  /**
   * Makes a sweep, or changes one. A field that is null or absent stays as it is. The configuration of a sweep that has
   * started stays the same; a state that is given must follow from the one it is in.
   */
  readonly upsertSweep?: Maybe<UpsertSweepPayload>;
  /** Deletes a sweep. Its runs stay. */
  readonly deleteSweep?: Maybe<SuccessPayload>;
  /** Registers a sweep agent: a program that runs the points of a sweep. */
  readonly createAgent?: Maybe<CreateAgentPayload>;
  /** Tells that a sweep agent lives and what it runs, and answers with what it is to do. An unknown agent is answered with 404. */
  readonly agentHeartbeat?: Maybe<AgentHeartbeatPayload>;
  /** Adds a point of one's own choice to a sweep. It is the next one to run. */
  readonly enqueueSweepRun?: Maybe<EnqueueSweepRunPayload>;
};


export type MutationNoopArgs = {
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCreateUserArgs = {
  input: CreateUserInput;
};


export type MutationUpdateUserArgs = {
  input: UpdateUserInput;
};


export type MutationGenerateApiKeyArgs = {
  input: GenerateApiKeyInput;
};


export type MutationDeleteApiKeyArgs = {
  input: DeleteApiKeyInput;
};


export type MutationCreateLoginLinkArgs = {
  input: CreateLoginLinkInput;
};


export type MutationOpenSessionArgs = {
  input: OpenSessionInput;
};


export type MutationSetPasswordArgs = {
  input: SetPasswordInput;
};


export type MutationUpdateViewerArgs = {
  input: UpdateViewerInput;
};


export type MutationCloseSessionArgs = {
  input?: InputMaybe<CloseSessionInput>;
};


export type MutationSetOrganizationArgs = {
  input: SetOrganizationInput;
};


export type MutationCreateTeamArgs = {
  input: CreateTeamInput;
};


export type MutationAddTeamMemberArgs = {
  input: TeamMemberInput;
};


export type MutationRemoveTeamMemberArgs = {
  input: TeamMemberInput;
};


export type MutationCreateInviteArgs = {
  input: CreateInviteInput;
};


export type MutationDeleteInviteArgs = {
  input: DeleteInviteInput;
};


export type MutationCreateArtifactTypeArgs = {
  input: CreateArtifactTypeInput;
};


export type MutationCreateArtifactArgs = {
  input: CreateArtifactInput;
};


export type MutationCreateArtifactManifestArgs = {
  input: CreateArtifactManifestInput;
};


export type MutationUpdateArtifactManifestArgs = {
  input: UpdateArtifactManifestInput;
};


export type MutationCreateArtifactFilesArgs = {
  input: CreateArtifactFilesInput;
};


export type MutationCompleteMultipartUploadArtifactArgs = {
  input: CompleteMultipartUploadArtifactInput;
};


export type MutationCommitArtifactArgs = {
  input: CommitArtifactInput;
};


export type MutationUpdateArtifactArgs = {
  input: UpdateArtifactInput;
};


export type MutationDeleteArtifactArgs = {
  input: DeleteArtifactInput;
};


export type MutationUseArtifactArgs = {
  input: UseArtifactInput;
};


export type MutationAddAliasesArgs = {
  input: AddAliasesInput;
};


export type MutationDeleteAliasesArgs = {
  input: DeleteAliasesInput;
};


export type MutationUpdateArtifactSequenceArgs = {
  input: UpdateArtifactSequenceInput;
};


export type MutationMoveArtifactSequenceArgs = {
  input: MoveArtifactSequenceInput;
};


export type MutationDeleteArtifactSequenceArgs = {
  input: DeleteArtifactSequenceInput;
};


export type MutationLinkArtifactArgs = {
  input: LinkArtifactInput;
};


export type MutationUnlinkArtifactArgs = {
  input: UnlinkArtifactInput;
};


export type MutationUpdateArtifactPortfolioArgs = {
  input: UpdateArtifactPortfolioInput;
};


export type MutationDeleteArtifactPortfolioArgs = {
  input: DeleteArtifactPortfolioInput;
};


export type MutationCreateArtifactCollectionTagAssignmentsArgs = {
  input: CreateArtifactCollectionTagAssignmentsInput;
};


export type MutationDeleteArtifactCollectionTagAssignmentsArgs = {
  input: DeleteArtifactCollectionTagAssignmentsInput;
};


export type MutationCreateRunFilesArgs = {
  input: CreateRunFilesInput;
};


export type MutationMarkRunFilesUploadedArgs = {
  input: MarkRunFilesUploadedInput;
};


export type MutationDeleteFilesArgs = {
  input: DeleteFilesInput;
};


export type MutationCreateLaunchAgentArgs = {
  input: CreateLaunchAgentInput;
};


export type MutationUpdateLaunchAgentArgs = {
  input: UpdateLaunchAgentInput;
};


export type MutationLeaseRunQueueItemsArgs = {
  input: LeaseRunQueueItemsInput;
};


export type MutationLaunchAgentHeartbeatArgs = {
  input: LaunchAgentHeartbeatInput;
};


export type MutationDrainLaunchAgentArgs = {
  input: LaunchAgentIdInput;
};


export type MutationStopLaunchAgentArgs = {
  input: LaunchAgentIdInput;
};


export type MutationSavePresetArgs = {
  input: SavePresetInput;
};


export type MutationDeletePresetArgs = {
  input: PresetIdInput;
};


export type MutationUpsertModelArgs = {
  input: UpsertModelInput;
};


export type MutationCreateDefaultResourceConfigArgs = {
  input: CreateDefaultResourceConfigInput;
};


export type MutationCreateRunQueueArgs = {
  input: CreateRunQueueInput;
};


export type MutationUpsertRunQueueArgs = {
  input: UpsertRunQueueInput;
};


export type MutationDeleteRunQueuesArgs = {
  input: DeleteRunQueuesInput;
};


export type MutationPauseRunQueueArgs = {
  input: RunQueueIdInput;
};


export type MutationResumeRunQueueArgs = {
  input: RunQueueIdInput;
};


export type MutationPushToRunQueueByNameArgs = {
  input: PushToRunQueueByNameInput;
};


export type MutationPushToRunQueueArgs = {
  input: PushToRunQueueInput;
};


export type MutationCheckLaunchArgs = {
  input: PushToRunQueueByNameInput;
};


export type MutationDeleteFromRunQueueArgs = {
  input: DeleteFromRunQueueInput;
};


export type MutationCancelRunQueueItemArgs = {
  input: RunQueueItemIdInput;
};


export type MutationCancelRunQueueItemsArgs = {
  input: CancelRunQueueItemsInput;
};


export type MutationUpdateRunQueueItemsArgs = {
  input: UpdateRunQueueItemsInput;
};


export type MutationRetryRunQueueItemArgs = {
  input: RetryRunQueueItemInput;
};


export type MutationPopFromRunQueueArgs = {
  input: PopFromRunQueueInput;
};


export type MutationAckRunQueueItemArgs = {
  input: AckRunQueueItemInput;
};


export type MutationFailRunQueueItemArgs = {
  input: FailRunQueueItemInput;
};


export type MutationUpdateRunQueueItemWarningArgs = {
  input: FailRunQueueItemInput;
};


export type MutationFinishRunQueueItemArgs = {
  input: FinishRunQueueItemInput;
};


export type MutationAppendRunQueueItemLogArgs = {
  input: AppendRunQueueItemLogInput;
};


export type MutationStopRunsArgs = {
  input: RunsInput;
};


export type MutationDeleteRunsArgs = {
  input: RunsInput;
};


export type MutationTagRunsArgs = {
  input: TagRunsInput;
};


export type MutationUpsertBucketArgs = {
  input: UpsertBucketInput;
};


export type MutationDeleteRunArgs = {
  input: DeleteRunInput;
};


export type MutationStopRunArgs = {
  input: StopRunInput;
};


export type MutationUpdateRunStateArgs = {
  input: UpdateRunStateInput;
};


export type MutationRewindRunArgs = {
  input: RewindRunInput;
};


export type MutationMoveRunsArgs = {
  input: MoveRunsInput;
};


export type MutationNotifyScriptableRunAlertArgs = {
  input: NotifyScriptableRunAlertInput;
};


export type MutationSetSecretArgs = {
  input: SetSecretInput;
};


export type MutationDeleteSecretArgs = {
  input: DeleteSecretInput;
};


export type MutationReadItemSecretsArgs = {
  input: ReadItemSecretsInput;
};


export type MutationUpsertSweepArgs = {
  input: UpsertSweepInput;
};


export type MutationDeleteSweepArgs = {
  input: SweepIdInput;
};


export type MutationCreateAgentArgs = {
  input: CreateAgentInput;
};


export type MutationAgentHeartbeatArgs = {
  input: AgentHeartbeatInput;
};


export type MutationEnqueueSweepRunArgs = {
  input: EnqueueSweepRunInput;
};

/** Its fields are in the files of their domains. */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Tells of changes of the things that are watched, until the connection ends; ask for what changed by the ordinary queries.
   * The first message has the aspect "ready": what changed before it is not told, so read everything once then, and again
   * whenever it comes. Changes of one thing are joined: at most 5 messages a second tell of each. Who may not see one of the
   * things is refused as a query for it would be. At most 200 things a connection, and 32 connections a user.
   *
   * Sent as POST with "Accept: text/event-stream", answered by server-sent events: the distinct connections mode of the
   * protocol GraphQL over SSE.
   */
  readonly changes: Change;
};


/** Its fields are in the files of their domains. */
export type SubscriptionChangesArgs = {
  of: ReadonlyArray<WatchInput>;
};

export type ServerInfo = {
  readonly __typename?: 'ServerInfo';
  /** An object with the text fields min_cli_version and max_cli_version. */
  readonly cliVersionInfo?: Maybe<Scalars['JSON']['output']>;
  readonly latestLocalVersionInfo?: Maybe<LatestLocalVersionInfo>;
  readonly features?: Maybe<ReadonlyArray<ServerFeature>>;
  /** The version of Slipway that answers. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

export type LatestLocalVersionInfo = {
  readonly __typename?: 'LatestLocalVersionInfo';
  readonly outOfDate?: Maybe<Scalars['Boolean']['output']>;
  readonly latestVersionString?: Maybe<Scalars['String']['output']>;
  readonly versionOnThisInstanceString?: Maybe<Scalars['String']['output']>;
};

export type ServerFeature = {
  readonly __typename?: 'ServerFeature';
  readonly name: Scalars['String']['output'];
  readonly isEnabled: Scalars['Boolean']['output'];
};

/** Clients up to release 0.25 look for this type by introspection, and fail where it is missing. */
export type ServerSettings = {
  readonly __typename?: 'ServerSettings';
  /** What a client shows to its user. This server has nothing to announce: the list is empty. */
  readonly serverMessages: ReadonlyArray<ServerMessage>;
};

export type ServerMessage = {
  readonly __typename?: 'ServerMessage';
  readonly utfText?: Maybe<Scalars['String']['output']>;
  readonly plainText?: Maybe<Scalars['String']['output']>;
  readonly htmlText?: Maybe<Scalars['String']['output']>;
  readonly messageType?: Maybe<Scalars['String']['output']>;
  readonly messageLevel?: Maybe<Scalars['String']['output']>;
};

export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage?: Maybe<Scalars['Boolean']['output']>;
};

export type User = {
  readonly __typename?: 'User';
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly username?: Maybe<Scalars['String']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly admin?: Maybe<Scalars['Boolean']['output']>;
  /** JSON text of an object, for example {"code_saving_enabled": true}. */
  readonly flags?: Maybe<Scalars['JSONString']['output']>;
  /** The name of the default entity. */
  readonly entity?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Oldest first, at most 1000 at once, as many unless given. */
  readonly apiKeys?: Maybe<ApiKeyConnection>;
  /** Whether a password is set; null for everybody but the user. */
  readonly hasPassword?: Maybe<Scalars['Boolean']['output']>;
  /** Whatever the user belongs to: first the user's own entity, then teams by name. At most 1000 at once, as many unless given. */
  readonly teams?: Maybe<EntityConnection>;
  readonly organizations?: Maybe<ReadonlyArray<Organization>>;
  readonly photoUrl?: Maybe<Scalars['String']['output']>;
  readonly accountType?: Maybe<Scalars['String']['output']>;
};


export type UserApiKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type UserTeamsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type UserConnection = {
  readonly __typename?: 'UserConnection';
  readonly edges: ReadonlyArray<UserEdge>;
  readonly pageInfo: PageInfo;
};

export type UserEdge = {
  readonly __typename?: 'UserEdge';
  readonly node?: Maybe<User>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type ApiKey = {
  readonly __typename?: 'ApiKey';
  readonly id: Scalars['ID']['output'];
  /** The first characters of the key; the key itself is shown once, when it is made. */
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ApiKeyConnection = {
  readonly __typename?: 'ApiKeyConnection';
  readonly edges: ReadonlyArray<ApiKeyEdge>;
  readonly pageInfo: PageInfo;
};

export type ApiKeyEdge = {
  readonly __typename?: 'ApiKeyEdge';
  readonly node?: Maybe<ApiKey>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** A person or a team: the owner of projects and run queues. */
export type Entity = {
  readonly __typename?: 'Entity';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly isTeam?: Maybe<Scalars['Boolean']['output']>;
  readonly entityType?: Maybe<Scalars['String']['output']>;
  readonly available?: Maybe<Scalars['Boolean']['output']>;
  readonly photoUrl?: Maybe<Scalars['String']['output']>;
  readonly readOnly?: Maybe<Scalars['Boolean']['output']>;
  readonly readOnlyAdmin?: Maybe<Scalars['Boolean']['output']>;
  readonly privateOnly?: Maybe<Scalars['Boolean']['output']>;
  readonly isPaid?: Maybe<Scalars['Boolean']['output']>;
  readonly storageBytes?: Maybe<Scalars['Int64']['output']>;
  readonly codeSavingEnabled?: Maybe<Scalars['Boolean']['output']>;
  readonly defaultAccess?: Maybe<Scalars['String']['output']>;
  readonly limits?: Maybe<Scalars['JSON']['output']>;
  /** By name, the first 1000; membersConnection reads further. */
  readonly members?: Maybe<ReadonlyArray<Member>>;
  /** By name, at most 1000 at once, 50 unless given. */
  readonly membersConnection: MemberConnection;
  readonly memberCount: Scalars['Int']['output'];
  /** Whether the caller may add and remove members. */
  readonly canChangeMembers: Scalars['Boolean']['output'];
  readonly organization?: Maybe<Organization>;
  readonly user?: Maybe<User>;
  readonly xxhashDigestsEnabled?: Maybe<Scalars['Boolean']['output']>;
  /** The jobs of all its projects, newest version first; with search those whose name or description holds that text. */
  readonly jobs?: Maybe<JobConnection>;
  /**
   * Those that were heard of within the last week, newest first: all of them, or those that listen (isListening: true) or
   * are lost or have ended (false). At most 1000 at once, 50 unless given.
   */
  readonly launchAgents?: Maybe<LaunchAgentConnection>;
  /** The presets of this person or team, newest first; for one job with entity/project/name. */
  readonly presets?: Maybe<PresetConnection>;
  readonly project?: Maybe<Project>;
  readonly projects?: Maybe<ProjectConnection>;
  readonly defaultResourceConfig?: Maybe<DefaultResourceConfig>;
  /** By name, the first 1000; runQueuesConnection reads further. */
  readonly runQueues?: Maybe<ReadonlyArray<RunQueue>>;
  /**
   * By name, those whose name contains the search text in any case; at most 1000 at once, 50 unless given. Null for those who
   * are not in the entity.
   */
  readonly runQueuesConnection?: Maybe<RunQueueConnection>;
  /** Names are unique within the entity. Null when there is none of that name, or it is not for the caller to see. */
  readonly runQueue?: Maybe<RunQueue>;
  /**
   * Items, newest first: in one of the states, of a queue of this name, by this user, of a job given as name, name:v3 or
   * project/name:v3.
   */
  readonly runQueueItems?: Maybe<RunQueueItemConnection>;
  /** Launches that were refused, newest first, with the reasons; those on one queue when it is named. */
  readonly refusedLaunches?: Maybe<RefusedLaunchConnection>;
  readonly runCount?: Maybe<Scalars['Int']['output']>;
  /** Keys that configs and summaries of its runs have, configs first, by name; search finds a part of a name. */
  readonly runKeys?: Maybe<RunKeyConnection>;
  /** Its runs counted by the value of a field, such as config.lr, state or user, in the order of the values. */
  readonly runGroups?: Maybe<RunGroupConnection>;
  /** Runs of all its projects; filters and order as for those of one project. */
  readonly runs?: Maybe<RunConnection>;
  /** By name, without values; an entity has at most 1000. */
  readonly secrets?: Maybe<ReadonlyArray<Secret>>;
  /** By name, without values, at most 1000 at once, 50 unless given. Null for those who are not in the entity. */
  readonly secretsConnection?: Maybe<SecretConnection>;
  /** Sweeps of all its projects, newest first; filters as for those of one project, and project by name. */
  readonly sweeps?: Maybe<SweepConnection>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityMembersConnectionArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityJobsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityLaunchAgentsArgs = {
  isListening?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityPresetsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  job?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityProjectArgs = {
  name?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityProjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityDefaultResourceConfigArgs = {
  id: Scalars['ID']['input'];
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunQueuesConnectionArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunQueueArgs = {
  name: Scalars['String']['input'];
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunQueueItemsArgs = {
  states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  queueName?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['String']['input']>;
  job?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRefusedLaunchesArgs = {
  queueName?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunCountArgs = {
  filters?: InputMaybe<Scalars['JSONString']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunGroupsArgs = {
  by: Scalars['String']['input'];
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  aggregates?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntityRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntitySecretsConnectionArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person or a team: the owner of projects and run queues. */
export type EntitySweepsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
};

export type EntityConnection = {
  readonly __typename?: 'EntityConnection';
  readonly edges: ReadonlyArray<EntityEdge>;
  readonly pageInfo: PageInfo;
};

export type EntityEdge = {
  readonly __typename?: 'EntityEdge';
  readonly node?: Maybe<Entity>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type Member = {
  readonly __typename?: 'Member';
  readonly id: Scalars['ID']['output'];
  readonly admin?: Maybe<Scalars['Boolean']['output']>;
  readonly role?: Maybe<Scalars['String']['output']>;
  readonly pending?: Maybe<Scalars['Boolean']['output']>;
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly username?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly photoUrl?: Maybe<Scalars['String']['output']>;
  readonly accountType?: Maybe<Scalars['String']['output']>;
  readonly apiKey?: Maybe<Scalars['String']['output']>;
};

export type MemberConnection = {
  readonly __typename?: 'MemberConnection';
  readonly edges: ReadonlyArray<MemberEdge>;
  readonly pageInfo: PageInfo;
};

export type MemberEdge = {
  readonly __typename?: 'MemberEdge';
  readonly node: Member;
  readonly cursor: Scalars['String']['output'];
};

/** What a server is as a whole, once it has a name: whoever has an account belongs to it. */
export type Organization = {
  readonly __typename?: 'Organization';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Of the same name. It has no members and owns nothing. */
  readonly orgEntity?: Maybe<Entity>;
  readonly coreWeaveOrganizationId?: Maybe<Scalars['String']['output']>;
  readonly featureFlags?: Maybe<ReadonlyArray<FeatureFlag>>;
};


/** What a server is as a whole, once it has a name: whoever has an account belongs to it. */
export type OrganizationFeatureFlagsArgs = {
  rampIDType?: InputMaybe<RampIdType>;
};

export type RampIdType =
  | 'OrgName';

export type FeatureFlag = {
  readonly __typename?: 'FeatureFlag';
  readonly rampKey: Scalars['String']['output'];
  readonly isEnabled: Scalars['Boolean']['output'];
};

export type SetOrganizationInput = {
  /** Null makes the server no organization again. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type SetOrganizationPayload = {
  readonly __typename?: 'SetOrganizationPayload';
  readonly organization?: Maybe<Organization>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type SuccessPayload = {
  readonly __typename?: 'SuccessPayload';
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CreateUserInput = {
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Defaults to the part of the e-mail address before the @. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /** A key to import, in the client's format. Defaults to a new one. */
  readonly apiKey?: InputMaybe<Scalars['String']['input']>;
  readonly admin?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateUserPayload = {
  readonly __typename?: 'CreateUserPayload';
  readonly user?: Maybe<User>;
  /** The new key, shown this once; null when the key was imported. */
  readonly apiKey?: Maybe<Scalars['String']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpdateUserInput = {
  readonly username: Scalars['String']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly admin?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateUserPayload = {
  readonly __typename?: 'UpdateUserPayload';
  readonly user?: Maybe<User>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type GenerateApiKeyInput = {
  /** Whose key it is to be; only an administrator may name somebody else. Defaults to the caller. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type GenerateApiKeyPayload = {
  readonly __typename?: 'GenerateApiKeyPayload';
  /** Its name is the whole key, shown this once. */
  readonly apiKey?: Maybe<ApiKey>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteApiKeyInput = {
  readonly id: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateTeamInput = {
  readonly teamName: Scalars['String']['input'];
  readonly teamAdminUserName?: InputMaybe<Scalars['String']['input']>;
  readonly organizationId?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateTeamPayload = {
  readonly __typename?: 'CreateTeamPayload';
  readonly entity?: Maybe<Entity>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type TeamMemberInput = {
  readonly entityName: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
  readonly admin?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateInviteInput = {
  readonly entityName: Scalars['String']['input'];
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly username?: InputMaybe<Scalars['String']['input']>;
  readonly admin?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateInvitePayload = {
  readonly __typename?: 'CreateInvitePayload';
  readonly invite?: Maybe<Invite>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Who was added to a team. */
export type Invite = {
  readonly __typename?: 'Invite';
  /** Of the member. */
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly toUser?: Maybe<User>;
};

export type DeleteInviteInput = {
  /** The member's. */
  readonly id?: InputMaybe<Scalars['String']['input']>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateLoginLinkInput = {
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateLoginLinkPayload = {
  readonly __typename?: 'CreateLoginLinkPayload';
  /** The path of the link on this server, with its secret. */
  readonly path: Scalars['String']['output'];
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** How the person shows who they are: an API key, a login link, or a user name and a password. */
export type OpenSessionInput = {
  readonly apiKey?: InputMaybe<Scalars['String']['input']>;
  /** The secret of a login link, which is used up. */
  readonly loginToken?: InputMaybe<Scalars['String']['input']>;
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /** With the user name. */
  readonly password?: InputMaybe<Scalars['SecretValue']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type OpenSessionPayload = {
  readonly __typename?: 'OpenSessionPayload';
  readonly user?: Maybe<User>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CloseSessionInput = {
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type SetPasswordInput = {
  readonly currentPassword?: InputMaybe<Scalars['SecretValue']['input']>;
  /** 12 to 1000 characters; null takes the password away. */
  readonly newPassword?: InputMaybe<Scalars['SecretValue']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateViewerInput = {
  /** Empty for none. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateViewerPayload = {
  readonly __typename?: 'UpdateViewerPayload';
  readonly user?: Maybe<User>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CreateArtifactTypeInput = {
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactTypePayload = {
  readonly __typename?: 'CreateArtifactTypePayload';
  readonly artifactType?: Maybe<ArtifactType>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type ArtifactAliasInput = {
  readonly artifactCollectionName?: InputMaybe<Scalars['String']['input']>;
  readonly alias: Scalars['String']['input'];
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
};

export type TagInput = {
  readonly tagName: Scalars['String']['input'];
  readonly tagCategoryName?: InputMaybe<Scalars['String']['input']>;
  readonly attributes?: InputMaybe<Scalars['JSONString']['input']>;
};

export type CreateArtifactInput = {
  readonly artifactTypeName: Scalars['String']['input'];
  readonly artifactCollectionName?: InputMaybe<Scalars['String']['input']>;
  readonly artifactCollectionNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly digest: Scalars['String']['input'];
  readonly digestAlgorithm?: InputMaybe<ArtifactDigestAlgorithm>;
  readonly labels?: InputMaybe<Scalars['JSONString']['input']>;
  readonly aliases?: InputMaybe<ReadonlyArray<ArtifactAliasInput>>;
  readonly metadata?: InputMaybe<Scalars['JSONString']['input']>;
  readonly historyStep?: InputMaybe<Scalars['Int64']['input']>;
  readonly enableDigestDeduplication?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientID?: InputMaybe<Scalars['ID']['input']>;
  readonly sequenceClientID?: InputMaybe<Scalars['ID']['input']>;
  readonly distributedID?: InputMaybe<Scalars['String']['input']>;
  readonly ttlDurationSeconds?: InputMaybe<Scalars['Int64']['input']>;
  readonly storageRegion?: InputMaybe<Scalars['String']['input']>;
  readonly tags?: InputMaybe<ReadonlyArray<TagInput>>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactPayload = {
  readonly __typename?: 'CreateArtifactPayload';
  readonly artifact: Artifact;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CreateArtifactManifestInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly baseArtifactID?: InputMaybe<Scalars['ID']['input']>;
  readonly name: Scalars['String']['input'];
  readonly digest: Scalars['String']['input'];
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName?: InputMaybe<Scalars['String']['input']>;
  readonly type?: InputMaybe<ArtifactManifestType>;
  readonly storageRegion?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactManifestPayload = {
  readonly __typename?: 'CreateArtifactManifestPayload';
  readonly artifactManifest: ArtifactManifest;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpdateArtifactManifestInput = {
  readonly artifactManifestID: Scalars['ID']['input'];
  readonly digest?: InputMaybe<Scalars['String']['input']>;
  readonly baseArtifactID?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateArtifactManifestPayload = {
  readonly __typename?: 'UpdateArtifactManifestPayload';
  readonly artifactManifest: ArtifactManifest;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UploadPartsInput = {
  readonly partNumber: Scalars['Int64']['input'];
  readonly hexMD5: Scalars['String']['input'];
};

export type CreateArtifactFileSpecInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly artifactManifestID?: InputMaybe<Scalars['ID']['input']>;
  readonly name: Scalars['String']['input'];
  /** base64 of the MD5 of the bytes. */
  readonly md5: Scalars['String']['input'];
  readonly mimetype?: InputMaybe<Scalars['String']['input']>;
  readonly uploadPartsInput?: InputMaybe<ReadonlyArray<UploadPartsInput>>;
};

export type CreateArtifactFilesInput = {
  readonly artifactFiles: ReadonlyArray<CreateArtifactFileSpecInput>;
  readonly storageLayout?: InputMaybe<ArtifactStorageLayout>;
  readonly cloudRegionID?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactFilesPayload = {
  readonly __typename?: 'CreateArtifactFilesPayload';
  readonly files: FileConnection;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CompleteMultipartAction =
  | 'Complete';

export type CompleteMultipartUploadArtifactInput = {
  readonly completeMultipartAction: CompleteMultipartAction;
  /** All parts, each with the ETag of the answer to its upload. */
  readonly completedParts: ReadonlyArray<UploadPartsInput>;
  readonly artifactID: Scalars['ID']['input'];
  readonly storagePath: Scalars['String']['input'];
  readonly uploadID: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CompleteMultipartUploadArtifactPayload = {
  readonly __typename?: 'CompleteMultipartUploadArtifactPayload';
  /** base64 of the MD5 of the whole file. */
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CommitArtifactInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CommitArtifactPayload = {
  readonly __typename?: 'CommitArtifactPayload';
  readonly artifact: Artifact;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpdateArtifactInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly metadata?: InputMaybe<Scalars['JSONString']['input']>;
  readonly ttlDurationSeconds?: InputMaybe<Scalars['Int64']['input']>;
  readonly tagsToAdd?: InputMaybe<ReadonlyArray<TagInput>>;
  readonly tagsToDelete?: InputMaybe<ReadonlyArray<TagInput>>;
  readonly aliases?: InputMaybe<ReadonlyArray<ArtifactAliasInput>>;
  readonly labels?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateArtifactPayload = {
  readonly __typename?: 'UpdateArtifactPayload';
  readonly artifact: Artifact;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteArtifactInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly deleteAliases?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteArtifactPayload = {
  readonly __typename?: 'DeleteArtifactPayload';
  readonly artifact: Artifact;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UseArtifactInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName: Scalars['String']['input'];
  readonly usedAs?: InputMaybe<Scalars['String']['input']>;
  readonly artifactEntityName?: InputMaybe<Scalars['String']['input']>;
  readonly artifactProjectName?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UseArtifactPayload = {
  readonly __typename?: 'UseArtifactPayload';
  readonly artifact?: Maybe<Artifact>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type ArtifactCollectionAliasInput = {
  readonly alias: Scalars['String']['input'];
  readonly artifactCollectionName: Scalars['String']['input'];
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
};

export type AddAliasesInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly aliases: ReadonlyArray<ArtifactCollectionAliasInput>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteAliasesInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly aliases: ReadonlyArray<ArtifactCollectionAliasInput>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateArtifactSequenceInput = {
  readonly artifactSequenceID: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type MoveArtifactSequenceInput = {
  readonly artifactSequenceID: Scalars['ID']['input'];
  readonly destinationArtifactTypeName: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateArtifactCollectionPayload = {
  readonly __typename?: 'UpdateArtifactCollectionPayload';
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteArtifactSequenceInput = {
  readonly artifactSequenceID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteArtifactCollectionPayload = {
  readonly __typename?: 'DeleteArtifactCollectionPayload';
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type LinkArtifactInput = {
  readonly artifactID?: InputMaybe<Scalars['ID']['input']>;
  /** The id that the client made for the version, where it has no other yet. */
  readonly clientID?: InputMaybe<Scalars['ID']['input']>;
  readonly artifactPortfolioName: Scalars['String']['input'];
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly aliases?: InputMaybe<ReadonlyArray<ArtifactAliasInput>>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type LinkArtifactPayload = {
  readonly __typename?: 'LinkArtifactPayload';
  /** The number of the link in the portfolio. */
  readonly versionIndex?: Maybe<Scalars['Int']['output']>;
  readonly artifactMembership?: Maybe<ArtifactCollectionMembership>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UnlinkArtifactInput = {
  readonly artifactID: Scalars['ID']['input'];
  readonly artifactPortfolioID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UnlinkArtifactPayload = {
  readonly __typename?: 'UnlinkArtifactPayload';
  /** The version, which stays. Clients up to release 0.19 ask for it. */
  readonly artifactID: Scalars['ID']['output'];
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpdateArtifactPortfolioInput = {
  readonly artifactPortfolioID: Scalars['ID']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteArtifactPortfolioInput = {
  readonly artifactPortfolioID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactCollectionTagAssignmentsInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly artifactCollectionName: Scalars['String']['input'];
  readonly tags: ReadonlyArray<TagInput>;
  readonly clientMutationID?: InputMaybe<Scalars['String']['input']>;
};

export type CreateArtifactCollectionTagAssignmentsPayload = {
  readonly __typename?: 'CreateArtifactCollectionTagAssignmentsPayload';
  readonly tags: ReadonlyArray<Tag>;
  readonly clientMutationID?: Maybe<Scalars['String']['output']>;
};

export type DeleteArtifactCollectionTagAssignmentsInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly artifactCollectionName: Scalars['String']['input'];
  readonly tags: ReadonlyArray<TagInput>;
  readonly clientMutationID?: InputMaybe<Scalars['String']['input']>;
};

export type ArtifactManifestEntryInput = {
  readonly name: Scalars['String']['input'];
  readonly digest: Scalars['String']['input'];
  readonly birthArtifactID?: InputMaybe<Scalars['ID']['input']>;
};

export type ArtifactState =
  | 'PENDING'
  | 'COMMITTED'
  | 'DELETED';

export type ArtifactCollectionState =
  | 'READY'
  | 'DELETED';

export type ArtifactManifestType =
  | 'FULL'
  | 'PATCH'
  | 'INCREMENTAL';

export type ArtifactStorageLayout =
  | 'V1'
  | 'V2';

export type ArtifactDigestAlgorithm =
  | 'MANIFEST_MD5'
  /** Known to newer clients; refused by this server. */
  | 'MANIFEST_XXH128';

export type ArtifactType = {
  readonly __typename?: 'ArtifactType';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** A version by name and alias; clients up to release 0.25 read its files here. */
  readonly artifact?: Maybe<Artifact>;
  /** Null for a portfolio: by this clients up to release 0.19 tell the two kinds of collection apart. */
  readonly artifactSequence?: Maybe<ArtifactSequence>;
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly artifactCollections?: Maybe<ArtifactCollectionConnection>;
};


export type ArtifactTypeArtifactArgs = {
  name: Scalars['String']['input'];
};


export type ArtifactTypeArtifactSequenceArgs = {
  name: Scalars['String']['input'];
};


export type ArtifactTypeArtifactCollectionArgs = {
  name: Scalars['String']['input'];
};


export type ArtifactTypeArtifactCollectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};

export type ArtifactTypeConnection = {
  readonly __typename?: 'ArtifactTypeConnection';
  readonly edges: ReadonlyArray<ArtifactTypeEdge>;
  readonly pageInfo: PageInfo;
};

export type ArtifactTypeEdge = {
  readonly __typename?: 'ArtifactTypeEdge';
  readonly node?: Maybe<ArtifactType>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type ArtifactCollection = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly state?: Maybe<ArtifactCollectionState>;
  readonly project?: Maybe<Project>;
  readonly defaultArtifactType: ArtifactType;
  readonly tags?: Maybe<TagConnection>;
  readonly aliases?: Maybe<ArtifactAliasConnection>;
  readonly artifacts?: Maybe<VersionedArtifactConnection>;
  readonly artifactMembership?: Maybe<ArtifactCollectionMembership>;
};


export type ArtifactCollectionTagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type ArtifactCollectionAliasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ArtifactCollectionArtifactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


export type ArtifactCollectionArtifactMembershipArgs = {
  aliasName: Scalars['String']['input'];
};

/** The versions of one artifact, in the order in which they were logged. */
export type ArtifactSequence = ArtifactCollection & {
  readonly __typename?: 'ArtifactSequence';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly state?: Maybe<ArtifactCollectionState>;
  readonly project?: Maybe<Project>;
  readonly defaultArtifactType: ArtifactType;
  readonly tags?: Maybe<TagConnection>;
  readonly aliases?: Maybe<ArtifactAliasConnection>;
  readonly artifacts?: Maybe<VersionedArtifactConnection>;
  readonly artifactMembership?: Maybe<ArtifactCollectionMembership>;
  readonly latestArtifact?: Maybe<Artifact>;
  readonly digestAlgorithm?: Maybe<ArtifactDigestAlgorithm>;
};


/** The versions of one artifact, in the order in which they were logged. */
export type ArtifactSequenceTagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The versions of one artifact, in the order in which they were logged. */
export type ArtifactSequenceAliasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The versions of one artifact, in the order in which they were logged. */
export type ArtifactSequenceArtifactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


/** The versions of one artifact, in the order in which they were logged. */
export type ArtifactSequenceArtifactMembershipArgs = {
  aliasName: Scalars['String']['input'];
};

/** Links to versions of artifacts, in the order in which they were made. */
export type ArtifactPortfolio = ArtifactCollection & {
  readonly __typename?: 'ArtifactPortfolio';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly state?: Maybe<ArtifactCollectionState>;
  readonly project?: Maybe<Project>;
  readonly defaultArtifactType: ArtifactType;
  readonly tags?: Maybe<TagConnection>;
  readonly aliases?: Maybe<ArtifactAliasConnection>;
  readonly artifacts?: Maybe<VersionedArtifactConnection>;
  readonly artifactMembership?: Maybe<ArtifactCollectionMembership>;
};


/** Links to versions of artifacts, in the order in which they were made. */
export type ArtifactPortfolioTagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Links to versions of artifacts, in the order in which they were made. */
export type ArtifactPortfolioAliasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Links to versions of artifacts, in the order in which they were made. */
export type ArtifactPortfolioArtifactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


/** Links to versions of artifacts, in the order in which they were made. */
export type ArtifactPortfolioArtifactMembershipArgs = {
  aliasName: Scalars['String']['input'];
};

export type ArtifactCollectionConnection = {
  readonly __typename?: 'ArtifactCollectionConnection';
  readonly edges: ReadonlyArray<ArtifactCollectionEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type ArtifactCollectionEdge = {
  readonly __typename?: 'ArtifactCollectionEdge';
  readonly node?: Maybe<ArtifactCollection>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** The place of an artifact version in a collection: its number and its aliases there. */
export type ArtifactCollectionMembership = {
  readonly __typename?: 'ArtifactCollectionMembership';
  readonly id: Scalars['ID']['output'];
  readonly versionIndex?: Maybe<Scalars['Int']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly aliases?: Maybe<ReadonlyArray<ArtifactAlias>>;
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly artifact?: Maybe<Artifact>;
  readonly files?: Maybe<FileConnection>;
};


/** The place of an artifact version in a collection: its number and its aliases there. */
export type ArtifactCollectionMembershipFilesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type ArtifactCollectionMembershipConnection = {
  readonly __typename?: 'ArtifactCollectionMembershipConnection';
  readonly edges: ReadonlyArray<ArtifactCollectionMembershipEdge>;
  readonly pageInfo: PageInfo;
};

export type ArtifactCollectionMembershipEdge = {
  readonly __typename?: 'ArtifactCollectionMembershipEdge';
  readonly node?: Maybe<ArtifactCollectionMembership>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type Artifact = {
  readonly __typename?: 'Artifact';
  /** base64 of Artifact:<number>; the client decodes it to hexadecimal for references. */
  readonly id: Scalars['ID']['output'];
  readonly artifactSequence: ArtifactSequence;
  readonly artifactType: ArtifactType;
  readonly versionIndex?: Maybe<Scalars['Int']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly metadata?: Maybe<Scalars['JSONString']['output']>;
  readonly state: ArtifactState;
  readonly size: Scalars['Int64']['output'];
  /** Hexadecimal MD5 over the manifest's entries. */
  readonly digest: Scalars['String']['output'];
  readonly digestAlgorithm?: Maybe<ArtifactDigestAlgorithm>;
  readonly fileCount: Scalars['Int64']['output'];
  readonly commitHash?: Maybe<Scalars['String']['output']>;
  readonly historyStep?: Maybe<Scalars['Int64']['output']>;
  readonly ttlDurationSeconds: Scalars['Int64']['output'];
  readonly ttlIsInherited: Scalars['Boolean']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly tags: ReadonlyArray<Tag>;
  readonly aliases: ReadonlyArray<ArtifactAlias>;
  readonly artifactMemberships?: Maybe<ArtifactCollectionMembershipConnection>;
  readonly currentManifest?: Maybe<ArtifactManifest>;
  readonly createdBy?: Maybe<ArtifactCreator>;
  readonly usedBy?: Maybe<RunConnection>;
  readonly files?: Maybe<FileConnection>;
  readonly filesByManifestEntries?: Maybe<FileConnection>;
  /** This artifact as a job version; null for an artifact of another type. */
  readonly jobVersion?: Maybe<JobVersion>;
};


export type ArtifactArtifactMembershipsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ArtifactUsedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ArtifactFilesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ArtifactFilesByManifestEntriesArgs = {
  entries?: InputMaybe<ReadonlyArray<ArtifactManifestEntryInput>>;
  storageLayout?: InputMaybe<Scalars['String']['input']>;
  manifestVersion?: InputMaybe<Scalars['String']['input']>;
  storageRegion?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type ArtifactCreator = Run | User;

export type ArtifactConnection = {
  readonly __typename?: 'ArtifactConnection';
  readonly edges: ReadonlyArray<ArtifactEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Clients of the releases around 0.22 name this type in their documents. */
export type InputArtifactConnection = {
  readonly __typename?: 'InputArtifactConnection';
  readonly edges: ReadonlyArray<ArtifactEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type ArtifactEdge = {
  readonly __typename?: 'ArtifactEdge';
  readonly node?: Maybe<Artifact>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type VersionedArtifactConnection = {
  readonly __typename?: 'VersionedArtifactConnection';
  readonly edges: ReadonlyArray<VersionedArtifactEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type VersionedArtifactEdge = {
  readonly __typename?: 'VersionedArtifactEdge';
  /** The version's name in this collection, for example v0. */
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly node?: Maybe<Artifact>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type ArtifactAlias = {
  readonly __typename?: 'ArtifactAlias';
  readonly id: Scalars['ID']['output'];
  readonly alias: Scalars['String']['output'];
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly artifactCollectionName?: Maybe<Scalars['String']['output']>;
};

export type ArtifactAliasConnection = {
  readonly __typename?: 'ArtifactAliasConnection';
  readonly edges: ReadonlyArray<ArtifactAliasEdge>;
  readonly pageInfo: PageInfo;
};

export type ArtifactAliasEdge = {
  readonly __typename?: 'ArtifactAliasEdge';
  readonly node?: Maybe<ArtifactAlias>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type Tag = {
  readonly __typename?: 'Tag';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Always null: tags have no categories here. Clients up to release 0.19 ask for it. */
  readonly tagCategoryName?: Maybe<Scalars['String']['output']>;
};

export type TagConnection = {
  readonly __typename?: 'TagConnection';
  readonly edges: ReadonlyArray<TagEdge>;
};

export type TagEdge = {
  readonly __typename?: 'TagEdge';
  readonly node?: Maybe<Tag>;
};

export type ArtifactManifest = {
  readonly __typename?: 'ArtifactManifest';
  readonly id: Scalars['ID']['output'];
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly file?: Maybe<File>;
};

export type ClientIdMapping = {
  readonly __typename?: 'ClientIDMapping';
  readonly serverID: Scalars['ID']['output'];
};

export type File = {
  readonly __typename?: 'File';
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** An absolute address that carries its own authorisation for a while; with upload, one to PUT to. */
  readonly url?: Maybe<Scalars['String']['output']>;
  readonly directUrl?: Maybe<Scalars['String']['output']>;
  /** Where to send the bytes of a file that the server asked for. */
  readonly uploadUrl?: Maybe<Scalars['String']['output']>;
  readonly uploadHeaders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly uploadMultipartUrls?: Maybe<UploadMultipartUrls>;
  readonly sizeBytes?: Maybe<Scalars['Int64']['output']>;
  readonly storagePath?: Maybe<Scalars['String']['output']>;
  readonly mimetype?: Maybe<Scalars['String']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** base64 of the MD5 of the bytes. */
  readonly md5?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly artifact?: Maybe<Artifact>;
};


export type FileUrlArgs = {
  upload?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UploadMultipartUrls = {
  readonly __typename?: 'UploadMultipartUrls';
  readonly uploadID: Scalars['ID']['output'];
  readonly uploadUrlParts: ReadonlyArray<UploadUrlPart>;
};

export type UploadUrlPart = {
  readonly __typename?: 'UploadUrlPart';
  readonly partNumber: Scalars['Int64']['output'];
  readonly uploadUrl: Scalars['String']['output'];
};

export type FileConnection = {
  readonly __typename?: 'FileConnection';
  readonly edges: ReadonlyArray<FileEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  readonly uploadHeaders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};

export type FileEdge = {
  readonly __typename?: 'FileEdge';
  readonly node?: Maybe<File>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type CreateRunFilesInput = {
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName?: InputMaybe<Scalars['String']['input']>;
  readonly files: ReadonlyArray<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateRunFilesPayload = {
  readonly __typename?: 'CreateRunFilesPayload';
  readonly runID?: Maybe<Scalars['ID']['output']>;
  readonly uploadHeaders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly files?: Maybe<ReadonlyArray<RunFileUpload>>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type RunFileUpload = {
  readonly __typename?: 'RunFileUpload';
  readonly name: Scalars['String']['output'];
  readonly uploadUrl: Scalars['String']['output'];
};

export type MarkRunFilesUploadedInput = {
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName?: InputMaybe<Scalars['String']['input']>;
  readonly files: ReadonlyArray<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteFilesInput = {
  readonly files: ReadonlyArray<Scalars['ID']['input']>;
  readonly projectId?: InputMaybe<Scalars['Int']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type ParquetHistory = {
  readonly __typename?: 'ParquetHistory';
  readonly parquetUrls: ReadonlyArray<Scalars['String']['output']>;
  readonly liveData: ReadonlyArray<Scalars['JSON']['output']>;
};

export type LogMatches = {
  readonly __typename?: 'LogMatches';
  /** The numbers of the lines, rising. */
  readonly lines: ReadonlyArray<Scalars['Int']['output']>;
  /** Where the search goes on; null at the end of the log. */
  readonly nextLine?: Maybe<Scalars['Int']['output']>;
};

export type LogLine = {
  readonly __typename?: 'LogLine';
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly number: Scalars['Int']['output'];
  readonly timestamp?: Maybe<Scalars['DateTime']['output']>;
  readonly level?: Maybe<Scalars['String']['output']>;
  readonly label?: Maybe<Scalars['String']['output']>;
  readonly line: Scalars['String']['output'];
};

export type LogLineConnection = {
  readonly __typename?: 'LogLineConnection';
  readonly edges: ReadonlyArray<LogLineEdge>;
  readonly pageInfo: PageInfo;
};

export type LogLineEdge = {
  readonly __typename?: 'LogLineEdge';
  readonly node?: Maybe<LogLine>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** A named, reusable definition of work in a project: an artifact collection of type job. */
export type Job = {
  readonly __typename?: 'Job';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly project: Project;
  readonly latestVersion?: Maybe<JobVersion>;
  readonly versions?: Maybe<JobVersionConnection>;
  /** Runs launched from any of its versions, newest first. */
  readonly runs?: Maybe<RunConnection>;
};


/** A named, reusable definition of work in a project: an artifact collection of type job. */
export type JobVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A named, reusable definition of work in a project: an artifact collection of type job. */
export type JobRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type JobConnection = {
  readonly __typename?: 'JobConnection';
  readonly edges: ReadonlyArray<JobEdge>;
  readonly pageInfo: PageInfo;
};

export type JobEdge = {
  readonly __typename?: 'JobEdge';
  readonly node?: Maybe<Job>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** One immutable state of a job: source, entry point, inputs and environment. */
export type JobVersion = {
  readonly __typename?: 'JobVersion';
  /** The id of the artifact that holds it. */
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** v0, v1, ... */
  readonly version: Scalars['String']['output'];
  readonly versionIndex: Scalars['Int']['output'];
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** entity/project/name:version. */
  readonly path: Scalars['String']['output'];
  readonly project: Project;
  readonly createdAt: Scalars['DateTime']['output'];
  /** repo, artifact or image. */
  readonly sourceType: Scalars['String']['output'];
  /** The source as wandb-job.json states it. */
  readonly source: Scalars['JSON']['output'];
  /** The artifact with the code that it runs; null for another kind of source, and where the caller may not see it. */
  readonly sourceArtifact?: Maybe<Artifact>;
  readonly entryPoint?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What ran the program: a Python version such as 3.11, or Node with its version. */
  readonly runtime?: Maybe<Scalars['String']['output']>;
  /** The run that captured this version; null when it was made by hand or the run is gone. */
  readonly sourceRun?: Maybe<Run>;
  /** No inputs are known yet: the first run fills them in, and until then a launch accepts any. */
  readonly isPartial: Scalars['Boolean']['output'];
  /**
   * The declared inputs with types, schemas and default values:
   * {config: {type, schema, defaults} | null, files: {path: {type, schema, defaults}}, isPartial, allowsExtraKeys}.
   */
  readonly inputs: Scalars['JSON']['output'];
  /**
   * The types of the inputs as the guide shows them: {"trainer": {"learning_rate": "float"}}. When config files are inputs
   * the two kinds are kept apart: {"@wandb.config": {...}, "files": {"config.yaml": {...}}}, without "@wandb.config" when
   * the run config is none.
   */
  readonly inputTypes: Scalars['JSON']['output'];
  /** The text of each managed config file as it was captured: {path: text}. */
  readonly configFiles: Scalars['JSON']['output'];
  /** What could not be read of this version, one sentence each; the rest of it holds all the same. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
  /**
   * What the newest runs of the job, of any version, had for the inputs of this one; at most 200 runs are looked at. Inputs that always
   * had their default are left out, and so are secrets.
   */
  readonly inputUsage: ReadonlyArray<InputUsage>;
  /** Runs launched from this version, newest first. */
  readonly runs?: Maybe<RunConnection>;
  /**
   * For each of the overrides, in order, the items that the caller may see with exactly the same inputs of this job version,
   * whatever the order of keys: newest first, at most first of each (5 unless given). The overrides are those of a launch
   * spec, {run_config, files, args, ...}; at most 1000 at once.
   */
  readonly earlierLaunches: ReadonlyArray<EarlierLaunches>;
};


/** One immutable state of a job: source, entry point, inputs and environment. */
export type JobVersionRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** One immutable state of a job: source, entry point, inputs and environment. */
export type JobVersionEarlierLaunchesArgs = {
  overrides: ReadonlyArray<Scalars['JSON']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What earlier runs had for one input. */
export type InputUsage = {
  readonly __typename?: 'InputUsage';
  /** The input address, such as trainer.learning_rate or config.yaml:model.layers. */
  readonly address: Scalars['String']['output'];
  /** How many of the runs had a value. */
  readonly runs: Scalars['Int']['output'];
  /** The least of the values that are numbers; null without numbers. */
  readonly minimum?: Maybe<Scalars['Float']['output']>;
  /** The greatest of the values that are numbers. */
  readonly maximum?: Maybe<Scalars['Float']['output']>;
  /** The different values, the most frequent first; empty where there are more than 12. */
  readonly values: Scalars['JSON']['output'];
};

export type JobVersionConnection = {
  readonly __typename?: 'JobVersionConnection';
  readonly edges: ReadonlyArray<JobVersionEdge>;
  readonly pageInfo: PageInfo;
};

export type JobVersionEdge = {
  readonly __typename?: 'JobVersionEdge';
  readonly node?: Maybe<JobVersion>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type LaunchAgentConnection = {
  readonly __typename?: 'LaunchAgentConnection';
  readonly edges: ReadonlyArray<LaunchAgentEdge>;
  readonly pageInfo: PageInfo;
};

export type LaunchAgentEdge = {
  readonly __typename?: 'LaunchAgentEdge';
  readonly node: LaunchAgent;
  readonly cursor: Scalars['String']['output'];
};

export type LaunchAgent = {
  readonly __typename?: 'LaunchAgent';
  readonly id: Scalars['ID']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly entityName: Scalars['String']['output'];
  /** The user who started it. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** The queues that it listens to, in its order. */
  readonly queues: ReadonlyArray<RunQueue>;
  /** The items that it holds now, newest first. */
  readonly runQueueItems?: Maybe<RunQueueItemConnection>;
  /** The items that it holds now and that the caller may see, newest first, at most 100. */
  readonly heldItems: ReadonlyArray<RunQueueItem>;
  /** How many items it holds now. */
  readonly heldCount: Scalars['Int']['output'];
  /** The ids of the queues that it listens to. */
  readonly runQueues?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  readonly hostname?: Maybe<Scalars['String']['output']>;
  /** POLLING, RUNNING, KILLED, or LOST when its heartbeat stopped. */
  readonly agentStatus?: Maybe<Scalars['String']['output']>;
  readonly agentConfig?: Maybe<Scalars['JSON']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly stopPolling?: Maybe<Scalars['Boolean']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly heartbeatAt?: Maybe<Scalars['DateTime']['output']>;
};


export type LaunchAgentRunQueueItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type CreateLaunchAgentInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly runQueues: ReadonlyArray<Scalars['ID']['input']>;
  readonly hostname: Scalars['String']['input'];
  readonly agentConfig?: InputMaybe<Scalars['JSONString']['input']>;
  readonly version?: InputMaybe<Scalars['String']['input']>;
  /** The id of the agent that this one replaces: it gets the same id and its items back. Only for the same entity. */
  readonly resumeLaunchAgentId?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateLaunchAgentPayload = {
  readonly __typename?: 'CreateLaunchAgentPayload';
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly launchAgentId?: Maybe<Scalars['ID']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpdateLaunchAgentInput = {
  readonly launchAgentId: Scalars['ID']['input'];
  readonly agentStatus?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type LeaseRunQueueItemsInput = {
  readonly launchAgentId: Scalars['ID']['input'];
  /** How many items the agent has room for. */
  readonly limit: Scalars['Int']['input'];
  /** 0 to 15 seconds. Defaults to the server's setting. */
  readonly waitSeconds?: InputMaybe<Scalars['Float']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type LeaseRunQueueItemsPayload = {
  readonly __typename?: 'LeaseRunQueueItemsPayload';
  readonly items: ReadonlyArray<LeasedRunQueueItem>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What an agent needs to run an item, in one answer. */
export type LeasedRunQueueItem = {
  readonly __typename?: 'LeasedRunQueueItem';
  readonly runQueueItemId: Scalars['ID']['output'];
  readonly runSpec: Scalars['JSON']['output'];
  readonly queueName: Scalars['String']['output'];
  readonly queueEntityName: Scalars['String']['output'];
  /** When the lease ends unless it is renewed. */
  readonly leaseEndsAt: Scalars['DateTime']['output'];
};

export type LaunchAgentHeartbeatInput = {
  readonly launchAgentId: Scalars['ID']['input'];
  readonly agentStatus?: InputMaybe<Scalars['String']['input']>;
  /** The items that the agent holds; their leases are renewed. */
  readonly runQueueItemIds: ReadonlyArray<Scalars['ID']['input']>;
  /** 0 to 15 seconds. Defaults to 0. */
  readonly waitSeconds?: InputMaybe<Scalars['Float']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type LaunchAgentHeartbeatPayload = {
  readonly __typename?: 'LaunchAgentHeartbeatPayload';
  /** The agent must take no more items and end once its items have. */
  readonly stopPolling: Scalars['Boolean']['output'];
  /** Items whose process the agent must stop. */
  readonly stopRunQueueItemIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Items that the agent no longer holds: it must stop their processes and report nothing. */
  readonly lostRunQueueItemIds: ReadonlyArray<Scalars['ID']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type LaunchAgentIdInput = {
  readonly launchAgentId: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The kinds of things that can be watched. Lists tell that one of their members changed, without saying which. */
export type WatchKind =
  /** The projects of an entity: created, config. */
  | 'PROJECTS'
  /** The jobs of an entity, or of one of its projects: config (a version was published or changed), deleted. */
  | 'JOBS'
  /** The runs of an entity, or of one of its projects: created, state, config, summary, deleted. */
  | 'RUNS'
  /** One run, by entity, project and name: state, config, summary, history, events, log, files, artifacts, alerts, deleted. */
  | 'RUN'
  /** The run queues of an entity that the caller may see: created, state, config, items, agents, deleted. */
  | 'RUN_QUEUES'
  /** One run queue, by entity and name: state (paused or not), config, items, agents, deleted. */
  | 'RUN_QUEUE'
  /** One item, by id: state, log, warnings. */
  | 'RUN_QUEUE_ITEM'
  /** The launch agents of an entity: created, state, items (what they hold). */
  | 'LAUNCH_AGENTS'
  /** The presets of an entity: created, config (another version), deleted. */
  | 'PRESETS'
  /** The secrets of an entity: created, config (another value), state (an agent got the value), deleted. */
  | 'SECRETS'
  /** The caller: config (e-mail address, password, administration), keys (one was made, first used or deleted), teams (another one, or one less). */
  | 'VIEWER'
  /** The teams that the caller sees, for an administrator all of them: created, members. */
  | 'TEAMS'
  /** The users of the server, for an administrator: created, config, teams. */
  | 'USERS';

/** A thing to watch. Without an entity name it is the caller's own. */
export type WatchInput = {
  readonly kind: WatchKind;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  /** For JOBS and RUNS, where it may be missing, and for RUN. */
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  /** For RUN (the run id, as in the run's address) and RUN_QUEUE. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** For RUN_QUEUE_ITEM. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
};

/** What is new of one watched thing, which is named as the subscription named it. */
export type Change = {
  readonly __typename?: 'Change';
  readonly kind: WatchKind;
  readonly entityName?: Maybe<Scalars['String']['output']>;
  readonly projectName?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly id?: Maybe<Scalars['ID']['output']>;
  /**
   * What changed of it, in no order: those that its kind names; "ready" in place of a change when everything watched is to be
   * read anew; "gone" when the caller may not see the thing any more, of which nothing more is told. Others may be added.
   */
  readonly aspects: ReadonlyArray<Scalars['String']['output']>;
};

/** A named, versioned set of inputs of a person or a team. */
export type Preset = {
  readonly __typename?: 'Preset';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly entityName: Scalars['String']['output'];
  /** entity/project/name of the only job that it is for; null for any job. */
  readonly jobPath?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** When it was deleted; null for one that can be used. */
  readonly deletedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly latestVersion?: Maybe<PresetVersion>;
  /** One version as v2, or latest. */
  readonly version?: Maybe<PresetVersion>;
  readonly versions?: Maybe<PresetVersionConnection>;
};


/** A named, versioned set of inputs of a person or a team. */
export type PresetVersionArgs = {
  name: Scalars['String']['input'];
};


/** A named, versioned set of inputs of a person or a team. */
export type PresetVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type PresetConnection = {
  readonly __typename?: 'PresetConnection';
  readonly edges: ReadonlyArray<PresetEdge>;
  readonly pageInfo: PageInfo;
};

export type PresetEdge = {
  readonly __typename?: 'PresetEdge';
  readonly node?: Maybe<Preset>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** One immutable state of a preset. */
export type PresetVersion = {
  readonly __typename?: 'PresetVersion';
  readonly id: Scalars['ID']['output'];
  /** v0, v1, ... */
  readonly version: Scalars['String']['output'];
  readonly versionIndex: Scalars['Int']['output'];
  /** entity/name@version. */
  readonly path: Scalars['String']['output'];
  readonly preset: Preset;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly author?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /**
   * What this version itself sets: {run_config, files: {path: values}, removals: [input], queue, priority,
   * template_variables, resource_args}; parts that it does not set are left out.
   */
  readonly content: Scalars['JSON']['output'];
  /** The versions that it builds on, the lowest first. Null where one is of an entity that the caller left. */
  readonly basedOn?: Maybe<ReadonlyArray<PresetVersion>>;
  /** This version over all that it builds on, in the form of content. */
  readonly resolved?: Maybe<Scalars['JSON']['output']>;
  /** Why it could not be used with a job version, one problem for each path. Empty: it fits. */
  readonly problems: ReadonlyArray<Problem>;
};


/** One immutable state of a preset. */
export type PresetVersionProblemsArgs = {
  job: Scalars['String']['input'];
};

export type PresetVersionConnection = {
  readonly __typename?: 'PresetVersionConnection';
  readonly edges: ReadonlyArray<PresetVersionEdge>;
  readonly pageInfo: PageInfo;
};

export type PresetVersionEdge = {
  readonly __typename?: 'PresetVersionEdge';
  readonly node?: Maybe<PresetVersion>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type PresetDifference = {
  readonly __typename?: 'PresetDifference';
  /** The address of an input, or a part such as queue or template_variables.cpu. */
  readonly path: Scalars['String']['output'];
  /** Null with isSetFrom false where the first version does not set it. */
  readonly from?: Maybe<Scalars['JSON']['output']>;
  readonly to?: Maybe<Scalars['JSON']['output']>;
  readonly isSetFrom: Scalars['Boolean']['output'];
  readonly isSetTo: Scalars['Boolean']['output'];
};

export type SavePresetInput = {
  readonly entityName: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  /** JSON text in the form of PresetVersion.content. */
  readonly content: Scalars['JSONString']['input'];
  /** The presets that it builds on, the lowest first, as NAME, NAME@v2 or ENTITY/NAME@v2. They are kept by their version. */
  readonly basedOn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** entity/project/name:alias of the job that it is for; the values are checked against that version. Null: any job. */
  readonly job?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type SavePresetPayload = {
  readonly __typename?: 'SavePresetPayload';
  readonly presetVersion?: Maybe<PresetVersion>;
  /** False when the newest version held the same already. */
  readonly isNew: Scalars['Boolean']['output'];
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type PresetIdInput = {
  readonly presetID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type Project = {
  readonly __typename?: 'Project';
  readonly id: Scalars['ID']['output'];
  readonly internalId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly entityName: Scalars['String']['output'];
  readonly entity: Entity;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly access?: Maybe<Scalars['String']['output']>;
  readonly readOnly?: Maybe<Scalars['Boolean']['output']>;
  readonly views?: Maybe<Scalars['JSON']['output']>;
  readonly isBenchmark?: Maybe<Scalars['Boolean']['output']>;
  readonly repo?: Maybe<Scalars['String']['output']>;
  readonly dockerImage?: Maybe<Scalars['String']['output']>;
  readonly user?: Maybe<User>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly artifact?: Maybe<Artifact>;
  readonly artifactType?: Maybe<ArtifactType>;
  readonly artifactTypes?: Maybe<ArtifactTypeConnection>;
  readonly artifactCollection?: Maybe<ArtifactCollection>;
  readonly artifactCollections?: Maybe<ArtifactCollectionConnection>;
  readonly artifactCollectionMembership?: Maybe<ArtifactCollectionMembership>;
  /** The jobs of this project, newest version first; with search those whose name or description holds that text. */
  readonly jobs?: Maybe<JobConnection>;
  /** One job by name; null when there is none. */
  readonly job?: Maybe<Job>;
  /** One job version by name and alias, such as train:latest or train:v3; without an alias, the latest. */
  readonly jobVersion?: Maybe<JobVersion>;
  /** By name, the first 1000. */
  readonly runQueues?: Maybe<ReadonlyArray<RunQueue>>;
  readonly runQueue?: Maybe<RunQueue>;
  readonly runKeys?: Maybe<RunKeyConnection>;
  readonly runGroups?: Maybe<RunGroupConnection>;
  readonly run?: Maybe<Run>;
  /** The client's older name of run. missingOk is taken and ignored: an unknown run is null either way. */
  readonly bucket?: Maybe<Run>;
  readonly runs?: Maybe<RunConnection>;
  readonly buckets?: Maybe<RunConnection>;
  readonly runCount?: Maybe<Scalars['Int']['output']>;
  /** A sweep by its id of eight characters; null when it does not exist. */
  readonly sweep?: Maybe<Sweep>;
  /** Sweeps, newest first. Filters are like those of runs, over name, displayName, state, method and createdAt. */
  readonly sweeps?: Maybe<SweepConnection>;
  readonly totalSweeps: Scalars['Int']['output'];
};


export type ProjectArtifactArgs = {
  name: Scalars['String']['input'];
  enableTracking?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ProjectArtifactTypeArgs = {
  name: Scalars['String']['input'];
};


export type ProjectArtifactTypesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  includeAll?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ProjectArtifactCollectionArgs = {
  name: Scalars['String']['input'];
};


export type ProjectArtifactCollectionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectArtifactCollectionMembershipArgs = {
  name: Scalars['String']['input'];
};


export type ProjectJobsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectJobArgs = {
  name: Scalars['String']['input'];
};


export type ProjectJobVersionArgs = {
  name: Scalars['String']['input'];
};


export type ProjectRunQueueArgs = {
  name: Scalars['String']['input'];
};


export type ProjectRunKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectRunGroupsArgs = {
  by: Scalars['String']['input'];
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  aggregates?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectRunArgs = {
  name: Scalars['String']['input'];
  desc?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectBucketArgs = {
  name: Scalars['String']['input'];
  desc?: InputMaybe<Scalars['String']['input']>;
  missingOk?: InputMaybe<Scalars['Boolean']['input']>;
};


export type ProjectRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectBucketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type ProjectRunCountArgs = {
  filters?: InputMaybe<Scalars['JSONString']['input']>;
};


export type ProjectSweepArgs = {
  sweepName: Scalars['String']['input'];
};


export type ProjectSweepsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filters?: InputMaybe<Scalars['JSONString']['input']>;
};

export type ProjectConnection = {
  readonly __typename?: 'ProjectConnection';
  readonly edges: ReadonlyArray<ProjectEdge>;
  readonly pageInfo: PageInfo;
};

export type ProjectEdge = {
  readonly __typename?: 'ProjectEdge';
  readonly node?: Maybe<Project>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type UpsertModelInput = {
  readonly id?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly repo?: InputMaybe<Scalars['String']['input']>;
  readonly access?: InputMaybe<Scalars['String']['input']>;
  readonly dockerImage?: InputMaybe<Scalars['String']['input']>;
  readonly framework?: InputMaybe<Scalars['String']['input']>;
  readonly isBenchmark?: InputMaybe<Scalars['Boolean']['input']>;
  readonly views?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertModelPayload = {
  readonly __typename?: 'UpsertModelPayload';
  readonly model?: Maybe<Project>;
  readonly project?: Maybe<Project>;
  readonly inserted?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CreateDefaultResourceConfigInput = {
  readonly entityName: Scalars['String']['input'];
  readonly resource: Scalars['String']['input'];
  readonly config: Scalars['JSONString']['input'];
  readonly templateVariables?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateDefaultResourceConfigPayload = {
  readonly __typename?: 'CreateDefaultResourceConfigPayload';
  readonly defaultResourceConfigID?: Maybe<Scalars['ID']['output']>;
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CreateRunQueueInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly queueName: Scalars['String']['input'];
  readonly access: RunQueueAccessType;
  readonly prioritizationMode?: InputMaybe<RunQueuePrioritizationMode>;
  readonly defaultResourceConfigID?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateRunQueuePayload = {
  readonly __typename?: 'CreateRunQueuePayload';
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly queueID?: Maybe<Scalars['ID']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type UpsertRunQueueInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly queueName: Scalars['String']['input'];
  readonly resourceType: Scalars['String']['input'];
  readonly resourceConfig: Scalars['JSONString']['input'];
  readonly templateVariables?: InputMaybe<Scalars['JSONString']['input']>;
  readonly prioritizationMode?: InputMaybe<RunQueuePrioritizationMode>;
  readonly externalLinks?: InputMaybe<Scalars['JSONString']['input']>;
  /** Refuses a name that is taken, in place of changing the queue of that name. Defaults to false. */
  readonly onlyNew?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertRunQueuePayload = {
  readonly __typename?: 'UpsertRunQueuePayload';
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly configSchemaValidationErrors?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteRunQueuesInput = {
  readonly queueIDs: ReadonlyArray<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RunQueueIdInput = {
  readonly queueID: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RunQueuePayload = {
  readonly __typename?: 'RunQueuePayload';
  readonly runQueue?: Maybe<RunQueue>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type PushToRunQueueByNameInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly queueName: Scalars['String']['input'];
  readonly runSpec: Scalars['JSONString']['input'];
  readonly priority?: InputMaybe<Scalars['Int']['input']>;
  readonly templateVariableValues?: InputMaybe<Scalars['JSONString']['input']>;
  /**
   * What the caller calls this launch, such as a UUID: sent again by the same user under the same key within a week, it is
   * queued once, and the answer names the item that is there. Another launch under the same key is refused.
   */
  readonly launchKey?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type PushToRunQueueByNamePayload = {
  readonly __typename?: 'PushToRunQueueByNamePayload';
  readonly runQueueItemId?: Maybe<Scalars['ID']['output']>;
  /** JSON text here, unlike in popFromRunQueue. */
  readonly runSpec?: Maybe<Scalars['JSONString']['output']>;
  /** What was accepted but may surprise: one entry per path. */
  readonly notes?: Maybe<ReadonlyArray<Problem>>;
  readonly runQueueItem?: Maybe<RunQueueItem>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type PushToRunQueueInput = {
  readonly queueID: Scalars['ID']['input'];
  readonly runSpec: Scalars['JSONString']['input'];
  readonly priority?: InputMaybe<Scalars['Int']['input']>;
  readonly templateVariableValues?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type PushToRunQueuePayload = {
  readonly __typename?: 'PushToRunQueuePayload';
  readonly runQueueItemId?: Maybe<Scalars['ID']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CheckLaunchPayload = {
  readonly __typename?: 'CheckLaunchPayload';
  /** Empty when the launch would be accepted. */
  readonly problems: ReadonlyArray<Problem>;
  readonly notes: ReadonlyArray<Problem>;
  /** The merged launch spec; null when there are problems. */
  readonly runSpec?: Maybe<Scalars['JSON']['output']>;
  /** Items that the caller may see with exactly the same job version and inputs, newest first. 5 unless asked for more. */
  readonly earlierLaunches: ReadonlyArray<RunQueueItem>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};


export type CheckLaunchPayloadEarlierLaunchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RetryRunQueueItemInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  /** JSON text of {run_config, files, removals}: values that are other this time, and addresses of inputs that shall not be there. */
  readonly overrides?: InputMaybe<Scalars['JSONString']['input']>;
  /** Launches it although it has not ended. */
  readonly force?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RetryRunQueueItemPayload = {
  readonly __typename?: 'RetryRunQueueItemPayload';
  readonly runQueueItem?: Maybe<RunQueueItem>;
  readonly notes: ReadonlyArray<Problem>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteFromRunQueueInput = {
  readonly queueID: Scalars['ID']['input'];
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RunQueueItemIdInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RunQueueItemPayload = {
  readonly __typename?: 'RunQueueItemPayload';
  readonly runQueueItem?: Maybe<RunQueueItem>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type CancelRunQueueItemsInput = {
  readonly runQueueItemIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Refuses the items that run by now, in place of stopping them. Defaults to false. */
  readonly onlyWaiting?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateRunQueueItemsInput = {
  readonly runQueueItemIds: ReadonlyArray<Scalars['ID']['input']>;
  /** 0 (critical), 1 (high), 2 (medium) or 3 (low). */
  readonly priority: Scalars['Int']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** Each of the items is in one of the two lists. */
export type RunQueueItemsPayload = {
  readonly __typename?: 'RunQueueItemsPayload';
  /** Those that were changed, as they are now. */
  readonly runQueueItems: ReadonlyArray<RunQueueItem>;
  readonly refused: ReadonlyArray<RunQueueItemRefusal>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** An item that was not changed, and why. */
export type RunQueueItemRefusal = {
  readonly __typename?: 'RunQueueItemRefusal';
  readonly runQueueItemId: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
};

export type PopFromRunQueueInput = {
  readonly entityName: Scalars['String']['input'];
  readonly projectName: Scalars['String']['input'];
  readonly queueName: Scalars['String']['input'];
  readonly launchAgentId?: InputMaybe<Scalars['ID']['input']>;
  /** How long to hold the answer when the queue is empty, 0 to 15 seconds. Defaults to the server's setting. */
  readonly waitSeconds?: InputMaybe<Scalars['Float']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type PopFromRunQueuePayload = {
  readonly __typename?: 'PopFromRunQueuePayload';
  readonly runQueueItemId: Scalars['ID']['output'];
  /** A JSON object here, unlike in pushToRunQueueByName. */
  readonly runSpec: Scalars['JSON']['output'];
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type AckRunQueueItemInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly runName: Scalars['String']['input'];
  readonly launchAgentId?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type AckRunQueueItemPayload = {
  readonly __typename?: 'AckRunQueueItemPayload';
  readonly success?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type FailRunQueueItemInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly message: Scalars['String']['input'];
  readonly stage: Scalars['String']['input'];
  readonly filePaths?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly launchAgentId?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type FinishRunQueueItemInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly launchAgentId: Scalars['ID']['input'];
  /** finished, failed or stopped. */
  readonly state: Scalars['String']['input'];
  readonly exitCode?: InputMaybe<Scalars['Int']['input']>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly stage?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type AppendRunQueueItemLogInput = {
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly launchAgentId: Scalars['ID']['input'];
  /** Where the text starts, in bytes of UTF-8 from the beginning of the log. */
  readonly offset: Scalars['Int64']['input'];
  readonly text: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RunQueueConnection = {
  readonly __typename?: 'RunQueueConnection';
  readonly edges: ReadonlyArray<RunQueueEdge>;
  readonly pageInfo: PageInfo;
};

export type RunQueueEdge = {
  readonly __typename?: 'RunQueueEdge';
  readonly node: RunQueue;
  readonly cursor: Scalars['String']['output'];
};

/** Earlier items with the inputs that were asked about. */
export type EarlierLaunches = {
  readonly __typename?: 'EarlierLaunches';
  readonly items: ReadonlyArray<RunQueueItem>;
};

export type RunQueueAccessType =
  | 'PROJECT'
  | 'USER';

export type RunQueuePrioritizationMode =
  | 'DISABLED'
  | 'V0';

export type RunQueue = {
  readonly __typename?: 'RunQueue';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly entityName: Scalars['String']['output'];
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly access?: Maybe<RunQueueAccessType>;
  readonly prioritizationMode?: Maybe<RunQueuePrioritizationMode>;
  readonly defaultResourceConfigID?: Maybe<Scalars['ID']['output']>;
  readonly defaultResourceConfig?: Maybe<DefaultResourceConfig>;
  readonly externalLinks?: Maybe<Scalars['JSON']['output']>;
  /** The kind of place to run, for example local-process. */
  readonly resource?: Maybe<Scalars['String']['output']>;
  readonly isPaused: Scalars['Boolean']['output'];
  readonly pendingCount: Scalars['Int']['output'];
  readonly runningCount: Scalars['Int']['output'];
  /** The agents that listen to this queue now, oldest first, at most 1000. */
  readonly launchAgents: ReadonlyArray<LaunchAgent>;
  /** How many agents listen to it now and are not asked to end. */
  readonly listeningAgentCount: Scalars['Int']['output'];
  readonly runQueueItem?: Maybe<RunQueueItem>;
  readonly runQueueItems?: Maybe<RunQueueItemConnection>;
  /**
   * What happened in it of late, in equal spans of time of which the last one holds the present moment. At most 2160 hours
   * (24 unless given) in 1 to 200 spans (48 unless given). Its newest 10,000 items are counted, and its last 10,000 that ended.
   */
  readonly activity: RunQueueActivity;
  /** What a launch would wait for that is pushed now, with this priority (0 is the most urgent). */
  readonly waiting: Waiting;
};


export type RunQueueRunQueueItemArgs = {
  id: Scalars['ID']['input'];
};


export type RunQueueRunQueueItemsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  author?: InputMaybe<Scalars['String']['input']>;
  job?: InputMaybe<Scalars['String']['input']>;
};


export type RunQueueActivityArgs = {
  hours?: InputMaybe<Scalars['Float']['input']>;
  spans?: InputMaybe<Scalars['Int']['input']>;
};


export type RunQueueWaitingArgs = {
  priority?: InputMaybe<Scalars['Int']['input']>;
};

/** What happened in a run queue of late, in spans of time, the oldest first. */
export type RunQueueActivity = {
  readonly __typename?: 'RunQueueActivity';
  readonly since: Scalars['DateTime']['output'];
  readonly spanSeconds: Scalars['Float']['output'];
  /** False when the queue had more items in this time than are counted. */
  readonly isComplete: Scalars['Boolean']['output'];
  readonly spans: ReadonlyArray<RunQueueActivitySpan>;
};

export type RunQueueActivitySpan = {
  readonly __typename?: 'RunQueueActivitySpan';
  readonly start: Scalars['DateTime']['output'];
  readonly pushed: Scalars['Int']['output'];
  /** By an agent that is about to run it. */
  readonly claimed: Scalars['Int']['output'];
  readonly finished: Scalars['Int']['output'];
  readonly failed: Scalars['Int']['output'];
  readonly stopped: Scalars['Int']['output'];
  readonly cancelled: Scalars['Int']['output'];
  /** From push to claim, the median of the items that were claimed in the span; null without any. */
  readonly queuedSeconds?: Maybe<Scalars['Float']['output']>;
  /** What nine of ten of them do not exceed. */
  readonly queuedSecondsHigh?: Maybe<Scalars['Float']['output']>;
  /** From the start of the process to its end, the median of the items that finished in the span, or else of those that failed; null without any. */
  readonly runSeconds?: Maybe<Scalars['Float']['output']>;
  /** What nine of ten of them do not exceed. */
  readonly runSecondsHigh?: Maybe<Scalars['Float']['output']>;
};

export type DefaultResourceConfig = {
  readonly __typename?: 'DefaultResourceConfig';
  readonly id: Scalars['ID']['output'];
  readonly resource: Scalars['String']['output'];
  /** An object {resource_args: {<resource>: {...}}}. */
  readonly config: Scalars['JSON']['output'];
  readonly templateVariables?: Maybe<ReadonlyArray<TemplateVariable>>;
};

export type TemplateVariable = {
  readonly __typename?: 'TemplateVariable';
  readonly name: Scalars['String']['output'];
  /** JSON Schema as JSON text. */
  readonly schema: Scalars['JSONString']['output'];
};

/** One request to run a job version with a job input. */
export type RunQueueItem = {
  readonly __typename?: 'RunQueueItem';
  readonly id: Scalars['ID']['output'];
  /** pending, leased, claimed, finished, failed, stopped or cancelled. */
  readonly state: Scalars['String']['output'];
  /** The name of the run, once the item is claimed. */
  readonly associatedRunId?: Maybe<Scalars['String']['output']>;
  /** The fully merged launch spec, as an agent gets it. */
  readonly runSpec?: Maybe<Scalars['JSON']['output']>;
  /** 0 (critical), 1 (high), 2 (medium) or 3 (low). */
  readonly priority?: Maybe<Scalars['Int']['output']>;
  /** The project of its run; null where the launch names none. */
  readonly projectName?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly leasedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly claimedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the process of the item started. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly exitCode?: Maybe<Scalars['Int']['output']>;
  /** Why the item ended as it did, or what it waits for, for a person. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The part of the way in which it failed: agent, environment, start or run. */
  readonly stage?: Maybe<Scalars['String']['output']>;
  readonly filePaths?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly warnings?: Maybe<ReadonlyArray<RunQueueItemWarning>>;
  readonly stopRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly author?: Maybe<Scalars['String']['output']>;
  readonly jobPath?: Maybe<Scalars['String']['output']>;
  readonly runQueue?: Maybe<RunQueue>;
  readonly launchAgent?: Maybe<LaunchAgent>;
  readonly run?: Maybe<Run>;
  readonly jobVersion?: Maybe<JobVersion>;
  /** Each declared input: {file, path, type, default, asked, isRemoved, seen, from}; isRemoved where the launch deletes it, seen is what the run's config or the patched file held, from where the asked value came from. */
  readonly inputs?: Maybe<Scalars['JSON']['output']>;
  /** What its run gets, {config, files: {path: values}}: the defaults of the job version with what is asked over them. */
  readonly inputValues: Scalars['JSON']['output'];
  /** Where the inputs come from that the launch set, in order; later ones replaced values of earlier ones. */
  readonly origins: ReadonlyArray<RunQueueItemOrigin>;
  /** The item that this one repeats. */
  readonly retryOf?: Maybe<RunQueueItem>;
  /** The items that repeat this one, newest first, at most 100. */
  readonly retries: ReadonlyArray<RunQueueItem>;
  /** Output of the process from a byte offset on; follow nextOffset until isComplete. */
  readonly log?: Maybe<RunQueueItemLog>;
  /** Why it waits; null for an item that runs or has ended. */
  readonly waiting?: Maybe<Waiting>;
};


/** One request to run a job version with a job input. */
export type RunQueueItemLogArgs = {
  offset?: InputMaybe<Scalars['Int64']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
};

export type RunQueueItemOrigin = {
  readonly __typename?: 'RunQueueItemOrigin';
  /** preset, run, item, sweep, file or command-line. */
  readonly kind: Scalars['String']['output'];
  /** entity/name of a preset, entity/project/name of a run or a sweep, the id of an item, or the name of a file. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** v0, v1, ... of a preset. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** The addresses of the inputs whose values came from here. */
  readonly inputs: ReadonlyArray<Scalars['String']['output']>;
};

export type RunQueueItemLog = {
  readonly __typename?: 'RunQueueItemLog';
  readonly text: Scalars['String']['output'];
  readonly nextOffset: Scalars['Int64']['output'];
  readonly isComplete: Scalars['Boolean']['output'];
};

export type RunQueueItemWarning = {
  readonly __typename?: 'RunQueueItemWarning';
  readonly message: Scalars['String']['output'];
  readonly stage?: Maybe<Scalars['String']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
};

export type RunQueueItemConnection = {
  readonly __typename?: 'RunQueueItemConnection';
  readonly edges: ReadonlyArray<RunQueueItemEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type RunQueueItemEdge = {
  readonly __typename?: 'RunQueueItemEdge';
  readonly node?: Maybe<RunQueueItem>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type RefusedLaunch = {
  readonly __typename?: 'RefusedLaunch';
  readonly id: Scalars['ID']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly author?: Maybe<Scalars['String']['output']>;
  readonly queueName?: Maybe<Scalars['String']['output']>;
  readonly jobPath?: Maybe<Scalars['String']['output']>;
  readonly message: Scalars['String']['output'];
  readonly problems: ReadonlyArray<Problem>;
};

export type Problem = {
  readonly __typename?: 'Problem';
  readonly path: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

export type RefusedLaunchConnection = {
  readonly __typename?: 'RefusedLaunchConnection';
  readonly edges: ReadonlyArray<RefusedLaunchEdge>;
  readonly pageInfo: PageInfo;
};

export type RefusedLaunchEdge = {
  readonly __typename?: 'RefusedLaunchEdge';
  readonly node?: Maybe<RefusedLaunch>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type RunKey = {
  readonly __typename?: 'RunKey';
  readonly id: Scalars['ID']['output'];
  /** As in filters: config.KEY or summary_metrics.KEY; a dot inside a key is written \. */
  readonly name: Scalars['String']['output'];
  readonly path: Scalars['String']['output'];
  /** Whether it is a value of the config; else of the summary. */
  readonly isInput: Scalars['Boolean']['output'];
  /** Whether some run of the entity had a number there. */
  readonly hasNumbers: Scalars['Boolean']['output'];
  /** Whether some run of the entity had something else there. */
  readonly hasOthers: Scalars['Boolean']['output'];
};

export type RunKeyConnection = {
  readonly __typename?: 'RunKeyConnection';
  readonly edges: ReadonlyArray<RunKeyEdge>;
  readonly pageInfo: PageInfo;
};

export type RunKeyEdge = {
  readonly __typename?: 'RunKeyEdge';
  readonly node?: Maybe<RunKey>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type RunGroup = {
  readonly __typename?: 'RunGroup';
  /** The value that its runs have; null for those that have none. */
  readonly value?: Maybe<Scalars['JSON']['output']>;
  readonly count: Scalars['Int']['output'];
  readonly aggregates: ReadonlyArray<RunAggregate>;
  /** The condition that its runs meet, to be joined with the filters that the groups were made with. */
  readonly filters: Scalars['JSONString']['output'];
};

/** The numbers of a group's runs together; nulls where no run has one. */
export type RunAggregate = {
  readonly __typename?: 'RunAggregate';
  readonly key: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
  readonly min?: Maybe<Scalars['Float']['output']>;
  readonly mean?: Maybe<Scalars['Float']['output']>;
  readonly max?: Maybe<Scalars['Float']['output']>;
};

export type RunGroupConnection = {
  readonly __typename?: 'RunGroupConnection';
  readonly edges: ReadonlyArray<RunGroupEdge>;
  readonly pageInfo: PageInfo;
};

export type RunGroupEdge = {
  readonly __typename?: 'RunGroupEdge';
  readonly node?: Maybe<RunGroup>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type RunsInput = {
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
};

export type TagRunsInput = {
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  readonly add?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly remove?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type RunsPayload = {
  readonly __typename?: 'RunsPayload';
  /** How many of them were there. */
  readonly count: Scalars['Int']['output'];
};

export type Run = {
  readonly __typename?: 'Run';
  /** base64 of Run:v1:<run>:<project>:<entity>, a form that the client also builds itself. */
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** JSON text of {key: {value, desc}}. */
  readonly config?: Maybe<Scalars['JSONString']['output']>;
  readonly wandbConfig?: Maybe<Scalars['JSONString']['output']>;
  readonly summaryMetrics?: Maybe<Scalars['JSONString']['output']>;
  readonly systemMetrics?: Maybe<Scalars['JSONString']['output']>;
  readonly state?: Maybe<Scalars['String']['output']>;
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly group?: Maybe<Scalars['String']['output']>;
  readonly jobType?: Maybe<Scalars['String']['output']>;
  readonly commit?: Maybe<Scalars['String']['output']>;
  readonly host?: Maybe<Scalars['String']['output']>;
  readonly readOnly?: Maybe<Scalars['Boolean']['output']>;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly heartbeatAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the run ended; null while it runs. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly exitcode?: Maybe<Scalars['Int']['output']>;
  readonly stopped?: Maybe<Scalars['Boolean']['output']>;
  readonly shouldStop?: Maybe<Scalars['Boolean']['output']>;
  readonly failed?: Maybe<Scalars['Boolean']['output']>;
  readonly running?: Maybe<Scalars['Boolean']['output']>;
  readonly sweepName?: Maybe<Scalars['String']['output']>;
  readonly projectId?: Maybe<Scalars['Int']['output']>;
  readonly project?: Maybe<Project>;
  readonly user?: Maybe<User>;
  readonly runInfo?: Maybe<RunInfo>;
  /**
   * How many programs beside the first wrote to the run at once, or one after the other without its end in between, without
   * mode="shared". Their lines are all kept; of config and summary only what came last.
   */
  readonly furtherWriters?: Maybe<Scalars['Int']['output']>;
  /** What its program raised by run.alert, newest first. */
  readonly alerts?: Maybe<RunAlertConnection>;
  readonly inputArtifacts?: Maybe<InputArtifactConnection>;
  readonly outputArtifacts?: Maybe<ArtifactConnection>;
  readonly fileCount?: Maybe<Scalars['Int']['output']>;
  readonly files?: Maybe<FileConnection>;
  readonly historyLineCount?: Maybe<Scalars['Int']['output']>;
  readonly eventsLineCount?: Maybe<Scalars['Int']['output']>;
  readonly logLineCount?: Maybe<Scalars['Int']['output']>;
  /** JSON text of an array of JSON texts: the last lines, untouched. */
  readonly historyTail?: Maybe<Scalars['String']['output']>;
  readonly eventsTail?: Maybe<Scalars['String']['output']>;
  /** An object {lastStep, keys: {name: {previousValue}}} with dotted names; null without history. */
  readonly historyKeys?: Maybe<Scalars['JSON']['output']>;
  /** Lines of JSON text with minStep <= _step < maxStep, or a sample of the whole history. */
  readonly history?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly events?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One list of row objects for each spec {keys, samples, minStep, maxStep}. */
  readonly sampledHistory?: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** Exported files, and rows that are in none yet. This server keeps no exported files. */
  readonly parquetHistory?: Maybe<ParquetHistory>;
  /** With from the lines from that number on, which is where a viewer that jumps about starts. */
  readonly logLines?: Maybe<LogLineConnection>;
  /**
   * The lines from number from on that hold the text, whatever its case and colours; without a text those that look like an
   * error. A search reads at most 500,000 lines and finds at most 10,000: go on at nextLine until it is null.
   */
  readonly logMatches: LogMatches;
  /** The job version that this run was launched from, or that it made. */
  readonly jobVersion?: Maybe<JobVersion>;
  /** The item that this run was launched by. */
  readonly runQueueItem?: Maybe<RunQueueItem>;
  /**
   * The values that it had, {config, files: {path: values}}: its run config, and the config files of its job and those that
   * are named, as it saved them, or else as its item asked for them.
   */
  readonly inputValues: Scalars['JSON']['output'];
  readonly entityName: Scalars['String']['output'];
  readonly projectName: Scalars['String']['output'];
  readonly userName?: Maybe<Scalars['String']['output']>;
  /** The job version that it was launched from, or that it made, such as train:v3. */
  readonly jobVersionName?: Maybe<Scalars['String']['output']>;
  /** The values that config.KEY and summary_metrics.KEY name, in their order; null where it has none. */
  readonly values: ReadonlyArray<Maybe<Scalars['JSON']['output']>>;
  /** The sweep that this run is a part of. */
  readonly sweep?: Maybe<Sweep>;
};


export type RunWandbConfigArgs = {
  keys?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type RunAlertsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type RunInputArtifactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type RunOutputArtifactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type RunFilesArgs = {
  names?: InputMaybe<ReadonlyArray<InputMaybe<Scalars['String']['input']>>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  pattern?: InputMaybe<Scalars['String']['input']>;
};


export type RunHistoryArgs = {
  minStep?: InputMaybe<Scalars['Int64']['input']>;
  maxStep?: InputMaybe<Scalars['Int64']['input']>;
  samples?: InputMaybe<Scalars['Int']['input']>;
};


export type RunEventsArgs = {
  samples?: InputMaybe<Scalars['Int']['input']>;
};


export type RunSampledHistoryArgs = {
  specs: ReadonlyArray<Scalars['JSONString']['input']>;
};


export type RunParquetHistoryArgs = {
  liveKeys: ReadonlyArray<Scalars['String']['input']>;
};


export type RunLogLinesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Int']['input']>;
  useImprovedPagination?: InputMaybe<Scalars['Boolean']['input']>;
};


export type RunLogMatchesArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Int']['input']>;
};


export type RunInputValuesArgs = {
  files?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type RunValuesArgs = {
  of: ReadonlyArray<Scalars['String']['input']>;
};

export type RunAlert = {
  readonly __typename?: 'RunAlert';
  readonly id: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly severity: AlertSeverity;
  readonly createdAt: Scalars['DateTime']['output'];
};

export type RunAlertConnection = {
  readonly __typename?: 'RunAlertConnection';
  readonly edges: ReadonlyArray<RunAlertEdge>;
  readonly pageInfo: PageInfo;
};

export type RunAlertEdge = {
  readonly __typename?: 'RunAlertEdge';
  readonly node?: Maybe<RunAlert>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type RunConnection = {
  readonly __typename?: 'RunConnection';
  readonly edges: ReadonlyArray<RunEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

export type RunEdge = {
  readonly __typename?: 'RunEdge';
  readonly node?: Maybe<Run>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** What the program was started with, from the file wandb-metadata.json. */
export type RunInfo = {
  readonly __typename?: 'RunInfo';
  readonly program?: Maybe<Scalars['String']['output']>;
  readonly args?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly os?: Maybe<Scalars['String']['output']>;
  readonly python?: Maybe<Scalars['String']['output']>;
  readonly colab?: Maybe<Scalars['String']['output']>;
  readonly executable?: Maybe<Scalars['String']['output']>;
  readonly codeSaved?: Maybe<Scalars['Boolean']['output']>;
  readonly cpuCount?: Maybe<Scalars['Int']['output']>;
  readonly gpuCount?: Maybe<Scalars['Int']['output']>;
  readonly gpu?: Maybe<Scalars['String']['output']>;
  readonly git?: Maybe<GitInfo>;
};

export type GitInfo = {
  readonly __typename?: 'GitInfo';
  readonly remote?: Maybe<Scalars['String']['output']>;
  readonly commit?: Maybe<Scalars['String']['output']>;
};

export type UpsertBucketInput = {
  readonly id?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly modelName?: InputMaybe<Scalars['String']['input']>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly groupName?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly notes?: InputMaybe<Scalars['String']['input']>;
  readonly commit?: InputMaybe<Scalars['String']['input']>;
  readonly config?: InputMaybe<Scalars['JSONString']['input']>;
  readonly host?: InputMaybe<Scalars['String']['input']>;
  readonly debug?: InputMaybe<Scalars['Boolean']['input']>;
  readonly jobProgram?: InputMaybe<Scalars['String']['input']>;
  readonly jobRepo?: InputMaybe<Scalars['String']['input']>;
  readonly jobType?: InputMaybe<Scalars['String']['input']>;
  readonly state?: InputMaybe<Scalars['String']['input']>;
  readonly sweep?: InputMaybe<Scalars['String']['input']>;
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly summaryMetrics?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertBucketPayload = {
  readonly __typename?: 'UpsertBucketPayload';
  readonly bucket?: Maybe<Run>;
  readonly inserted?: Maybe<Scalars['Boolean']['output']>;
  /** Launch agents and sweep schedulers of releases up to 0.25 read it. */
  readonly serverSettings: ServerSettings;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteRunInput = {
  readonly id: Scalars['ID']['input'];
  /** Deletes the artifact versions that the run made too, with their aliases. */
  readonly deleteArtifacts?: InputMaybe<Scalars['Boolean']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteRunPayload = {
  readonly __typename?: 'DeleteRunPayload';
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type StopRunInput = {
  readonly id: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateRunStateInput = {
  readonly id: Scalars['ID']['input'];
  readonly state: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type MoveRunsInput = {
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  readonly projectName: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type MoveRunsPayload = {
  readonly __typename?: 'MoveRunsPayload';
  /** Those that moved, with their new ids; those that were there already are left out. */
  readonly runs: ReadonlyArray<Run>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type RewindRunInput = {
  readonly runName: Scalars['String']['input'];
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly metricName: Scalars['String']['input'];
  readonly metricValue: Scalars['Float']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type RewindRunPayload = {
  readonly __typename?: 'RewindRunPayload';
  readonly rewoundRun?: Maybe<Run>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type AlertSeverity =
  | 'INFO'
  | 'WARN'
  | 'ERROR';

export type NotifyScriptableRunAlertInput = {
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly runName?: InputMaybe<Scalars['String']['input']>;
  readonly title: Scalars['String']['input'];
  readonly text: Scalars['String']['input'];
  readonly severity?: InputMaybe<AlertSeverity>;
  readonly waitDuration?: InputMaybe<Scalars['Duration']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type SecretConnection = {
  readonly __typename?: 'SecretConnection';
  readonly edges: ReadonlyArray<SecretEdge>;
  readonly pageInfo: PageInfo;
};

export type SecretEdge = {
  readonly __typename?: 'SecretEdge';
  readonly node: Secret;
  readonly cursor: Scalars['String']['output'];
};

/** A value that programs get in their environment, and that people name as secret://NAME. It is stored encrypted. */
export type Secret = {
  readonly __typename?: 'Secret';
  readonly name: Scalars['String']['output'];
  readonly entityName: Scalars['String']['output'];
  /** The environment variable in which a program finds it when an input refers to it. */
  readonly variable: Scalars['String']['output'];
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who set the value that it has now. */
  readonly updatedBy?: Maybe<Scalars['String']['output']>;
  readonly updatedAt: Scalars['DateTime']['output'];
  /** When an agent last got the value for an item. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The item for which an agent last got the value. */
  readonly lastUsedItemId?: Maybe<Scalars['ID']['output']>;
  /** False when the server no longer has the key that the value was encrypted with; set the secret again then. */
  readonly isReadable: Scalars['Boolean']['output'];
  /** The queues of the entity whose resource config refers to it, among its first 1000 queues. */
  readonly runQueues: ReadonlyArray<RunQueue>;
};

export type SetSecretInput = {
  readonly entityName: Scalars['String']['input'];
  /** 1 to 100 letters, digits, _, - and ., starting with a letter or _. */
  readonly name: Scalars['String']['input'];
  /** 8 to 32,768 bytes of UTF-8. */
  readonly value: Scalars['SecretValue']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type SetSecretPayload = {
  readonly __typename?: 'SetSecretPayload';
  readonly secret?: Maybe<Secret>;
  /** False when a value was replaced. */
  readonly isNew?: Maybe<Scalars['Boolean']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type DeleteSecretInput = {
  readonly entityName: Scalars['String']['input'];
  readonly name: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type ReadItemSecretsInput = {
  readonly launchAgentId: Scalars['ID']['input'];
  readonly runQueueItemId: Scalars['ID']['input'];
  readonly names: ReadonlyArray<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type ReadItemSecretsPayload = {
  readonly __typename?: 'ReadItemSecretsPayload';
  readonly secrets: ReadonlyArray<ItemSecret>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type ItemSecret = {
  readonly __typename?: 'ItemSecret';
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['SecretValue']['output'];
};

/** A search over the inputs of a program or a job. */
export type Sweep = {
  readonly __typename?: 'Sweep';
  readonly id: Scalars['ID']['output'];
  /** The sweep's id on the command line: eight small letters and digits. */
  readonly name: Scalars['String']['output'];
  readonly displayName?: Maybe<Scalars['String']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  /** grid, random, bayes or custom. */
  readonly method: Scalars['String']['output'];
  /** PENDING, RUNNING, PAUSED, FINISHED, CANCELED or FAILED. */
  readonly state: Scalars['String']['output'];
  /** Why it is in this state, for a person. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The configuration as YAML text, as it was given. */
  readonly config: Scalars['String']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When an agent of the sweep was last heard of. */
  readonly heartbeatAt?: Maybe<Scalars['DateTime']['output']>;
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True while the stop rule may stop runs. */
  readonly earlyStopJobRunning?: Maybe<Scalars['Boolean']['output']>;
  /** The best value of the metric so far; null without one. */
  readonly bestLoss?: Maybe<Scalars['Float']['output']>;
  /** The run with the best value of the metric so far. */
  readonly bestRun?: Maybe<Run>;
  /** JSON text, written by a local controller. */
  readonly controller?: Maybe<Scalars['JSONString']['output']>;
  /** JSON text: what the server answers a local controller, or how the launch scheduler was queued. */
  readonly scheduler?: Maybe<Scalars['JSONString']['output']>;
  /** The run in which a scheduler of the user keeps its log. */
  readonly controllerRunName?: Maybe<Scalars['String']['output']>;
  /** How the server launches its points; null for a sweep whose points agents run. */
  readonly launch?: Maybe<SweepLaunch>;
  /** Points that were handed out, skipped ones left out. */
  readonly runCount: Scalars['Int']['output'];
  /** The points of a grid; null where only a cap, or nobody, says how many there will be. */
  readonly runCountExpected?: Maybe<Scalars['Int']['output']>;
  /** The most runs; null for any number. */
  readonly runCap?: Maybe<Scalars['Int']['output']>;
  readonly runs: RunConnection;
  /** The runs that were there before, whose results the search knows. */
  readonly priorRuns: RunConnection;
  /** Points in the order in which they were chosen. */
  readonly points: SweepPointConnection;
  readonly agents: AgentConnection;
  /** A sweep agent by its id or its name. */
  readonly agent?: Maybe<Agent>;
  readonly user?: Maybe<User>;
  readonly project?: Maybe<Project>;
};


/** A search over the inputs of a program or a job. */
export type SweepRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};


/** A search over the inputs of a program or a job. */
export type SweepPriorRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A search over the inputs of a program or a job. */
export type SweepPointsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A search over the inputs of a program or a job. */
export type SweepAgentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A search over the inputs of a program or a job. */
export type SweepAgentArgs = {
  agentName: Scalars['String']['input'];
};

export type SweepConnection = {
  readonly __typename?: 'SweepConnection';
  readonly edges: ReadonlyArray<SweepEdge>;
  readonly pageInfo: PageInfo;
};

export type SweepEdge = {
  readonly __typename?: 'SweepEdge';
  readonly node?: Maybe<Sweep>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** How the server launches the points of a sweep. */
export type SweepLaunch = {
  readonly __typename?: 'SweepLaunch';
  /** The job version, entity/project/name:alias. */
  readonly job: Scalars['String']['output'];
  readonly queue: Scalars['String']['output'];
  readonly priority?: Maybe<Scalars['Int']['output']>;
  readonly templateVariables?: Maybe<Scalars['JSON']['output']>;
  readonly resourceArgs?: Maybe<Scalars['JSON']['output']>;
  /** The most items that wait or run at once. */
  readonly maxItems: Scalars['Int']['output'];
  /** True: a point that finished before with exactly the same inputs is not run again. */
  readonly skipLaunched: Scalars['Boolean']['output'];
};

/** One set of values that a sweep tries. */
export type SweepPoint = {
  readonly __typename?: 'SweepPoint';
  readonly number: Scalars['Int']['output'];
  /** The values, nested as the parameters are. */
  readonly values: Scalars['JSON']['output'];
  /** search, chosen (by a person) or controller. */
  readonly source: Scalars['String']['output'];
  /** waiting, given, launched, skipped or refused. */
  readonly state: Scalars['String']['output'];
  /** Why it was skipped or refused. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** The metric of the sweep; null while there is none. */
  readonly metric?: Maybe<Scalars['Float']['output']>;
  readonly run?: Maybe<Run>;
  readonly runQueueItem?: Maybe<RunQueueItem>;
};

export type SweepPointConnection = {
  readonly __typename?: 'SweepPointConnection';
  readonly edges: ReadonlyArray<SweepPointEdge>;
  readonly pageInfo: PageInfo;
};

export type SweepPointEdge = {
  readonly __typename?: 'SweepPointEdge';
  readonly node?: Maybe<SweepPoint>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

/** A sweep agent: a program that asks for points of a sweep and runs them. */
export type Agent = {
  readonly __typename?: 'Agent';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly host: Scalars['String']['output'];
  /** RUNNING, or FINISHED when nothing was heard of it for a minute. */
  readonly state: Scalars['String']['output'];
  readonly totalRuns: Scalars['Int']['output'];
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly heartbeatAt?: Maybe<Scalars['DateTime']['output']>;
  /** The runs that it was given, the oldest first, or with the order -created_at the newest first. */
  readonly runs: RunConnection;
};


/** A sweep agent: a program that asks for points of a sweep and runs them. */
export type AgentRunsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<Scalars['String']['input']>;
};

export type AgentConnection = {
  readonly __typename?: 'AgentConnection';
  readonly edges: ReadonlyArray<AgentEdge>;
  readonly pageInfo: PageInfo;
};

export type AgentEdge = {
  readonly __typename?: 'AgentEdge';
  readonly node?: Maybe<Agent>;
  readonly cursor?: Maybe<Scalars['String']['output']>;
};

export type UpsertSweepInput = {
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** YAML text. */
  readonly config?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  /** JSON text, written by a local controller: {schedule: [{id, data: {args}}], earlystop: [run]}. */
  readonly controller?: InputMaybe<Scalars['JSONString']['input']>;
  /** Taken and ignored: the server writes it. */
  readonly scheduler?: InputMaybe<Scalars['JSONString']['input']>;
  /** JSON text {queue, run_queue_project, run_spec}: queues a scheduler job, which then launches the points. */
  readonly launchScheduler?: InputMaybe<Scalars['JSONString']['input']>;
  /** JSON text of the values of the queue's template variables for the scheduler job. */
  readonly templateVariableValues?: InputMaybe<Scalars['JSONString']['input']>;
  /**
   * JSON text {job, queue, priority, template_variables, resource_args, max_items, skip_launched, overrides}: the server
   * launches the points itself. Names of parameters are then input addresses, such as trainer.lr or config.yaml:lr.
   */
  readonly launch?: InputMaybe<Scalars['JSONString']['input']>;
  readonly state?: InputMaybe<Scalars['String']['input']>;
  /** JSON text {$or: [{name: run}, ...]}: runs whose results the search shall know. */
  readonly priorRunsFilters?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertSweepPayload = {
  readonly __typename?: 'UpsertSweepPayload';
  readonly sweep?: Maybe<Sweep>;
  /** What in the configuration is odd but harmless. */
  readonly configValidationWarnings: ReadonlyArray<Scalars['String']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type SweepIdInput = {
  readonly id: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAgentInput = {
  readonly host: Scalars['String']['input'];
  readonly sweep: Scalars['String']['input'];
  readonly projectName?: InputMaybe<Scalars['String']['input']>;
  readonly entityName?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type CreateAgentPayload = {
  readonly __typename?: 'CreateAgentPayload';
  readonly agent?: Maybe<Agent>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type AgentHeartbeatInput = {
  readonly id: Scalars['ID']['input'];
  readonly metrics?: InputMaybe<Scalars['JSONString']['input']>;
  /** JSON text {run: true} with the runs that the agent runs now. */
  readonly runState?: InputMaybe<Scalars['JSONString']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type AgentHeartbeatPayload = {
  readonly __typename?: 'AgentHeartbeatPayload';
  readonly agent?: Maybe<Agent>;
  /** JSON text of a list of commands: run, resume, stop or exit. */
  readonly commands?: Maybe<Scalars['JSONString']['output']>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type EnqueueSweepRunInput = {
  readonly id: Scalars['ID']['input'];
  /** JSON text of the values, {parameter: value} or {parameter: {value: value}}. */
  readonly config: Scalars['JSONString']['input'];
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type EnqueueSweepRunPayload = {
  readonly __typename?: 'EnqueueSweepRunPayload';
  /** The id of the run, as Run.name has it and as programs address it; null while the point waits for the server to launch it. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  readonly runQueueItemId?: Maybe<Scalars['ID']['output']>;
  readonly point?: Maybe<SweepPoint>;
  readonly clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Why an item waits, or would. */
export type Waiting = {
  readonly __typename?: 'Waiting';
  /**
   * paused; no-agent: none listens; agents-ending: those that listen take no more; agents-full; behind: there is room, but
   * for the items ahead; held: an agent prepares it; next: an agent has room for it.
   */
  readonly reason: Scalars['String']['output'];
  /** The same in words for a person. */
  readonly message: Scalars['String']['output'];
  /** 1 is next. Null for an item that an agent holds. */
  readonly position?: Maybe<Scalars['Int']['output']>;
  /** How many of the items ahead have a higher priority. */
  readonly higherPriorityCount: Scalars['Int']['output'];
  /** How many items of the queue wait. */
  readonly pendingCount: Scalars['Int']['output'];
  /** When it may start by how long the recent runs of the queue took; null where that cannot be told. */
  readonly expectedStartSeconds?: Maybe<Scalars['Float']['output']>;
  /** The median of how long the recent items of the queue ran; null where too few are known. */
  readonly recentRunSeconds?: Maybe<Scalars['Float']['output']>;
  /** The agent that holds the item. */
  readonly heldBy?: Maybe<LaunchAgent>;
  readonly runQueue: RunQueue;
  /** The agents that listen to the queue now. */
  readonly agents: ReadonlyArray<WaitingAgent>;
};

/** An agent that listens to a queue, and what it can still take. */
export type WaitingAgent = {
  readonly __typename?: 'WaitingAgent';
  readonly launchAgent: LaunchAgent;
  /** How many programs it runs at once; null for no limit. */
  readonly maxJobs?: Maybe<Scalars['Int']['output']>;
  /** How many more it takes now; null for no limit. */
  readonly freeRoom?: Maybe<Scalars['Int']['output']>;
  readonly heldCount: Scalars['Int']['output'];
  /** The items that it holds and that the caller may see, of whatever queue; at most 100. */
  readonly runQueueItemIds: ReadonlyArray<Scalars['ID']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ArtifactCreator:
    | ( RunRecord )
    | ( UserRecord )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  LatestLocalVersionInfo: ResolverTypeWrapper<LatestLocalVersionInfo>;
  ServerFeature: ResolverTypeWrapper<ServerFeature>;
  ServerSettings: ResolverTypeWrapper<ServerSettings>;
  ServerMessage: ResolverTypeWrapper<ServerMessage>;
  JSONString: ResolverTypeWrapper<Scalars['JSONString']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Int64: ResolverTypeWrapper<Scalars['Int64']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  User: ResolverTypeWrapper<UserRecord>;
  UserConnection: ResolverTypeWrapper<Omit<UserConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['UserEdge']> }>;
  UserEdge: ResolverTypeWrapper<Omit<UserEdge, 'node'> & { node?: Maybe<ResolversTypes['User']> }>;
  ApiKey: ResolverTypeWrapper<ApiKeyRecord>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ApiKeyEdge']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node?: Maybe<ResolversTypes['ApiKey']> }>;
  Entity: ResolverTypeWrapper<EntityRecord>;
  EntityConnection: ResolverTypeWrapper<Omit<EntityConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EntityEdge']> }>;
  EntityEdge: ResolverTypeWrapper<Omit<EntityEdge, 'node'> & { node?: Maybe<ResolversTypes['Entity']> }>;
  Member: ResolverTypeWrapper<Member>;
  MemberConnection: ResolverTypeWrapper<MemberConnection>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  Organization: ResolverTypeWrapper<OrganizationRecord>;
  RampIDType: RampIdType;
  FeatureFlag: ResolverTypeWrapper<FeatureFlag>;
  SetOrganizationInput: SetOrganizationInput;
  SetOrganizationPayload: ResolverTypeWrapper<Omit<SetOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversTypes['Organization']> }>;
  SuccessPayload: ResolverTypeWrapper<SuccessPayload>;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: ResolverTypeWrapper<Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: ResolverTypeWrapper<Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  GenerateApiKeyInput: GenerateApiKeyInput;
  GenerateApiKeyPayload: ResolverTypeWrapper<Omit<GenerateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>;
  DeleteApiKeyInput: DeleteApiKeyInput;
  CreateTeamInput: CreateTeamInput;
  CreateTeamPayload: ResolverTypeWrapper<Omit<CreateTeamPayload, 'entity'> & { entity?: Maybe<ResolversTypes['Entity']> }>;
  TeamMemberInput: TeamMemberInput;
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: ResolverTypeWrapper<Omit<CreateInvitePayload, 'invite'> & { invite?: Maybe<ResolversTypes['Invite']> }>;
  Invite: ResolverTypeWrapper<Omit<Invite, 'toUser'> & { toUser?: Maybe<ResolversTypes['User']> }>;
  DeleteInviteInput: DeleteInviteInput;
  CreateLoginLinkInput: CreateLoginLinkInput;
  CreateLoginLinkPayload: ResolverTypeWrapper<CreateLoginLinkPayload>;
  OpenSessionInput: OpenSessionInput;
  OpenSessionPayload: ResolverTypeWrapper<Omit<OpenSessionPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  CloseSessionInput: CloseSessionInput;
  SetPasswordInput: SetPasswordInput;
  UpdateViewerInput: UpdateViewerInput;
  UpdateViewerPayload: ResolverTypeWrapper<Omit<UpdateViewerPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  CreateArtifactTypeInput: CreateArtifactTypeInput;
  CreateArtifactTypePayload: ResolverTypeWrapper<Omit<CreateArtifactTypePayload, 'artifactType'> & { artifactType?: Maybe<ResolversTypes['ArtifactType']> }>;
  ArtifactAliasInput: ArtifactAliasInput;
  TagInput: TagInput;
  CreateArtifactInput: CreateArtifactInput;
  CreateArtifactPayload: ResolverTypeWrapper<Omit<CreateArtifactPayload, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  CreateArtifactManifestInput: CreateArtifactManifestInput;
  CreateArtifactManifestPayload: ResolverTypeWrapper<Omit<CreateArtifactManifestPayload, 'artifactManifest'> & { artifactManifest: ResolversTypes['ArtifactManifest'] }>;
  UpdateArtifactManifestInput: UpdateArtifactManifestInput;
  UpdateArtifactManifestPayload: ResolverTypeWrapper<Omit<UpdateArtifactManifestPayload, 'artifactManifest'> & { artifactManifest: ResolversTypes['ArtifactManifest'] }>;
  UploadPartsInput: UploadPartsInput;
  CreateArtifactFileSpecInput: CreateArtifactFileSpecInput;
  CreateArtifactFilesInput: CreateArtifactFilesInput;
  CreateArtifactFilesPayload: ResolverTypeWrapper<Omit<CreateArtifactFilesPayload, 'files'> & { files: ResolversTypes['FileConnection'] }>;
  CompleteMultipartAction: CompleteMultipartAction;
  CompleteMultipartUploadArtifactInput: CompleteMultipartUploadArtifactInput;
  CompleteMultipartUploadArtifactPayload: ResolverTypeWrapper<CompleteMultipartUploadArtifactPayload>;
  CommitArtifactInput: CommitArtifactInput;
  CommitArtifactPayload: ResolverTypeWrapper<Omit<CommitArtifactPayload, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  UpdateArtifactInput: UpdateArtifactInput;
  UpdateArtifactPayload: ResolverTypeWrapper<Omit<UpdateArtifactPayload, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  DeleteArtifactInput: DeleteArtifactInput;
  DeleteArtifactPayload: ResolverTypeWrapper<Omit<DeleteArtifactPayload, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  UseArtifactInput: UseArtifactInput;
  UseArtifactPayload: ResolverTypeWrapper<Omit<UseArtifactPayload, 'artifact'> & { artifact?: Maybe<ResolversTypes['Artifact']> }>;
  ArtifactCollectionAliasInput: ArtifactCollectionAliasInput;
  AddAliasesInput: AddAliasesInput;
  DeleteAliasesInput: DeleteAliasesInput;
  UpdateArtifactSequenceInput: UpdateArtifactSequenceInput;
  MoveArtifactSequenceInput: MoveArtifactSequenceInput;
  UpdateArtifactCollectionPayload: ResolverTypeWrapper<Omit<UpdateArtifactCollectionPayload, 'artifactCollection'> & { artifactCollection?: Maybe<ResolversTypes['ArtifactCollection']> }>;
  DeleteArtifactSequenceInput: DeleteArtifactSequenceInput;
  DeleteArtifactCollectionPayload: ResolverTypeWrapper<Omit<DeleteArtifactCollectionPayload, 'artifactCollection'> & { artifactCollection?: Maybe<ResolversTypes['ArtifactCollection']> }>;
  LinkArtifactInput: LinkArtifactInput;
  LinkArtifactPayload: ResolverTypeWrapper<Omit<LinkArtifactPayload, 'artifactMembership'> & { artifactMembership?: Maybe<ResolversTypes['ArtifactCollectionMembership']> }>;
  UnlinkArtifactInput: UnlinkArtifactInput;
  UnlinkArtifactPayload: ResolverTypeWrapper<UnlinkArtifactPayload>;
  UpdateArtifactPortfolioInput: UpdateArtifactPortfolioInput;
  DeleteArtifactPortfolioInput: DeleteArtifactPortfolioInput;
  CreateArtifactCollectionTagAssignmentsInput: CreateArtifactCollectionTagAssignmentsInput;
  CreateArtifactCollectionTagAssignmentsPayload: ResolverTypeWrapper<CreateArtifactCollectionTagAssignmentsPayload>;
  DeleteArtifactCollectionTagAssignmentsInput: DeleteArtifactCollectionTagAssignmentsInput;
  ArtifactManifestEntryInput: ArtifactManifestEntryInput;
  ArtifactState: ArtifactState;
  ArtifactCollectionState: ArtifactCollectionState;
  ArtifactManifestType: ArtifactManifestType;
  ArtifactStorageLayout: ArtifactStorageLayout;
  ArtifactDigestAlgorithm: ArtifactDigestAlgorithm;
  ArtifactType: ResolverTypeWrapper<ArtifactTypeRecord>;
  ArtifactTypeConnection: ResolverTypeWrapper<Omit<ArtifactTypeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactTypeEdge']> }>;
  ArtifactTypeEdge: ResolverTypeWrapper<Omit<ArtifactTypeEdge, 'node'> & { node?: Maybe<ResolversTypes['ArtifactType']> }>;
  ArtifactCollection: ResolverTypeWrapper<ArtifactCollectionRecord>;
  ArtifactSequence: ResolverTypeWrapper<ArtifactCollectionRecord>;
  ArtifactPortfolio: ResolverTypeWrapper<ArtifactCollectionRecord>;
  ArtifactCollectionConnection: ResolverTypeWrapper<Omit<ArtifactCollectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactCollectionEdge']> }>;
  ArtifactCollectionEdge: ResolverTypeWrapper<Omit<ArtifactCollectionEdge, 'node'> & { node?: Maybe<ResolversTypes['ArtifactCollection']> }>;
  ArtifactCollectionMembership: ResolverTypeWrapper<ArtifactMembershipRecord>;
  ArtifactCollectionMembershipConnection: ResolverTypeWrapper<Omit<ArtifactCollectionMembershipConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactCollectionMembershipEdge']> }>;
  ArtifactCollectionMembershipEdge: ResolverTypeWrapper<Omit<ArtifactCollectionMembershipEdge, 'node'> & { node?: Maybe<ResolversTypes['ArtifactCollectionMembership']> }>;
  Artifact: ResolverTypeWrapper<ArtifactRecord>;
  ArtifactCreator: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ArtifactCreator']>;
  ArtifactConnection: ResolverTypeWrapper<Omit<ArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactEdge']> }>;
  InputArtifactConnection: ResolverTypeWrapper<Omit<InputArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactEdge']> }>;
  ArtifactEdge: ResolverTypeWrapper<Omit<ArtifactEdge, 'node'> & { node?: Maybe<ResolversTypes['Artifact']> }>;
  VersionedArtifactConnection: ResolverTypeWrapper<Omit<VersionedArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['VersionedArtifactEdge']> }>;
  VersionedArtifactEdge: ResolverTypeWrapper<Omit<VersionedArtifactEdge, 'node'> & { node?: Maybe<ResolversTypes['Artifact']> }>;
  ArtifactAlias: ResolverTypeWrapper<ArtifactAliasRecord>;
  ArtifactAliasConnection: ResolverTypeWrapper<Omit<ArtifactAliasConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ArtifactAliasEdge']> }>;
  ArtifactAliasEdge: ResolverTypeWrapper<Omit<ArtifactAliasEdge, 'node'> & { node?: Maybe<ResolversTypes['ArtifactAlias']> }>;
  Tag: ResolverTypeWrapper<Tag>;
  TagConnection: ResolverTypeWrapper<TagConnection>;
  TagEdge: ResolverTypeWrapper<TagEdge>;
  ArtifactManifest: ResolverTypeWrapper<ArtifactManifestRecord>;
  ClientIDMapping: ResolverTypeWrapper<ClientIdMapping>;
  File: ResolverTypeWrapper<FileRecord>;
  UploadMultipartUrls: ResolverTypeWrapper<UploadMultipartUrls>;
  UploadUrlPart: ResolverTypeWrapper<UploadUrlPart>;
  FileConnection: ResolverTypeWrapper<Omit<FileConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['FileEdge']> }>;
  FileEdge: ResolverTypeWrapper<Omit<FileEdge, 'node'> & { node?: Maybe<ResolversTypes['File']> }>;
  CreateRunFilesInput: CreateRunFilesInput;
  CreateRunFilesPayload: ResolverTypeWrapper<CreateRunFilesPayload>;
  RunFileUpload: ResolverTypeWrapper<RunFileUpload>;
  MarkRunFilesUploadedInput: MarkRunFilesUploadedInput;
  DeleteFilesInput: DeleteFilesInput;
  ParquetHistory: ResolverTypeWrapper<ParquetHistory>;
  LogMatches: ResolverTypeWrapper<LogMatches>;
  LogLine: ResolverTypeWrapper<LogLine>;
  LogLineConnection: ResolverTypeWrapper<LogLineConnection>;
  LogLineEdge: ResolverTypeWrapper<LogLineEdge>;
  Job: ResolverTypeWrapper<JobRecord>;
  JobConnection: ResolverTypeWrapper<Omit<JobConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['JobEdge']> }>;
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node?: Maybe<ResolversTypes['Job']> }>;
  JobVersion: ResolverTypeWrapper<JobVersionRecord>;
  InputUsage: ResolverTypeWrapper<InputUsage>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  JobVersionConnection: ResolverTypeWrapper<Omit<JobVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['JobVersionEdge']> }>;
  JobVersionEdge: ResolverTypeWrapper<Omit<JobVersionEdge, 'node'> & { node?: Maybe<ResolversTypes['JobVersion']> }>;
  LaunchAgentConnection: ResolverTypeWrapper<Omit<LaunchAgentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['LaunchAgentEdge']> }>;
  LaunchAgentEdge: ResolverTypeWrapper<Omit<LaunchAgentEdge, 'node'> & { node: ResolversTypes['LaunchAgent'] }>;
  LaunchAgent: ResolverTypeWrapper<LaunchAgentRecord>;
  CreateLaunchAgentInput: CreateLaunchAgentInput;
  CreateLaunchAgentPayload: ResolverTypeWrapper<CreateLaunchAgentPayload>;
  UpdateLaunchAgentInput: UpdateLaunchAgentInput;
  LeaseRunQueueItemsInput: LeaseRunQueueItemsInput;
  LeaseRunQueueItemsPayload: ResolverTypeWrapper<LeaseRunQueueItemsPayload>;
  LeasedRunQueueItem: ResolverTypeWrapper<LeasedRunQueueItem>;
  LaunchAgentHeartbeatInput: LaunchAgentHeartbeatInput;
  LaunchAgentHeartbeatPayload: ResolverTypeWrapper<LaunchAgentHeartbeatPayload>;
  LaunchAgentIdInput: LaunchAgentIdInput;
  WatchKind: WatchKind;
  WatchInput: WatchInput;
  Change: ResolverTypeWrapper<Change>;
  Preset: ResolverTypeWrapper<PresetRecord>;
  PresetConnection: ResolverTypeWrapper<Omit<PresetConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PresetEdge']> }>;
  PresetEdge: ResolverTypeWrapper<Omit<PresetEdge, 'node'> & { node?: Maybe<ResolversTypes['Preset']> }>;
  PresetVersion: ResolverTypeWrapper<PresetVersionRecord>;
  PresetVersionConnection: ResolverTypeWrapper<Omit<PresetVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PresetVersionEdge']> }>;
  PresetVersionEdge: ResolverTypeWrapper<Omit<PresetVersionEdge, 'node'> & { node?: Maybe<ResolversTypes['PresetVersion']> }>;
  PresetDifference: ResolverTypeWrapper<PresetDifference>;
  SavePresetInput: SavePresetInput;
  SavePresetPayload: ResolverTypeWrapper<Omit<SavePresetPayload, 'presetVersion'> & { presetVersion?: Maybe<ResolversTypes['PresetVersion']> }>;
  PresetIdInput: PresetIdInput;
  Project: ResolverTypeWrapper<ProjectRecord>;
  ProjectConnection: ResolverTypeWrapper<Omit<ProjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ProjectEdge']> }>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node?: Maybe<ResolversTypes['Project']> }>;
  UpsertModelInput: UpsertModelInput;
  UpsertModelPayload: ResolverTypeWrapper<Omit<UpsertModelPayload, 'model' | 'project'> & { model?: Maybe<ResolversTypes['Project']>, project?: Maybe<ResolversTypes['Project']> }>;
  CreateDefaultResourceConfigInput: CreateDefaultResourceConfigInput;
  CreateDefaultResourceConfigPayload: ResolverTypeWrapper<CreateDefaultResourceConfigPayload>;
  CreateRunQueueInput: CreateRunQueueInput;
  CreateRunQueuePayload: ResolverTypeWrapper<CreateRunQueuePayload>;
  UpsertRunQueueInput: UpsertRunQueueInput;
  UpsertRunQueuePayload: ResolverTypeWrapper<UpsertRunQueuePayload>;
  DeleteRunQueuesInput: DeleteRunQueuesInput;
  RunQueueIdInput: RunQueueIdInput;
  RunQueuePayload: ResolverTypeWrapper<Omit<RunQueuePayload, 'runQueue'> & { runQueue?: Maybe<ResolversTypes['RunQueue']> }>;
  PushToRunQueueByNameInput: PushToRunQueueByNameInput;
  PushToRunQueueByNamePayload: ResolverTypeWrapper<Omit<PushToRunQueueByNamePayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversTypes['RunQueueItem']> }>;
  PushToRunQueueInput: PushToRunQueueInput;
  PushToRunQueuePayload: ResolverTypeWrapper<PushToRunQueuePayload>;
  CheckLaunchPayload: ResolverTypeWrapper<JudgedLaunch>;
  RetryRunQueueItemInput: RetryRunQueueItemInput;
  RetryRunQueueItemPayload: ResolverTypeWrapper<Omit<RetryRunQueueItemPayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversTypes['RunQueueItem']> }>;
  DeleteFromRunQueueInput: DeleteFromRunQueueInput;
  RunQueueItemIdInput: RunQueueItemIdInput;
  RunQueueItemPayload: ResolverTypeWrapper<Omit<RunQueueItemPayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversTypes['RunQueueItem']> }>;
  CancelRunQueueItemsInput: CancelRunQueueItemsInput;
  UpdateRunQueueItemsInput: UpdateRunQueueItemsInput;
  RunQueueItemsPayload: ResolverTypeWrapper<Omit<RunQueueItemsPayload, 'runQueueItems'> & { runQueueItems: ReadonlyArray<ResolversTypes['RunQueueItem']> }>;
  RunQueueItemRefusal: ResolverTypeWrapper<RunQueueItemRefusal>;
  PopFromRunQueueInput: PopFromRunQueueInput;
  PopFromRunQueuePayload: ResolverTypeWrapper<PopFromRunQueuePayload>;
  AckRunQueueItemInput: AckRunQueueItemInput;
  AckRunQueueItemPayload: ResolverTypeWrapper<AckRunQueueItemPayload>;
  FailRunQueueItemInput: FailRunQueueItemInput;
  FinishRunQueueItemInput: FinishRunQueueItemInput;
  AppendRunQueueItemLogInput: AppendRunQueueItemLogInput;
  RunQueueConnection: ResolverTypeWrapper<Omit<RunQueueConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RunQueueEdge']> }>;
  RunQueueEdge: ResolverTypeWrapper<Omit<RunQueueEdge, 'node'> & { node: ResolversTypes['RunQueue'] }>;
  EarlierLaunches: ResolverTypeWrapper<Omit<EarlierLaunches, 'items'> & { items: ReadonlyArray<ResolversTypes['RunQueueItem']> }>;
  RunQueueAccessType: RunQueueAccessType;
  RunQueuePrioritizationMode: RunQueuePrioritizationMode;
  RunQueue: ResolverTypeWrapper<RunQueueRecord>;
  RunQueueActivity: ResolverTypeWrapper<RunQueueActivity>;
  RunQueueActivitySpan: ResolverTypeWrapper<RunQueueActivitySpan>;
  DefaultResourceConfig: ResolverTypeWrapper<DefaultResourceConfigRecord>;
  TemplateVariable: ResolverTypeWrapper<TemplateVariable>;
  RunQueueItem: ResolverTypeWrapper<RunQueueItemRecord>;
  RunQueueItemOrigin: ResolverTypeWrapper<RunQueueItemOrigin>;
  RunQueueItemLog: ResolverTypeWrapper<RunQueueItemLog>;
  RunQueueItemWarning: ResolverTypeWrapper<RunQueueItemWarning>;
  RunQueueItemConnection: ResolverTypeWrapper<RunQueueItemPage>;
  RunQueueItemEdge: ResolverTypeWrapper<Omit<RunQueueItemEdge, 'node'> & { node?: Maybe<ResolversTypes['RunQueueItem']> }>;
  RefusedLaunch: ResolverTypeWrapper<RefusedLaunch>;
  Problem: ResolverTypeWrapper<Problem>;
  RefusedLaunchConnection: ResolverTypeWrapper<RefusedLaunchConnection>;
  RefusedLaunchEdge: ResolverTypeWrapper<RefusedLaunchEdge>;
  RunKey: ResolverTypeWrapper<RunKeyRecord>;
  RunKeyConnection: ResolverTypeWrapper<Omit<RunKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RunKeyEdge']> }>;
  RunKeyEdge: ResolverTypeWrapper<Omit<RunKeyEdge, 'node'> & { node?: Maybe<ResolversTypes['RunKey']> }>;
  RunGroup: ResolverTypeWrapper<RunGroupRecord>;
  RunAggregate: ResolverTypeWrapper<RunAggregate>;
  RunGroupConnection: ResolverTypeWrapper<Omit<RunGroupConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RunGroupEdge']> }>;
  RunGroupEdge: ResolverTypeWrapper<Omit<RunGroupEdge, 'node'> & { node?: Maybe<ResolversTypes['RunGroup']> }>;
  RunsInput: RunsInput;
  TagRunsInput: TagRunsInput;
  RunsPayload: ResolverTypeWrapper<RunsPayload>;
  Run: ResolverTypeWrapper<RunRecord>;
  RunAlert: ResolverTypeWrapper<RunAlertRecord>;
  RunAlertConnection: ResolverTypeWrapper<Omit<RunAlertConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RunAlertEdge']> }>;
  RunAlertEdge: ResolverTypeWrapper<Omit<RunAlertEdge, 'node'> & { node?: Maybe<ResolversTypes['RunAlert']> }>;
  RunConnection: ResolverTypeWrapper<Omit<RunConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RunEdge']> }>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node?: Maybe<ResolversTypes['Run']> }>;
  RunInfo: ResolverTypeWrapper<RunInfo>;
  GitInfo: ResolverTypeWrapper<GitInfo>;
  UpsertBucketInput: UpsertBucketInput;
  UpsertBucketPayload: ResolverTypeWrapper<Omit<UpsertBucketPayload, 'bucket'> & { bucket?: Maybe<ResolversTypes['Run']> }>;
  DeleteRunInput: DeleteRunInput;
  DeleteRunPayload: ResolverTypeWrapper<DeleteRunPayload>;
  StopRunInput: StopRunInput;
  UpdateRunStateInput: UpdateRunStateInput;
  MoveRunsInput: MoveRunsInput;
  MoveRunsPayload: ResolverTypeWrapper<Omit<MoveRunsPayload, 'runs'> & { runs: ReadonlyArray<ResolversTypes['Run']> }>;
  RewindRunInput: RewindRunInput;
  RewindRunPayload: ResolverTypeWrapper<Omit<RewindRunPayload, 'rewoundRun'> & { rewoundRun?: Maybe<ResolversTypes['Run']> }>;
  AlertSeverity: AlertSeverity;
  NotifyScriptableRunAlertInput: NotifyScriptableRunAlertInput;
  SecretConnection: ResolverTypeWrapper<Omit<SecretConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SecretEdge']> }>;
  SecretEdge: ResolverTypeWrapper<Omit<SecretEdge, 'node'> & { node: ResolversTypes['Secret'] }>;
  Secret: ResolverTypeWrapper<SecretRecord>;
  SecretValue: ResolverTypeWrapper<Scalars['SecretValue']['output']>;
  SetSecretInput: SetSecretInput;
  SetSecretPayload: ResolverTypeWrapper<Omit<SetSecretPayload, 'secret'> & { secret?: Maybe<ResolversTypes['Secret']> }>;
  DeleteSecretInput: DeleteSecretInput;
  ReadItemSecretsInput: ReadItemSecretsInput;
  ReadItemSecretsPayload: ResolverTypeWrapper<ReadItemSecretsPayload>;
  ItemSecret: ResolverTypeWrapper<ItemSecret>;
  Sweep: ResolverTypeWrapper<SweepRecord>;
  SweepConnection: ResolverTypeWrapper<Omit<SweepConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SweepEdge']> }>;
  SweepEdge: ResolverTypeWrapper<Omit<SweepEdge, 'node'> & { node?: Maybe<ResolversTypes['Sweep']> }>;
  SweepLaunch: ResolverTypeWrapper<SweepLaunchRecord>;
  SweepPoint: ResolverTypeWrapper<SweepPointRecord>;
  SweepPointConnection: ResolverTypeWrapper<Omit<SweepPointConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SweepPointEdge']> }>;
  SweepPointEdge: ResolverTypeWrapper<Omit<SweepPointEdge, 'node'> & { node?: Maybe<ResolversTypes['SweepPoint']> }>;
  Agent: ResolverTypeWrapper<SweepAgentRecord>;
  AgentConnection: ResolverTypeWrapper<Omit<AgentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['AgentEdge']> }>;
  AgentEdge: ResolverTypeWrapper<Omit<AgentEdge, 'node'> & { node?: Maybe<ResolversTypes['Agent']> }>;
  UpsertSweepInput: UpsertSweepInput;
  UpsertSweepPayload: ResolverTypeWrapper<Omit<UpsertSweepPayload, 'sweep'> & { sweep?: Maybe<ResolversTypes['Sweep']> }>;
  SweepIdInput: SweepIdInput;
  CreateAgentInput: CreateAgentInput;
  CreateAgentPayload: ResolverTypeWrapper<Omit<CreateAgentPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  AgentHeartbeatInput: AgentHeartbeatInput;
  AgentHeartbeatPayload: ResolverTypeWrapper<Omit<AgentHeartbeatPayload, 'agent'> & { agent?: Maybe<ResolversTypes['Agent']> }>;
  EnqueueSweepRunInput: EnqueueSweepRunInput;
  EnqueueSweepRunPayload: ResolverTypeWrapper<Omit<EnqueueSweepRunPayload, 'point'> & { point?: Maybe<ResolversTypes['SweepPoint']> }>;
  Waiting: ResolverTypeWrapper<WaitingRecord>;
  WaitingAgent: ResolverTypeWrapper<ListeningAgent>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Boolean: Scalars['Boolean']['output'];
  Subscription: Record<PropertyKey, never>;
  ServerInfo: ServerInfo;
  LatestLocalVersionInfo: LatestLocalVersionInfo;
  ServerFeature: ServerFeature;
  ServerSettings: ServerSettings;
  ServerMessage: ServerMessage;
  JSONString: Scalars['JSONString']['output'];
  JSON: Scalars['JSON']['output'];
  DateTime: Scalars['DateTime']['output'];
  Int64: Scalars['Int64']['output'];
  Duration: Scalars['Duration']['output'];
  PageInfo: PageInfo;
  User: UserRecord;
  UserConnection: Omit<UserConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['UserEdge']> };
  UserEdge: Omit<UserEdge, 'node'> & { node?: Maybe<ResolversParentTypes['User']> };
  ApiKey: ApiKeyRecord;
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ApiKeyEdge']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ApiKey']> };
  Entity: EntityRecord;
  EntityConnection: Omit<EntityConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EntityEdge']> };
  EntityEdge: Omit<EntityEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Entity']> };
  Member: Member;
  MemberConnection: MemberConnection;
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  Organization: OrganizationRecord;
  FeatureFlag: FeatureFlag;
  SetOrganizationInput: SetOrganizationInput;
  SetOrganizationPayload: Omit<SetOrganizationPayload, 'organization'> & { organization?: Maybe<ResolversParentTypes['Organization']> };
  SuccessPayload: SuccessPayload;
  CreateUserInput: CreateUserInput;
  CreateUserPayload: Omit<CreateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  UpdateUserInput: UpdateUserInput;
  UpdateUserPayload: Omit<UpdateUserPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  GenerateApiKeyInput: GenerateApiKeyInput;
  GenerateApiKeyPayload: Omit<GenerateApiKeyPayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> };
  DeleteApiKeyInput: DeleteApiKeyInput;
  CreateTeamInput: CreateTeamInput;
  CreateTeamPayload: Omit<CreateTeamPayload, 'entity'> & { entity?: Maybe<ResolversParentTypes['Entity']> };
  TeamMemberInput: TeamMemberInput;
  CreateInviteInput: CreateInviteInput;
  CreateInvitePayload: Omit<CreateInvitePayload, 'invite'> & { invite?: Maybe<ResolversParentTypes['Invite']> };
  Invite: Omit<Invite, 'toUser'> & { toUser?: Maybe<ResolversParentTypes['User']> };
  DeleteInviteInput: DeleteInviteInput;
  CreateLoginLinkInput: CreateLoginLinkInput;
  CreateLoginLinkPayload: CreateLoginLinkPayload;
  OpenSessionInput: OpenSessionInput;
  OpenSessionPayload: Omit<OpenSessionPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  CloseSessionInput: CloseSessionInput;
  SetPasswordInput: SetPasswordInput;
  UpdateViewerInput: UpdateViewerInput;
  UpdateViewerPayload: Omit<UpdateViewerPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  CreateArtifactTypeInput: CreateArtifactTypeInput;
  CreateArtifactTypePayload: Omit<CreateArtifactTypePayload, 'artifactType'> & { artifactType?: Maybe<ResolversParentTypes['ArtifactType']> };
  ArtifactAliasInput: ArtifactAliasInput;
  TagInput: TagInput;
  CreateArtifactInput: CreateArtifactInput;
  CreateArtifactPayload: Omit<CreateArtifactPayload, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  CreateArtifactManifestInput: CreateArtifactManifestInput;
  CreateArtifactManifestPayload: Omit<CreateArtifactManifestPayload, 'artifactManifest'> & { artifactManifest: ResolversParentTypes['ArtifactManifest'] };
  UpdateArtifactManifestInput: UpdateArtifactManifestInput;
  UpdateArtifactManifestPayload: Omit<UpdateArtifactManifestPayload, 'artifactManifest'> & { artifactManifest: ResolversParentTypes['ArtifactManifest'] };
  UploadPartsInput: UploadPartsInput;
  CreateArtifactFileSpecInput: CreateArtifactFileSpecInput;
  CreateArtifactFilesInput: CreateArtifactFilesInput;
  CreateArtifactFilesPayload: Omit<CreateArtifactFilesPayload, 'files'> & { files: ResolversParentTypes['FileConnection'] };
  CompleteMultipartUploadArtifactInput: CompleteMultipartUploadArtifactInput;
  CompleteMultipartUploadArtifactPayload: CompleteMultipartUploadArtifactPayload;
  CommitArtifactInput: CommitArtifactInput;
  CommitArtifactPayload: Omit<CommitArtifactPayload, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  UpdateArtifactInput: UpdateArtifactInput;
  UpdateArtifactPayload: Omit<UpdateArtifactPayload, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  DeleteArtifactInput: DeleteArtifactInput;
  DeleteArtifactPayload: Omit<DeleteArtifactPayload, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  UseArtifactInput: UseArtifactInput;
  UseArtifactPayload: Omit<UseArtifactPayload, 'artifact'> & { artifact?: Maybe<ResolversParentTypes['Artifact']> };
  ArtifactCollectionAliasInput: ArtifactCollectionAliasInput;
  AddAliasesInput: AddAliasesInput;
  DeleteAliasesInput: DeleteAliasesInput;
  UpdateArtifactSequenceInput: UpdateArtifactSequenceInput;
  MoveArtifactSequenceInput: MoveArtifactSequenceInput;
  UpdateArtifactCollectionPayload: Omit<UpdateArtifactCollectionPayload, 'artifactCollection'> & { artifactCollection?: Maybe<ResolversParentTypes['ArtifactCollection']> };
  DeleteArtifactSequenceInput: DeleteArtifactSequenceInput;
  DeleteArtifactCollectionPayload: Omit<DeleteArtifactCollectionPayload, 'artifactCollection'> & { artifactCollection?: Maybe<ResolversParentTypes['ArtifactCollection']> };
  LinkArtifactInput: LinkArtifactInput;
  LinkArtifactPayload: Omit<LinkArtifactPayload, 'artifactMembership'> & { artifactMembership?: Maybe<ResolversParentTypes['ArtifactCollectionMembership']> };
  UnlinkArtifactInput: UnlinkArtifactInput;
  UnlinkArtifactPayload: UnlinkArtifactPayload;
  UpdateArtifactPortfolioInput: UpdateArtifactPortfolioInput;
  DeleteArtifactPortfolioInput: DeleteArtifactPortfolioInput;
  CreateArtifactCollectionTagAssignmentsInput: CreateArtifactCollectionTagAssignmentsInput;
  CreateArtifactCollectionTagAssignmentsPayload: CreateArtifactCollectionTagAssignmentsPayload;
  DeleteArtifactCollectionTagAssignmentsInput: DeleteArtifactCollectionTagAssignmentsInput;
  ArtifactManifestEntryInput: ArtifactManifestEntryInput;
  ArtifactType: ArtifactTypeRecord;
  ArtifactTypeConnection: Omit<ArtifactTypeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactTypeEdge']> };
  ArtifactTypeEdge: Omit<ArtifactTypeEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ArtifactType']> };
  ArtifactCollection: ArtifactCollectionRecord;
  ArtifactSequence: ArtifactCollectionRecord;
  ArtifactPortfolio: ArtifactCollectionRecord;
  ArtifactCollectionConnection: Omit<ArtifactCollectionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactCollectionEdge']> };
  ArtifactCollectionEdge: Omit<ArtifactCollectionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ArtifactCollection']> };
  ArtifactCollectionMembership: ArtifactMembershipRecord;
  ArtifactCollectionMembershipConnection: Omit<ArtifactCollectionMembershipConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactCollectionMembershipEdge']> };
  ArtifactCollectionMembershipEdge: Omit<ArtifactCollectionMembershipEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ArtifactCollectionMembership']> };
  Artifact: ArtifactRecord;
  ArtifactCreator: ResolversUnionTypes<ResolversParentTypes>['ArtifactCreator'];
  ArtifactConnection: Omit<ArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactEdge']> };
  InputArtifactConnection: Omit<InputArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactEdge']> };
  ArtifactEdge: Omit<ArtifactEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Artifact']> };
  VersionedArtifactConnection: Omit<VersionedArtifactConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['VersionedArtifactEdge']> };
  VersionedArtifactEdge: Omit<VersionedArtifactEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Artifact']> };
  ArtifactAlias: ArtifactAliasRecord;
  ArtifactAliasConnection: Omit<ArtifactAliasConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ArtifactAliasEdge']> };
  ArtifactAliasEdge: Omit<ArtifactAliasEdge, 'node'> & { node?: Maybe<ResolversParentTypes['ArtifactAlias']> };
  Tag: Tag;
  TagConnection: TagConnection;
  TagEdge: TagEdge;
  ArtifactManifest: ArtifactManifestRecord;
  ClientIDMapping: ClientIdMapping;
  File: FileRecord;
  UploadMultipartUrls: UploadMultipartUrls;
  UploadUrlPart: UploadUrlPart;
  FileConnection: Omit<FileConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['FileEdge']> };
  FileEdge: Omit<FileEdge, 'node'> & { node?: Maybe<ResolversParentTypes['File']> };
  CreateRunFilesInput: CreateRunFilesInput;
  CreateRunFilesPayload: CreateRunFilesPayload;
  RunFileUpload: RunFileUpload;
  MarkRunFilesUploadedInput: MarkRunFilesUploadedInput;
  DeleteFilesInput: DeleteFilesInput;
  ParquetHistory: ParquetHistory;
  LogMatches: LogMatches;
  LogLine: LogLine;
  LogLineConnection: LogLineConnection;
  LogLineEdge: LogLineEdge;
  Job: JobRecord;
  JobConnection: Omit<JobConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['JobEdge']> };
  JobEdge: Omit<JobEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Job']> };
  JobVersion: JobVersionRecord;
  InputUsage: InputUsage;
  Float: Scalars['Float']['output'];
  JobVersionConnection: Omit<JobVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['JobVersionEdge']> };
  JobVersionEdge: Omit<JobVersionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['JobVersion']> };
  LaunchAgentConnection: Omit<LaunchAgentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['LaunchAgentEdge']> };
  LaunchAgentEdge: Omit<LaunchAgentEdge, 'node'> & { node: ResolversParentTypes['LaunchAgent'] };
  LaunchAgent: LaunchAgentRecord;
  CreateLaunchAgentInput: CreateLaunchAgentInput;
  CreateLaunchAgentPayload: CreateLaunchAgentPayload;
  UpdateLaunchAgentInput: UpdateLaunchAgentInput;
  LeaseRunQueueItemsInput: LeaseRunQueueItemsInput;
  LeaseRunQueueItemsPayload: LeaseRunQueueItemsPayload;
  LeasedRunQueueItem: LeasedRunQueueItem;
  LaunchAgentHeartbeatInput: LaunchAgentHeartbeatInput;
  LaunchAgentHeartbeatPayload: LaunchAgentHeartbeatPayload;
  LaunchAgentIdInput: LaunchAgentIdInput;
  WatchInput: WatchInput;
  Change: Change;
  Preset: PresetRecord;
  PresetConnection: Omit<PresetConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PresetEdge']> };
  PresetEdge: Omit<PresetEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Preset']> };
  PresetVersion: PresetVersionRecord;
  PresetVersionConnection: Omit<PresetVersionConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PresetVersionEdge']> };
  PresetVersionEdge: Omit<PresetVersionEdge, 'node'> & { node?: Maybe<ResolversParentTypes['PresetVersion']> };
  PresetDifference: PresetDifference;
  SavePresetInput: SavePresetInput;
  SavePresetPayload: Omit<SavePresetPayload, 'presetVersion'> & { presetVersion?: Maybe<ResolversParentTypes['PresetVersion']> };
  PresetIdInput: PresetIdInput;
  Project: ProjectRecord;
  ProjectConnection: Omit<ProjectConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ProjectEdge']> };
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Project']> };
  UpsertModelInput: UpsertModelInput;
  UpsertModelPayload: Omit<UpsertModelPayload, 'model' | 'project'> & { model?: Maybe<ResolversParentTypes['Project']>, project?: Maybe<ResolversParentTypes['Project']> };
  CreateDefaultResourceConfigInput: CreateDefaultResourceConfigInput;
  CreateDefaultResourceConfigPayload: CreateDefaultResourceConfigPayload;
  CreateRunQueueInput: CreateRunQueueInput;
  CreateRunQueuePayload: CreateRunQueuePayload;
  UpsertRunQueueInput: UpsertRunQueueInput;
  UpsertRunQueuePayload: UpsertRunQueuePayload;
  DeleteRunQueuesInput: DeleteRunQueuesInput;
  RunQueueIdInput: RunQueueIdInput;
  RunQueuePayload: Omit<RunQueuePayload, 'runQueue'> & { runQueue?: Maybe<ResolversParentTypes['RunQueue']> };
  PushToRunQueueByNameInput: PushToRunQueueByNameInput;
  PushToRunQueueByNamePayload: Omit<PushToRunQueueByNamePayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversParentTypes['RunQueueItem']> };
  PushToRunQueueInput: PushToRunQueueInput;
  PushToRunQueuePayload: PushToRunQueuePayload;
  CheckLaunchPayload: JudgedLaunch;
  RetryRunQueueItemInput: RetryRunQueueItemInput;
  RetryRunQueueItemPayload: Omit<RetryRunQueueItemPayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversParentTypes['RunQueueItem']> };
  DeleteFromRunQueueInput: DeleteFromRunQueueInput;
  RunQueueItemIdInput: RunQueueItemIdInput;
  RunQueueItemPayload: Omit<RunQueueItemPayload, 'runQueueItem'> & { runQueueItem?: Maybe<ResolversParentTypes['RunQueueItem']> };
  CancelRunQueueItemsInput: CancelRunQueueItemsInput;
  UpdateRunQueueItemsInput: UpdateRunQueueItemsInput;
  RunQueueItemsPayload: Omit<RunQueueItemsPayload, 'runQueueItems'> & { runQueueItems: ReadonlyArray<ResolversParentTypes['RunQueueItem']> };
  RunQueueItemRefusal: RunQueueItemRefusal;
  PopFromRunQueueInput: PopFromRunQueueInput;
  PopFromRunQueuePayload: PopFromRunQueuePayload;
  AckRunQueueItemInput: AckRunQueueItemInput;
  AckRunQueueItemPayload: AckRunQueueItemPayload;
  FailRunQueueItemInput: FailRunQueueItemInput;
  FinishRunQueueItemInput: FinishRunQueueItemInput;
  AppendRunQueueItemLogInput: AppendRunQueueItemLogInput;
  RunQueueConnection: Omit<RunQueueConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RunQueueEdge']> };
  RunQueueEdge: Omit<RunQueueEdge, 'node'> & { node: ResolversParentTypes['RunQueue'] };
  EarlierLaunches: Omit<EarlierLaunches, 'items'> & { items: ReadonlyArray<ResolversParentTypes['RunQueueItem']> };
  RunQueue: RunQueueRecord;
  RunQueueActivity: RunQueueActivity;
  RunQueueActivitySpan: RunQueueActivitySpan;
  DefaultResourceConfig: DefaultResourceConfigRecord;
  TemplateVariable: TemplateVariable;
  RunQueueItem: RunQueueItemRecord;
  RunQueueItemOrigin: RunQueueItemOrigin;
  RunQueueItemLog: RunQueueItemLog;
  RunQueueItemWarning: RunQueueItemWarning;
  RunQueueItemConnection: RunQueueItemPage;
  RunQueueItemEdge: Omit<RunQueueItemEdge, 'node'> & { node?: Maybe<ResolversParentTypes['RunQueueItem']> };
  RefusedLaunch: RefusedLaunch;
  Problem: Problem;
  RefusedLaunchConnection: RefusedLaunchConnection;
  RefusedLaunchEdge: RefusedLaunchEdge;
  RunKey: RunKeyRecord;
  RunKeyConnection: Omit<RunKeyConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RunKeyEdge']> };
  RunKeyEdge: Omit<RunKeyEdge, 'node'> & { node?: Maybe<ResolversParentTypes['RunKey']> };
  RunGroup: RunGroupRecord;
  RunAggregate: RunAggregate;
  RunGroupConnection: Omit<RunGroupConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RunGroupEdge']> };
  RunGroupEdge: Omit<RunGroupEdge, 'node'> & { node?: Maybe<ResolversParentTypes['RunGroup']> };
  RunsInput: RunsInput;
  TagRunsInput: TagRunsInput;
  RunsPayload: RunsPayload;
  Run: RunRecord;
  RunAlert: RunAlertRecord;
  RunAlertConnection: Omit<RunAlertConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RunAlertEdge']> };
  RunAlertEdge: Omit<RunAlertEdge, 'node'> & { node?: Maybe<ResolversParentTypes['RunAlert']> };
  RunConnection: Omit<RunConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RunEdge']> };
  RunEdge: Omit<RunEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Run']> };
  RunInfo: RunInfo;
  GitInfo: GitInfo;
  UpsertBucketInput: UpsertBucketInput;
  UpsertBucketPayload: Omit<UpsertBucketPayload, 'bucket'> & { bucket?: Maybe<ResolversParentTypes['Run']> };
  DeleteRunInput: DeleteRunInput;
  DeleteRunPayload: DeleteRunPayload;
  StopRunInput: StopRunInput;
  UpdateRunStateInput: UpdateRunStateInput;
  MoveRunsInput: MoveRunsInput;
  MoveRunsPayload: Omit<MoveRunsPayload, 'runs'> & { runs: ReadonlyArray<ResolversParentTypes['Run']> };
  RewindRunInput: RewindRunInput;
  RewindRunPayload: Omit<RewindRunPayload, 'rewoundRun'> & { rewoundRun?: Maybe<ResolversParentTypes['Run']> };
  NotifyScriptableRunAlertInput: NotifyScriptableRunAlertInput;
  SecretConnection: Omit<SecretConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SecretEdge']> };
  SecretEdge: Omit<SecretEdge, 'node'> & { node: ResolversParentTypes['Secret'] };
  Secret: SecretRecord;
  SecretValue: Scalars['SecretValue']['output'];
  SetSecretInput: SetSecretInput;
  SetSecretPayload: Omit<SetSecretPayload, 'secret'> & { secret?: Maybe<ResolversParentTypes['Secret']> };
  DeleteSecretInput: DeleteSecretInput;
  ReadItemSecretsInput: ReadItemSecretsInput;
  ReadItemSecretsPayload: ReadItemSecretsPayload;
  ItemSecret: ItemSecret;
  Sweep: SweepRecord;
  SweepConnection: Omit<SweepConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SweepEdge']> };
  SweepEdge: Omit<SweepEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Sweep']> };
  SweepLaunch: SweepLaunchRecord;
  SweepPoint: SweepPointRecord;
  SweepPointConnection: Omit<SweepPointConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SweepPointEdge']> };
  SweepPointEdge: Omit<SweepPointEdge, 'node'> & { node?: Maybe<ResolversParentTypes['SweepPoint']> };
  Agent: SweepAgentRecord;
  AgentConnection: Omit<AgentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['AgentEdge']> };
  AgentEdge: Omit<AgentEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Agent']> };
  UpsertSweepInput: UpsertSweepInput;
  UpsertSweepPayload: Omit<UpsertSweepPayload, 'sweep'> & { sweep?: Maybe<ResolversParentTypes['Sweep']> };
  SweepIdInput: SweepIdInput;
  CreateAgentInput: CreateAgentInput;
  CreateAgentPayload: Omit<CreateAgentPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  AgentHeartbeatInput: AgentHeartbeatInput;
  AgentHeartbeatPayload: Omit<AgentHeartbeatPayload, 'agent'> & { agent?: Maybe<ResolversParentTypes['Agent']> };
  EnqueueSweepRunInput: EnqueueSweepRunInput;
  EnqueueSweepRunPayload: Omit<EnqueueSweepRunPayload, 'point'> & { point?: Maybe<ResolversParentTypes['SweepPoint']> };
  Waiting: WaitingRecord;
  WaitingAgent: ListeningAgent;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  serverInfo?: Resolver<Maybe<ResolversTypes['ServerInfo']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType, Partial<QueryEntityArgs>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'name'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<QueryUsersArgs>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'userName'>>;
  teams?: Resolver<ResolversTypes['EntityConnection'], ParentType, ContextType, Partial<QueryTeamsArgs>>;
  team?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType, RequireFields<QueryTeamArgs, 'name'>>;
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType, RequireFields<QueryArtifactArgs, 'id'>>;
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType, RequireFields<QueryArtifactCollectionArgs, 'id'>>;
  clientIDMapping?: Resolver<Maybe<ResolversTypes['ClientIDMapping']>, ParentType, ContextType, RequireFields<QueryClientIdMappingArgs, 'clientID'>>;
  jobVersionsByName?: Resolver<ReadonlyArray<ResolversTypes['JobVersion']>, ParentType, ContextType, RequireFields<QueryJobVersionsByNameArgs, 'name'>>;
  launchAgent?: Resolver<Maybe<ResolversTypes['LaunchAgent']>, ParentType, ContextType, RequireFields<QueryLaunchAgentArgs, 'id'>>;
  preset?: Resolver<Maybe<ResolversTypes['Preset']>, ParentType, ContextType, RequireFields<QueryPresetArgs, 'entityName' | 'name'>>;
  presetVersion?: Resolver<Maybe<ResolversTypes['PresetVersion']>, ParentType, ContextType, RequireFields<QueryPresetVersionArgs, 'id'>>;
  presetLayers?: Resolver<ReadonlyArray<ResolversTypes['PresetVersion']>, ParentType, ContextType, RequireFields<QueryPresetLayersArgs, 'presets'>>;
  presetDiff?: Resolver<ReadonlyArray<ResolversTypes['PresetDifference']>, ParentType, ContextType, RequireFields<QueryPresetDiffArgs, 'fromID' | 'toID'>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, Partial<QueryProjectArgs>>;
  model?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, Partial<QueryModelArgs>>;
  models?: Resolver<Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<QueryModelsArgs>>;
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType, RequireFields<QueryRunQueueItemArgs, 'id'>>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  noop?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, Partial<MutationNoopArgs>>;
  createUser?: Resolver<Maybe<ResolversTypes['CreateUserPayload']>, ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  updateUser?: Resolver<Maybe<ResolversTypes['UpdateUserPayload']>, ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'input'>>;
  generateApiKey?: Resolver<Maybe<ResolversTypes['GenerateApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationGenerateApiKeyArgs, 'input'>>;
  deleteApiKey?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteApiKeyArgs, 'input'>>;
  createLoginLink?: Resolver<Maybe<ResolversTypes['CreateLoginLinkPayload']>, ParentType, ContextType, RequireFields<MutationCreateLoginLinkArgs, 'input'>>;
  openSession?: Resolver<Maybe<ResolversTypes['OpenSessionPayload']>, ParentType, ContextType, RequireFields<MutationOpenSessionArgs, 'input'>>;
  setPassword?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationSetPasswordArgs, 'input'>>;
  updateViewer?: Resolver<Maybe<ResolversTypes['UpdateViewerPayload']>, ParentType, ContextType, RequireFields<MutationUpdateViewerArgs, 'input'>>;
  closeSession?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, Partial<MutationCloseSessionArgs>>;
  setOrganization?: Resolver<Maybe<ResolversTypes['SetOrganizationPayload']>, ParentType, ContextType, RequireFields<MutationSetOrganizationArgs, 'input'>>;
  createTeam?: Resolver<Maybe<ResolversTypes['CreateTeamPayload']>, ParentType, ContextType, RequireFields<MutationCreateTeamArgs, 'input'>>;
  addTeamMember?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationAddTeamMemberArgs, 'input'>>;
  removeTeamMember?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationRemoveTeamMemberArgs, 'input'>>;
  createInvite?: Resolver<Maybe<ResolversTypes['CreateInvitePayload']>, ParentType, ContextType, RequireFields<MutationCreateInviteArgs, 'input'>>;
  deleteInvite?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteInviteArgs, 'input'>>;
  createArtifactType?: Resolver<Maybe<ResolversTypes['CreateArtifactTypePayload']>, ParentType, ContextType, RequireFields<MutationCreateArtifactTypeArgs, 'input'>>;
  createArtifact?: Resolver<Maybe<ResolversTypes['CreateArtifactPayload']>, ParentType, ContextType, RequireFields<MutationCreateArtifactArgs, 'input'>>;
  createArtifactManifest?: Resolver<Maybe<ResolversTypes['CreateArtifactManifestPayload']>, ParentType, ContextType, RequireFields<MutationCreateArtifactManifestArgs, 'input'>>;
  updateArtifactManifest?: Resolver<Maybe<ResolversTypes['UpdateArtifactManifestPayload']>, ParentType, ContextType, RequireFields<MutationUpdateArtifactManifestArgs, 'input'>>;
  createArtifactFiles?: Resolver<Maybe<ResolversTypes['CreateArtifactFilesPayload']>, ParentType, ContextType, RequireFields<MutationCreateArtifactFilesArgs, 'input'>>;
  completeMultipartUploadArtifact?: Resolver<Maybe<ResolversTypes['CompleteMultipartUploadArtifactPayload']>, ParentType, ContextType, RequireFields<MutationCompleteMultipartUploadArtifactArgs, 'input'>>;
  commitArtifact?: Resolver<Maybe<ResolversTypes['CommitArtifactPayload']>, ParentType, ContextType, RequireFields<MutationCommitArtifactArgs, 'input'>>;
  updateArtifact?: Resolver<Maybe<ResolversTypes['UpdateArtifactPayload']>, ParentType, ContextType, RequireFields<MutationUpdateArtifactArgs, 'input'>>;
  deleteArtifact?: Resolver<Maybe<ResolversTypes['DeleteArtifactPayload']>, ParentType, ContextType, RequireFields<MutationDeleteArtifactArgs, 'input'>>;
  useArtifact?: Resolver<Maybe<ResolversTypes['UseArtifactPayload']>, ParentType, ContextType, RequireFields<MutationUseArtifactArgs, 'input'>>;
  addAliases?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationAddAliasesArgs, 'input'>>;
  deleteAliases?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAliasesArgs, 'input'>>;
  updateArtifactSequence?: Resolver<Maybe<ResolversTypes['UpdateArtifactCollectionPayload']>, ParentType, ContextType, RequireFields<MutationUpdateArtifactSequenceArgs, 'input'>>;
  moveArtifactSequence?: Resolver<Maybe<ResolversTypes['UpdateArtifactCollectionPayload']>, ParentType, ContextType, RequireFields<MutationMoveArtifactSequenceArgs, 'input'>>;
  deleteArtifactSequence?: Resolver<Maybe<ResolversTypes['DeleteArtifactCollectionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteArtifactSequenceArgs, 'input'>>;
  linkArtifact?: Resolver<Maybe<ResolversTypes['LinkArtifactPayload']>, ParentType, ContextType, RequireFields<MutationLinkArtifactArgs, 'input'>>;
  unlinkArtifact?: Resolver<Maybe<ResolversTypes['UnlinkArtifactPayload']>, ParentType, ContextType, RequireFields<MutationUnlinkArtifactArgs, 'input'>>;
  updateArtifactPortfolio?: Resolver<Maybe<ResolversTypes['UpdateArtifactCollectionPayload']>, ParentType, ContextType, RequireFields<MutationUpdateArtifactPortfolioArgs, 'input'>>;
  deleteArtifactPortfolio?: Resolver<Maybe<ResolversTypes['DeleteArtifactCollectionPayload']>, ParentType, ContextType, RequireFields<MutationDeleteArtifactPortfolioArgs, 'input'>>;
  createArtifactCollectionTagAssignments?: Resolver<Maybe<ResolversTypes['CreateArtifactCollectionTagAssignmentsPayload']>, ParentType, ContextType, RequireFields<MutationCreateArtifactCollectionTagAssignmentsArgs, 'input'>>;
  deleteArtifactCollectionTagAssignments?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteArtifactCollectionTagAssignmentsArgs, 'input'>>;
  createRunFiles?: Resolver<Maybe<ResolversTypes['CreateRunFilesPayload']>, ParentType, ContextType, RequireFields<MutationCreateRunFilesArgs, 'input'>>;
  markRunFilesUploaded?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationMarkRunFilesUploadedArgs, 'input'>>;
  deleteFiles?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteFilesArgs, 'input'>>;
  createLaunchAgent?: Resolver<Maybe<ResolversTypes['CreateLaunchAgentPayload']>, ParentType, ContextType, RequireFields<MutationCreateLaunchAgentArgs, 'input'>>;
  updateLaunchAgent?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationUpdateLaunchAgentArgs, 'input'>>;
  leaseRunQueueItems?: Resolver<Maybe<ResolversTypes['LeaseRunQueueItemsPayload']>, ParentType, ContextType, RequireFields<MutationLeaseRunQueueItemsArgs, 'input'>>;
  launchAgentHeartbeat?: Resolver<Maybe<ResolversTypes['LaunchAgentHeartbeatPayload']>, ParentType, ContextType, RequireFields<MutationLaunchAgentHeartbeatArgs, 'input'>>;
  drainLaunchAgent?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDrainLaunchAgentArgs, 'input'>>;
  stopLaunchAgent?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationStopLaunchAgentArgs, 'input'>>;
  savePreset?: Resolver<Maybe<ResolversTypes['SavePresetPayload']>, ParentType, ContextType, RequireFields<MutationSavePresetArgs, 'input'>>;
  deletePreset?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeletePresetArgs, 'input'>>;
  upsertModel?: Resolver<Maybe<ResolversTypes['UpsertModelPayload']>, ParentType, ContextType, RequireFields<MutationUpsertModelArgs, 'input'>>;
  createDefaultResourceConfig?: Resolver<Maybe<ResolversTypes['CreateDefaultResourceConfigPayload']>, ParentType, ContextType, RequireFields<MutationCreateDefaultResourceConfigArgs, 'input'>>;
  createRunQueue?: Resolver<Maybe<ResolversTypes['CreateRunQueuePayload']>, ParentType, ContextType, RequireFields<MutationCreateRunQueueArgs, 'input'>>;
  upsertRunQueue?: Resolver<Maybe<ResolversTypes['UpsertRunQueuePayload']>, ParentType, ContextType, RequireFields<MutationUpsertRunQueueArgs, 'input'>>;
  deleteRunQueues?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRunQueuesArgs, 'input'>>;
  pauseRunQueue?: Resolver<Maybe<ResolversTypes['RunQueuePayload']>, ParentType, ContextType, RequireFields<MutationPauseRunQueueArgs, 'input'>>;
  resumeRunQueue?: Resolver<Maybe<ResolversTypes['RunQueuePayload']>, ParentType, ContextType, RequireFields<MutationResumeRunQueueArgs, 'input'>>;
  pushToRunQueueByName?: Resolver<Maybe<ResolversTypes['PushToRunQueueByNamePayload']>, ParentType, ContextType, RequireFields<MutationPushToRunQueueByNameArgs, 'input'>>;
  pushToRunQueue?: Resolver<Maybe<ResolversTypes['PushToRunQueuePayload']>, ParentType, ContextType, RequireFields<MutationPushToRunQueueArgs, 'input'>>;
  checkLaunch?: Resolver<Maybe<ResolversTypes['CheckLaunchPayload']>, ParentType, ContextType, RequireFields<MutationCheckLaunchArgs, 'input'>>;
  deleteFromRunQueue?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteFromRunQueueArgs, 'input'>>;
  cancelRunQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItemPayload']>, ParentType, ContextType, RequireFields<MutationCancelRunQueueItemArgs, 'input'>>;
  cancelRunQueueItems?: Resolver<Maybe<ResolversTypes['RunQueueItemsPayload']>, ParentType, ContextType, RequireFields<MutationCancelRunQueueItemsArgs, 'input'>>;
  updateRunQueueItems?: Resolver<Maybe<ResolversTypes['RunQueueItemsPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRunQueueItemsArgs, 'input'>>;
  retryRunQueueItem?: Resolver<Maybe<ResolversTypes['RetryRunQueueItemPayload']>, ParentType, ContextType, RequireFields<MutationRetryRunQueueItemArgs, 'input'>>;
  popFromRunQueue?: Resolver<Maybe<ResolversTypes['PopFromRunQueuePayload']>, ParentType, ContextType, RequireFields<MutationPopFromRunQueueArgs, 'input'>>;
  ackRunQueueItem?: Resolver<Maybe<ResolversTypes['AckRunQueueItemPayload']>, ParentType, ContextType, RequireFields<MutationAckRunQueueItemArgs, 'input'>>;
  failRunQueueItem?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationFailRunQueueItemArgs, 'input'>>;
  updateRunQueueItemWarning?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRunQueueItemWarningArgs, 'input'>>;
  finishRunQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItemPayload']>, ParentType, ContextType, RequireFields<MutationFinishRunQueueItemArgs, 'input'>>;
  appendRunQueueItemLog?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationAppendRunQueueItemLogArgs, 'input'>>;
  stopRuns?: Resolver<Maybe<ResolversTypes['RunsPayload']>, ParentType, ContextType, RequireFields<MutationStopRunsArgs, 'input'>>;
  deleteRuns?: Resolver<Maybe<ResolversTypes['RunsPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRunsArgs, 'input'>>;
  tagRuns?: Resolver<Maybe<ResolversTypes['RunsPayload']>, ParentType, ContextType, RequireFields<MutationTagRunsArgs, 'input'>>;
  upsertBucket?: Resolver<Maybe<ResolversTypes['UpsertBucketPayload']>, ParentType, ContextType, RequireFields<MutationUpsertBucketArgs, 'input'>>;
  deleteRun?: Resolver<Maybe<ResolversTypes['DeleteRunPayload']>, ParentType, ContextType, RequireFields<MutationDeleteRunArgs, 'input'>>;
  stopRun?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationStopRunArgs, 'input'>>;
  updateRunState?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRunStateArgs, 'input'>>;
  rewindRun?: Resolver<Maybe<ResolversTypes['RewindRunPayload']>, ParentType, ContextType, RequireFields<MutationRewindRunArgs, 'input'>>;
  moveRuns?: Resolver<Maybe<ResolversTypes['MoveRunsPayload']>, ParentType, ContextType, RequireFields<MutationMoveRunsArgs, 'input'>>;
  notifyScriptableRunAlert?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationNotifyScriptableRunAlertArgs, 'input'>>;
  setSecret?: Resolver<Maybe<ResolversTypes['SetSecretPayload']>, ParentType, ContextType, RequireFields<MutationSetSecretArgs, 'input'>>;
  deleteSecret?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSecretArgs, 'input'>>;
  readItemSecrets?: Resolver<Maybe<ResolversTypes['ReadItemSecretsPayload']>, ParentType, ContextType, RequireFields<MutationReadItemSecretsArgs, 'input'>>;
  upsertSweep?: Resolver<Maybe<ResolversTypes['UpsertSweepPayload']>, ParentType, ContextType, RequireFields<MutationUpsertSweepArgs, 'input'>>;
  deleteSweep?: Resolver<Maybe<ResolversTypes['SuccessPayload']>, ParentType, ContextType, RequireFields<MutationDeleteSweepArgs, 'input'>>;
  createAgent?: Resolver<Maybe<ResolversTypes['CreateAgentPayload']>, ParentType, ContextType, RequireFields<MutationCreateAgentArgs, 'input'>>;
  agentHeartbeat?: Resolver<Maybe<ResolversTypes['AgentHeartbeatPayload']>, ParentType, ContextType, RequireFields<MutationAgentHeartbeatArgs, 'input'>>;
  enqueueSweepRun?: Resolver<Maybe<ResolversTypes['EnqueueSweepRunPayload']>, ParentType, ContextType, RequireFields<MutationEnqueueSweepRunArgs, 'input'>>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  changes?: SubscriptionResolver<ResolversTypes['Change'], "changes", ParentType, ContextType, RequireFields<SubscriptionChangesArgs, 'of'>>;
};

export type ServerInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  cliVersionInfo?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  latestLocalVersionInfo?: Resolver<Maybe<ResolversTypes['LatestLocalVersionInfo']>, ParentType, ContextType>;
  features?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ServerFeature']>>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LatestLocalVersionInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LatestLocalVersionInfo'] = ResolversParentTypes['LatestLocalVersionInfo']> = {
  outOfDate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  latestVersionString?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  versionOnThisInstanceString?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ServerFeatureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerFeature'] = ResolversParentTypes['ServerFeature']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ServerSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerSettings'] = ResolversParentTypes['ServerSettings']> = {
  serverMessages?: Resolver<ReadonlyArray<ResolversTypes['ServerMessage']>, ParentType, ContextType>;
};

export type ServerMessageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerMessage'] = ResolversParentTypes['ServerMessage']> = {
  utfText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plainText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  htmlText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageLevel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface JsonStringScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONString'], any> {
  name: 'JSONString';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface Int64ScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Int64'], any> {
  name: 'Int64';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  admin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  flags?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  apiKeys?: Resolver<Maybe<ResolversTypes['ApiKeyConnection']>, ParentType, ContextType, Partial<UserApiKeysArgs>>;
  hasPassword?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  teams?: Resolver<Maybe<ResolversTypes['EntityConnection']>, ParentType, ContextType, Partial<UserTeamsArgs>>;
  organizations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Organization']>>, ParentType, ContextType>;
  photoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accountType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isTeam?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  entityType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  available?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  photoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  readOnlyAdmin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  privateOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  isPaid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  storageBytes?: Resolver<Maybe<ResolversTypes['Int64']>, ParentType, ContextType>;
  codeSavingEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  defaultAccess?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  limits?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Member']>>, ParentType, ContextType>;
  membersConnection?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, Partial<EntityMembersConnectionArgs>>;
  memberCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  canChangeMembers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  xxhashDigestsEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  jobs?: Resolver<Maybe<ResolversTypes['JobConnection']>, ParentType, ContextType, Partial<EntityJobsArgs>>;
  launchAgents?: Resolver<Maybe<ResolversTypes['LaunchAgentConnection']>, ParentType, ContextType, Partial<EntityLaunchAgentsArgs>>;
  presets?: Resolver<Maybe<ResolversTypes['PresetConnection']>, ParentType, ContextType, Partial<EntityPresetsArgs>>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType, Partial<EntityProjectArgs>>;
  projects?: Resolver<Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, Partial<EntityProjectsArgs>>;
  defaultResourceConfig?: Resolver<Maybe<ResolversTypes['DefaultResourceConfig']>, ParentType, ContextType, RequireFields<EntityDefaultResourceConfigArgs, 'id'>>;
  runQueues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RunQueue']>>, ParentType, ContextType>;
  runQueuesConnection?: Resolver<Maybe<ResolversTypes['RunQueueConnection']>, ParentType, ContextType, Partial<EntityRunQueuesConnectionArgs>>;
  runQueue?: Resolver<Maybe<ResolversTypes['RunQueue']>, ParentType, ContextType, RequireFields<EntityRunQueueArgs, 'name'>>;
  runQueueItems?: Resolver<Maybe<ResolversTypes['RunQueueItemConnection']>, ParentType, ContextType, Partial<EntityRunQueueItemsArgs>>;
  refusedLaunches?: Resolver<Maybe<ResolversTypes['RefusedLaunchConnection']>, ParentType, ContextType, Partial<EntityRefusedLaunchesArgs>>;
  runCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<EntityRunCountArgs>>;
  runKeys?: Resolver<Maybe<ResolversTypes['RunKeyConnection']>, ParentType, ContextType, Partial<EntityRunKeysArgs>>;
  runGroups?: Resolver<Maybe<ResolversTypes['RunGroupConnection']>, ParentType, ContextType, RequireFields<EntityRunGroupsArgs, 'by'>>;
  runs?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<EntityRunsArgs>>;
  secrets?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Secret']>>, ParentType, ContextType>;
  secretsConnection?: Resolver<Maybe<ResolversTypes['SecretConnection']>, ParentType, ContextType, Partial<EntitySecretsConnectionArgs>>;
  sweeps?: Resolver<Maybe<ResolversTypes['SweepConnection']>, ParentType, ContextType, Partial<EntitySweepsArgs>>;
};

export type EntityConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EntityConnection'] = ResolversParentTypes['EntityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EntityEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EntityEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EntityEdge'] = ResolversParentTypes['EntityEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MemberResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  admin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pending?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photoUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accountType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  apiKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orgEntity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  coreWeaveOrganizationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  featureFlags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FeatureFlag']>>, ParentType, ContextType, Partial<OrganizationFeatureFlagsArgs>>;
};

export type FeatureFlagResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FeatureFlag'] = ResolversParentTypes['FeatureFlag']> = {
  rampKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SetOrganizationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetOrganizationPayload'] = ResolversParentTypes['SetOrganizationPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SuccessPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SuccessPayload'] = ResolversParentTypes['SuccessPayload']> = {
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateUserPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateUserPayload'] = ResolversParentTypes['CreateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  apiKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateUserPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateUserPayload'] = ResolversParentTypes['UpdateUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GenerateApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GenerateApiKeyPayload'] = ResolversParentTypes['GenerateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateTeamPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateTeamPayload'] = ResolversParentTypes['CreateTeamPayload']> = {
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateInvitePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateInvitePayload'] = ResolversParentTypes['CreateInvitePayload']> = {
  invite?: Resolver<Maybe<ResolversTypes['Invite']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InviteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Invite'] = ResolversParentTypes['Invite']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  toUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CreateLoginLinkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateLoginLinkPayload'] = ResolversParentTypes['CreateLoginLinkPayload']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OpenSessionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OpenSessionPayload'] = ResolversParentTypes['OpenSessionPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateViewerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateViewerPayload'] = ResolversParentTypes['UpdateViewerPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateArtifactTypePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateArtifactTypePayload'] = ResolversParentTypes['CreateArtifactTypePayload']> = {
  artifactType?: Resolver<Maybe<ResolversTypes['ArtifactType']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateArtifactPayload'] = ResolversParentTypes['CreateArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateArtifactManifestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateArtifactManifestPayload'] = ResolversParentTypes['CreateArtifactManifestPayload']> = {
  artifactManifest?: Resolver<ResolversTypes['ArtifactManifest'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateArtifactManifestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateArtifactManifestPayload'] = ResolversParentTypes['UpdateArtifactManifestPayload']> = {
  artifactManifest?: Resolver<ResolversTypes['ArtifactManifest'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateArtifactFilesPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateArtifactFilesPayload'] = ResolversParentTypes['CreateArtifactFilesPayload']> = {
  files?: Resolver<ResolversTypes['FileConnection'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CompleteMultipartUploadArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CompleteMultipartUploadArtifactPayload'] = ResolversParentTypes['CompleteMultipartUploadArtifactPayload']> = {
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CommitArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CommitArtifactPayload'] = ResolversParentTypes['CommitArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateArtifactPayload'] = ResolversParentTypes['UpdateArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeleteArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteArtifactPayload'] = ResolversParentTypes['DeleteArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UseArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UseArtifactPayload'] = ResolversParentTypes['UseArtifactPayload']> = {
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateArtifactCollectionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateArtifactCollectionPayload'] = ResolversParentTypes['UpdateArtifactCollectionPayload']> = {
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeleteArtifactCollectionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteArtifactCollectionPayload'] = ResolversParentTypes['DeleteArtifactCollectionPayload']> = {
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkArtifactPayload'] = ResolversParentTypes['LinkArtifactPayload']> = {
  versionIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  artifactMembership?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembership']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnlinkArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnlinkArtifactPayload'] = ResolversParentTypes['UnlinkArtifactPayload']> = {
  artifactID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateArtifactCollectionTagAssignmentsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateArtifactCollectionTagAssignmentsPayload'] = ResolversParentTypes['CreateArtifactCollectionTagAssignmentsPayload']> = {
  tags?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  clientMutationID?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactType'] = ResolversParentTypes['ArtifactType']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType, RequireFields<ArtifactTypeArtifactArgs, 'name'>>;
  artifactSequence?: Resolver<Maybe<ResolversTypes['ArtifactSequence']>, ParentType, ContextType, RequireFields<ArtifactTypeArtifactSequenceArgs, 'name'>>;
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType, RequireFields<ArtifactTypeArtifactCollectionArgs, 'name'>>;
  artifactCollections?: Resolver<Maybe<ResolversTypes['ArtifactCollectionConnection']>, ParentType, ContextType, Partial<ArtifactTypeArtifactCollectionsArgs>>;
};

export type ArtifactTypeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactTypeConnection'] = ResolversParentTypes['ArtifactTypeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactTypeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArtifactTypeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactTypeEdge'] = ResolversParentTypes['ArtifactTypeEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['ArtifactType']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactCollectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollection'] = ResolversParentTypes['ArtifactCollection']> = {
  __resolveType: TypeResolveFn<'ArtifactSequence' | 'ArtifactPortfolio', ParentType, ContextType>;
};

export type ArtifactSequenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactSequence'] = ResolversParentTypes['ArtifactSequence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactCollectionState']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  defaultArtifactType?: Resolver<ResolversTypes['ArtifactType'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ResolversTypes['TagConnection']>, ParentType, ContextType, Partial<ArtifactSequenceTagsArgs>>;
  aliases?: Resolver<Maybe<ResolversTypes['ArtifactAliasConnection']>, ParentType, ContextType, Partial<ArtifactSequenceAliasesArgs>>;
  artifacts?: Resolver<Maybe<ResolversTypes['VersionedArtifactConnection']>, ParentType, ContextType, Partial<ArtifactSequenceArtifactsArgs>>;
  artifactMembership?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembership']>, ParentType, ContextType, RequireFields<ArtifactSequenceArtifactMembershipArgs, 'aliasName'>>;
  latestArtifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  digestAlgorithm?: Resolver<Maybe<ResolversTypes['ArtifactDigestAlgorithm']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArtifactPortfolioResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactPortfolio'] = ResolversParentTypes['ArtifactPortfolio']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactCollectionState']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  defaultArtifactType?: Resolver<ResolversTypes['ArtifactType'], ParentType, ContextType>;
  tags?: Resolver<Maybe<ResolversTypes['TagConnection']>, ParentType, ContextType, Partial<ArtifactPortfolioTagsArgs>>;
  aliases?: Resolver<Maybe<ResolversTypes['ArtifactAliasConnection']>, ParentType, ContextType, Partial<ArtifactPortfolioAliasesArgs>>;
  artifacts?: Resolver<Maybe<ResolversTypes['VersionedArtifactConnection']>, ParentType, ContextType, Partial<ArtifactPortfolioArtifactsArgs>>;
  artifactMembership?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembership']>, ParentType, ContextType, RequireFields<ArtifactPortfolioArtifactMembershipArgs, 'aliasName'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArtifactCollectionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollectionConnection'] = ResolversParentTypes['ArtifactCollectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactCollectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ArtifactCollectionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollectionEdge'] = ResolversParentTypes['ArtifactCollectionEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactCollectionMembershipResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollectionMembership'] = ResolversParentTypes['ArtifactCollectionMembership']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  versionIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  aliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ArtifactAlias']>>, ParentType, ContextType>;
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType>;
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  files?: Resolver<Maybe<ResolversTypes['FileConnection']>, ParentType, ContextType, Partial<ArtifactCollectionMembershipFilesArgs>>;
};

export type ArtifactCollectionMembershipConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollectionMembershipConnection'] = ResolversParentTypes['ArtifactCollectionMembershipConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactCollectionMembershipEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArtifactCollectionMembershipEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCollectionMembershipEdge'] = ResolversParentTypes['ArtifactCollectionMembershipEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembership']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Artifact'] = ResolversParentTypes['Artifact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  artifactSequence?: Resolver<ResolversTypes['ArtifactSequence'], ParentType, ContextType>;
  artifactType?: Resolver<ResolversTypes['ArtifactType'], ParentType, ContextType>;
  versionIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metadata?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ArtifactState'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digestAlgorithm?: Resolver<Maybe<ResolversTypes['ArtifactDigestAlgorithm']>, ParentType, ContextType>;
  fileCount?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  commitHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  historyStep?: Resolver<Maybe<ResolversTypes['Int64']>, ParentType, ContextType>;
  ttlDurationSeconds?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  ttlIsInherited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['ArtifactAlias']>, ParentType, ContextType>;
  artifactMemberships?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembershipConnection']>, ParentType, ContextType, Partial<ArtifactArtifactMembershipsArgs>>;
  currentManifest?: Resolver<Maybe<ResolversTypes['ArtifactManifest']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['ArtifactCreator']>, ParentType, ContextType>;
  usedBy?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<ArtifactUsedByArgs>>;
  files?: Resolver<Maybe<ResolversTypes['FileConnection']>, ParentType, ContextType, Partial<ArtifactFilesArgs>>;
  filesByManifestEntries?: Resolver<Maybe<ResolversTypes['FileConnection']>, ParentType, ContextType, Partial<ArtifactFilesByManifestEntriesArgs>>;
  jobVersion?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType>;
};

export type ArtifactCreatorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactCreator'] = ResolversParentTypes['ArtifactCreator']> = {
  __resolveType: TypeResolveFn<'Run' | 'User', ParentType, ContextType>;
};

export type ArtifactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactConnection'] = ResolversParentTypes['ArtifactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InputArtifactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InputArtifactConnection'] = ResolversParentTypes['InputArtifactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ArtifactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactEdge'] = ResolversParentTypes['ArtifactEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VersionedArtifactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VersionedArtifactConnection'] = ResolversParentTypes['VersionedArtifactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VersionedArtifactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VersionedArtifactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VersionedArtifactEdge'] = ResolversParentTypes['VersionedArtifactEdge']> = {
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactAliasResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactAlias'] = ResolversParentTypes['ArtifactAlias']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  alias?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType>;
  artifactCollectionName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArtifactAliasConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactAliasConnection'] = ResolversParentTypes['ArtifactAliasConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactAliasEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArtifactAliasEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactAliasEdge'] = ResolversParentTypes['ArtifactAliasEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['ArtifactAlias']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TagResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tagCategoryName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TagConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TagConnection'] = ResolversParentTypes['TagConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TagEdge']>, ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
};

export type ArtifactManifestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactManifest'] = ResolversParentTypes['ArtifactManifest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType>;
};

export type ClientIdMappingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClientIDMapping'] = ResolversParentTypes['ClientIDMapping']> = {
  serverID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type FileResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['File'] = ResolversParentTypes['File']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<FileUrlArgs>>;
  directUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploadHeaders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  uploadMultipartUrls?: Resolver<Maybe<ResolversTypes['UploadMultipartUrls']>, ParentType, ContextType>;
  sizeBytes?: Resolver<Maybe<ResolversTypes['Int64']>, ParentType, ContextType>;
  storagePath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mimetype?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  md5?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
};

export type UploadMultipartUrlsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UploadMultipartUrls'] = ResolversParentTypes['UploadMultipartUrls']> = {
  uploadID?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uploadUrlParts?: Resolver<ReadonlyArray<ResolversTypes['UploadUrlPart']>, ParentType, ContextType>;
};

export type UploadUrlPartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UploadUrlPart'] = ResolversParentTypes['UploadUrlPart']> = {
  partNumber?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  uploadUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FileConnection'] = ResolversParentTypes['FileConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FileEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uploadHeaders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type FileEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FileEdge'] = ResolversParentTypes['FileEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['File']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateRunFilesPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateRunFilesPayload'] = ResolversParentTypes['CreateRunFilesPayload']> = {
  runID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  uploadHeaders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RunFileUpload']>>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunFileUploadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunFileUpload'] = ResolversParentTypes['RunFileUpload']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uploadUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ParquetHistoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParquetHistory'] = ResolversParentTypes['ParquetHistory']> = {
  parquetUrls?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  liveData?: Resolver<ReadonlyArray<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type LogMatchesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogMatches'] = ResolversParentTypes['LogMatches']> = {
  lines?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  nextLine?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LogLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogLine'] = ResolversParentTypes['LogLine']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timestamp?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LogLineConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogLineConnection'] = ResolversParentTypes['LogLineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LogLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LogLineEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogLineEdge'] = ResolversParentTypes['LogLineEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['LogLine']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  latestVersion?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType>;
  versions?: Resolver<Maybe<ResolversTypes['JobVersionConnection']>, ParentType, ContextType, Partial<JobVersionsArgs>>;
  runs?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<JobRunsArgs>>;
};

export type JobConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobVersion'] = ResolversParentTypes['JobVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versionIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  sourceArtifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType>;
  entryPoint?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  runtime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  isPartial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inputs?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  inputTypes?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  configFiles?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  inputUsage?: Resolver<ReadonlyArray<ResolversTypes['InputUsage']>, ParentType, ContextType>;
  runs?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<JobVersionRunsArgs>>;
  earlierLaunches?: Resolver<ReadonlyArray<ResolversTypes['EarlierLaunches']>, ParentType, ContextType, RequireFields<JobVersionEarlierLaunchesArgs, 'overrides'>>;
};

export type InputUsageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InputUsage'] = ResolversParentTypes['InputUsage']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type JobVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobVersionConnection'] = ResolversParentTypes['JobVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JobVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type JobVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobVersionEdge'] = ResolversParentTypes['JobVersionEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LaunchAgentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchAgentConnection'] = ResolversParentTypes['LaunchAgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LaunchAgentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LaunchAgentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchAgentEdge'] = ResolversParentTypes['LaunchAgentEdge']> = {
  node?: Resolver<ResolversTypes['LaunchAgent'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LaunchAgentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchAgent'] = ResolversParentTypes['LaunchAgent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queues?: Resolver<ReadonlyArray<ResolversTypes['RunQueue']>, ParentType, ContextType>;
  runQueueItems?: Resolver<Maybe<ResolversTypes['RunQueueItemConnection']>, ParentType, ContextType, Partial<LaunchAgentRunQueueItemsArgs>>;
  heldItems?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  heldCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runQueues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  hostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agentStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agentConfig?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stopPolling?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreateLaunchAgentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateLaunchAgentPayload'] = ResolversParentTypes['CreateLaunchAgentPayload']> = {
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  launchAgentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeaseRunQueueItemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeaseRunQueueItemsPayload'] = ResolversParentTypes['LeaseRunQueueItemsPayload']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['LeasedRunQueueItem']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeasedRunQueueItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeasedRunQueueItem'] = ResolversParentTypes['LeasedRunQueueItem']> = {
  runQueueItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  runSpec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  queueName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queueEntityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leaseEndsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LaunchAgentHeartbeatPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchAgentHeartbeatPayload'] = ResolversParentTypes['LaunchAgentHeartbeatPayload']> = {
  stopPolling?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stopRunQueueItemIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  lostRunQueueItemIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  kind?: Resolver<ResolversTypes['WatchKind'], ParentType, ContextType>;
  entityName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  aspects?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PresetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Preset'] = ResolversParentTypes['Preset']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  jobPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  latestVersion?: Resolver<Maybe<ResolversTypes['PresetVersion']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['PresetVersion']>, ParentType, ContextType, RequireFields<PresetVersionArgs, 'name'>>;
  versions?: Resolver<Maybe<ResolversTypes['PresetVersionConnection']>, ParentType, ContextType, Partial<PresetVersionsArgs>>;
};

export type PresetConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetConnection'] = ResolversParentTypes['PresetConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PresetEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PresetEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetEdge'] = ResolversParentTypes['PresetEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Preset']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PresetVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetVersion'] = ResolversParentTypes['PresetVersion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  versionIndex?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  preset?: Resolver<ResolversTypes['Preset'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  basedOn?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PresetVersion']>>, ParentType, ContextType>;
  resolved?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType, RequireFields<PresetVersionProblemsArgs, 'job'>>;
};

export type PresetVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetVersionConnection'] = ResolversParentTypes['PresetVersionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PresetVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PresetVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetVersionEdge'] = ResolversParentTypes['PresetVersionEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['PresetVersion']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PresetDifferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PresetDifference'] = ResolversParentTypes['PresetDifference']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  isSetFrom?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSetTo?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SavePresetPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavePresetPayload'] = ResolversParentTypes['SavePresetPayload']> = {
  presetVersion?: Resolver<Maybe<ResolversTypes['PresetVersion']>, ParentType, ContextType>;
  isNew?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  internalId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  access?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  views?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  isBenchmark?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  repo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dockerImage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType, RequireFields<ProjectArtifactArgs, 'name'>>;
  artifactType?: Resolver<Maybe<ResolversTypes['ArtifactType']>, ParentType, ContextType, RequireFields<ProjectArtifactTypeArgs, 'name'>>;
  artifactTypes?: Resolver<Maybe<ResolversTypes['ArtifactTypeConnection']>, ParentType, ContextType, Partial<ProjectArtifactTypesArgs>>;
  artifactCollection?: Resolver<Maybe<ResolversTypes['ArtifactCollection']>, ParentType, ContextType, RequireFields<ProjectArtifactCollectionArgs, 'name'>>;
  artifactCollections?: Resolver<Maybe<ResolversTypes['ArtifactCollectionConnection']>, ParentType, ContextType, Partial<ProjectArtifactCollectionsArgs>>;
  artifactCollectionMembership?: Resolver<Maybe<ResolversTypes['ArtifactCollectionMembership']>, ParentType, ContextType, RequireFields<ProjectArtifactCollectionMembershipArgs, 'name'>>;
  jobs?: Resolver<Maybe<ResolversTypes['JobConnection']>, ParentType, ContextType, Partial<ProjectJobsArgs>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<ProjectJobArgs, 'name'>>;
  jobVersion?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType, RequireFields<ProjectJobVersionArgs, 'name'>>;
  runQueues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RunQueue']>>, ParentType, ContextType>;
  runQueue?: Resolver<Maybe<ResolversTypes['RunQueue']>, ParentType, ContextType, RequireFields<ProjectRunQueueArgs, 'name'>>;
  runKeys?: Resolver<Maybe<ResolversTypes['RunKeyConnection']>, ParentType, ContextType, Partial<ProjectRunKeysArgs>>;
  runGroups?: Resolver<Maybe<ResolversTypes['RunGroupConnection']>, ParentType, ContextType, RequireFields<ProjectRunGroupsArgs, 'by'>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<ProjectRunArgs, 'name'>>;
  bucket?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<ProjectBucketArgs, 'name'>>;
  runs?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<ProjectRunsArgs>>;
  buckets?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<ProjectBucketsArgs>>;
  runCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<ProjectRunCountArgs>>;
  sweep?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType, RequireFields<ProjectSweepArgs, 'sweepName'>>;
  sweeps?: Resolver<Maybe<ResolversTypes['SweepConnection']>, ParentType, ContextType, Partial<ProjectSweepsArgs>>;
  totalSweeps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpsertModelPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertModelPayload'] = ResolversParentTypes['UpsertModelPayload']> = {
  model?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  inserted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateDefaultResourceConfigPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateDefaultResourceConfigPayload'] = ResolversParentTypes['CreateDefaultResourceConfigPayload']> = {
  defaultResourceConfigID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateRunQueuePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateRunQueuePayload'] = ResolversParentTypes['CreateRunQueuePayload']> = {
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  queueID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpsertRunQueuePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertRunQueuePayload'] = ResolversParentTypes['UpsertRunQueuePayload']> = {
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  configSchemaValidationErrors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueuePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueuePayload'] = ResolversParentTypes['RunQueuePayload']> = {
  runQueue?: Resolver<Maybe<ResolversTypes['RunQueue']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PushToRunQueueByNamePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PushToRunQueueByNamePayload'] = ResolversParentTypes['PushToRunQueueByNamePayload']> = {
  runQueueItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  runSpec?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Problem']>>, ParentType, ContextType>;
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PushToRunQueuePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PushToRunQueuePayload'] = ResolversParentTypes['PushToRunQueuePayload']> = {
  runQueueItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CheckLaunchPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckLaunchPayload'] = ResolversParentTypes['CheckLaunchPayload']> = {
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  runSpec?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  earlierLaunches?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItem']>, ParentType, ContextType, Partial<CheckLaunchPayloadEarlierLaunchesArgs>>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RetryRunQueueItemPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RetryRunQueueItemPayload'] = ResolversParentTypes['RetryRunQueueItemPayload']> = {
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueueItemPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemPayload'] = ResolversParentTypes['RunQueueItemPayload']> = {
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueueItemsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemsPayload'] = ResolversParentTypes['RunQueueItemsPayload']> = {
  runQueueItems?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  refused?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItemRefusal']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueueItemRefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemRefusal'] = ResolversParentTypes['RunQueueItemRefusal']> = {
  runQueueItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PopFromRunQueuePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PopFromRunQueuePayload'] = ResolversParentTypes['PopFromRunQueuePayload']> = {
  runQueueItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  runSpec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AckRunQueueItemPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AckRunQueueItemPayload'] = ResolversParentTypes['AckRunQueueItemPayload']> = {
  success?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueueConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueConnection'] = ResolversParentTypes['RunQueueConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunQueueEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RunQueueEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueEdge'] = ResolversParentTypes['RunQueueEdge']> = {
  node?: Resolver<ResolversTypes['RunQueue'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EarlierLaunchesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EarlierLaunches'] = ResolversParentTypes['EarlierLaunches']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
};

export type RunQueueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueue'] = ResolversParentTypes['RunQueue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  access?: Resolver<Maybe<ResolversTypes['RunQueueAccessType']>, ParentType, ContextType>;
  prioritizationMode?: Resolver<Maybe<ResolversTypes['RunQueuePrioritizationMode']>, ParentType, ContextType>;
  defaultResourceConfigID?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  defaultResourceConfig?: Resolver<Maybe<ResolversTypes['DefaultResourceConfig']>, ParentType, ContextType>;
  externalLinks?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  resource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPaused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pendingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runningCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  launchAgents?: Resolver<ReadonlyArray<ResolversTypes['LaunchAgent']>, ParentType, ContextType>;
  listeningAgentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType, RequireFields<RunQueueRunQueueItemArgs, 'id'>>;
  runQueueItems?: Resolver<Maybe<ResolversTypes['RunQueueItemConnection']>, ParentType, ContextType, Partial<RunQueueRunQueueItemsArgs>>;
  activity?: Resolver<ResolversTypes['RunQueueActivity'], ParentType, ContextType, Partial<RunQueueActivityArgs>>;
  waiting?: Resolver<ResolversTypes['Waiting'], ParentType, ContextType, Partial<RunQueueWaitingArgs>>;
};

export type RunQueueActivityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueActivity'] = ResolversParentTypes['RunQueueActivity']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  spanSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  spans?: Resolver<ReadonlyArray<ResolversTypes['RunQueueActivitySpan']>, ParentType, ContextType>;
};

export type RunQueueActivitySpanResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueActivitySpan'] = ResolversParentTypes['RunQueueActivitySpan']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pushed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claimed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finished?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stopped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  queuedSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  queuedSecondsHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  runSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  runSecondsHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DefaultResourceConfigResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DefaultResourceConfig'] = ResolversParentTypes['DefaultResourceConfig']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  config?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  templateVariables?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TemplateVariable']>>, ParentType, ContextType>;
};

export type TemplateVariableResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TemplateVariable'] = ResolversParentTypes['TemplateVariable']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSONString'], ParentType, ContextType>;
};

export type RunQueueItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItem'] = ResolversParentTypes['RunQueueItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  associatedRunId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runSpec?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  claimedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exitCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  filePaths?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  warnings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RunQueueItemWarning']>>, ParentType, ContextType>;
  stopRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runQueue?: Resolver<Maybe<ResolversTypes['RunQueue']>, ParentType, ContextType>;
  launchAgent?: Resolver<Maybe<ResolversTypes['LaunchAgent']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  jobVersion?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType>;
  inputs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  inputValues?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  origins?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItemOrigin']>, ParentType, ContextType>;
  retryOf?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  retries?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  log?: Resolver<Maybe<ResolversTypes['RunQueueItemLog']>, ParentType, ContextType, Partial<RunQueueItemLogArgs>>;
  waiting?: Resolver<Maybe<ResolversTypes['Waiting']>, ParentType, ContextType>;
};

export type RunQueueItemOriginResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemOrigin'] = ResolversParentTypes['RunQueueItemOrigin']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  inputs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunQueueItemLogResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemLog'] = ResolversParentTypes['RunQueueItemLog']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextOffset?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RunQueueItemWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemWarning'] = ResolversParentTypes['RunQueueItemWarning']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RunQueueItemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemConnection'] = ResolversParentTypes['RunQueueItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunQueueItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RunQueueItemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunQueueItemEdge'] = ResolversParentTypes['RunQueueItemEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RefusedLaunchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefusedLaunch'] = ResolversParentTypes['RefusedLaunch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queueName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RefusedLaunchConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefusedLaunchConnection'] = ResolversParentTypes['RefusedLaunchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RefusedLaunchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RefusedLaunchEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RefusedLaunchEdge'] = ResolversParentTypes['RefusedLaunchEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['RefusedLaunch']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunKey'] = ResolversParentTypes['RunKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isInput?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasNumbers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasOthers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RunKeyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunKeyConnection'] = ResolversParentTypes['RunKeyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunKeyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RunKeyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunKeyEdge'] = ResolversParentTypes['RunKeyEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['RunKey']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunGroup'] = ResolversParentTypes['RunGroup']> = {
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  aggregates?: Resolver<ReadonlyArray<ResolversTypes['RunAggregate']>, ParentType, ContextType>;
  filters?: Resolver<ResolversTypes['JSONString'], ParentType, ContextType>;
};

export type RunAggregateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunAggregate'] = ResolversParentTypes['RunAggregate']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RunGroupConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunGroupConnection'] = ResolversParentTypes['RunGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunGroupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RunGroupEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunGroupEdge'] = ResolversParentTypes['RunGroupEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['RunGroup']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunsPayload'] = ResolversParentTypes['RunsPayload']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  wandbConfig?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType, Partial<RunWandbConfigArgs>>;
  summaryMetrics?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  systemMetrics?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readOnly?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exitcode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stopped?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shouldStop?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  failed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  running?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  sweepName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectId?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  runInfo?: Resolver<Maybe<ResolversTypes['RunInfo']>, ParentType, ContextType>;
  furtherWriters?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  alerts?: Resolver<Maybe<ResolversTypes['RunAlertConnection']>, ParentType, ContextType, Partial<RunAlertsArgs>>;
  inputArtifacts?: Resolver<Maybe<ResolversTypes['InputArtifactConnection']>, ParentType, ContextType, Partial<RunInputArtifactsArgs>>;
  outputArtifacts?: Resolver<Maybe<ResolversTypes['ArtifactConnection']>, ParentType, ContextType, Partial<RunOutputArtifactsArgs>>;
  fileCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  files?: Resolver<Maybe<ResolversTypes['FileConnection']>, ParentType, ContextType, Partial<RunFilesArgs>>;
  historyLineCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  eventsLineCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  logLineCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  historyTail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventsTail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  historyKeys?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, Partial<RunHistoryArgs>>;
  events?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType, Partial<RunEventsArgs>>;
  sampledHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType, RequireFields<RunSampledHistoryArgs, 'specs'>>;
  parquetHistory?: Resolver<Maybe<ResolversTypes['ParquetHistory']>, ParentType, ContextType, RequireFields<RunParquetHistoryArgs, 'liveKeys'>>;
  logLines?: Resolver<Maybe<ResolversTypes['LogLineConnection']>, ParentType, ContextType, Partial<RunLogLinesArgs>>;
  logMatches?: Resolver<ResolversTypes['LogMatches'], ParentType, ContextType, Partial<RunLogMatchesArgs>>;
  jobVersion?: Resolver<Maybe<ResolversTypes['JobVersion']>, ParentType, ContextType>;
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
  inputValues?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, Partial<RunInputValuesArgs>>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobVersionName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['JSON']>>, ParentType, ContextType, RequireFields<RunValuesArgs, 'of'>>;
  sweep?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunAlertResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunAlert'] = ResolversParentTypes['RunAlert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RunAlertConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunAlertConnection'] = ResolversParentTypes['RunAlertConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunAlertEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RunAlertEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunAlertEdge'] = ResolversParentTypes['RunAlertEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['RunAlert']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunInfo'] = ResolversParentTypes['RunInfo']> = {
  program?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  args?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  os?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  python?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  colab?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executable?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codeSaved?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  cpuCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gpuCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gpu?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  git?: Resolver<Maybe<ResolversTypes['GitInfo']>, ParentType, ContextType>;
};

export type GitInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GitInfo'] = ResolversParentTypes['GitInfo']> = {
  remote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpsertBucketPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertBucketPayload'] = ResolversParentTypes['UpsertBucketPayload']> = {
  bucket?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  inserted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  serverSettings?: Resolver<ResolversTypes['ServerSettings'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeleteRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteRunPayload'] = ResolversParentTypes['DeleteRunPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MoveRunsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MoveRunsPayload'] = ResolversParentTypes['MoveRunsPayload']> = {
  runs?: Resolver<ReadonlyArray<ResolversTypes['Run']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RewindRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RewindRunPayload'] = ResolversParentTypes['RewindRunPayload']> = {
  rewoundRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SecretConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecretConnection'] = ResolversParentTypes['SecretConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SecretEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SecretEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SecretEdge'] = ResolversParentTypes['SecretEdge']> = {
  node?: Resolver<ResolversTypes['Secret'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SecretResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Secret'] = ResolversParentTypes['Secret']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variable?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isReadable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  runQueues?: Resolver<ReadonlyArray<ResolversTypes['RunQueue']>, ParentType, ContextType>;
};

export interface SecretValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SecretValue'], any> {
  name: 'SecretValue';
}

export type SetSecretPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetSecretPayload'] = ResolversParentTypes['SetSecretPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['Secret']>, ParentType, ContextType>;
  isNew?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReadItemSecretsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadItemSecretsPayload'] = ResolversParentTypes['ReadItemSecretsPayload']> = {
  secrets?: Resolver<ReadonlyArray<ResolversTypes['ItemSecret']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ItemSecretResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ItemSecret'] = ResolversParentTypes['ItemSecret']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SecretValue'], ParentType, ContextType>;
};

export type SweepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Sweep'] = ResolversParentTypes['Sweep']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  config?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  earlyStopJobRunning?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  bestLoss?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bestRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  controller?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  scheduler?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  controllerRunName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  launch?: Resolver<Maybe<ResolversTypes['SweepLaunch']>, ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runCountExpected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runCap?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, Partial<SweepRunsArgs>>;
  priorRuns?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, Partial<SweepPriorRunsArgs>>;
  points?: Resolver<ResolversTypes['SweepPointConnection'], ParentType, ContextType, Partial<SweepPointsArgs>>;
  agents?: Resolver<ResolversTypes['AgentConnection'], ParentType, ContextType, Partial<SweepAgentsArgs>>;
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<SweepAgentArgs, 'agentName'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
};

export type SweepConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepConnection'] = ResolversParentTypes['SweepConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SweepEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SweepEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepEdge'] = ResolversParentTypes['SweepEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SweepLaunchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepLaunch'] = ResolversParentTypes['SweepLaunch']> = {
  job?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  templateVariables?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  resourceArgs?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  maxItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipLaunched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SweepPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepPoint'] = ResolversParentTypes['SweepPoint']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  runQueueItem?: Resolver<Maybe<ResolversTypes['RunQueueItem']>, ParentType, ContextType>;
};

export type SweepPointConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepPointConnection'] = ResolversParentTypes['SweepPointConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SweepPointEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SweepPointEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SweepPointEdge'] = ResolversParentTypes['SweepPointEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['SweepPoint']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, Partial<AgentRunsArgs>>;
};

export type AgentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgentEdge'] = ResolversParentTypes['AgentEdge']> = {
  node?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpsertSweepPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpsertSweepPayload'] = ResolversParentTypes['UpsertSweepPayload']> = {
  sweep?: Resolver<Maybe<ResolversTypes['Sweep']>, ParentType, ContextType>;
  configValidationWarnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateAgentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateAgentPayload'] = ResolversParentTypes['CreateAgentPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgentHeartbeatPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AgentHeartbeatPayload'] = ResolversParentTypes['AgentHeartbeatPayload']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType>;
  commands?: Resolver<Maybe<ResolversTypes['JSONString']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EnqueueSweepRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EnqueueSweepRunPayload'] = ResolversParentTypes['EnqueueSweepRunPayload']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  runQueueItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['SweepPoint']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WaitingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Waiting'] = ResolversParentTypes['Waiting']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  higherPriorityCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pendingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expectedStartSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recentRunSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  heldBy?: Resolver<Maybe<ResolversTypes['LaunchAgent']>, ParentType, ContextType>;
  runQueue?: Resolver<ResolversTypes['RunQueue'], ParentType, ContextType>;
  agents?: Resolver<ReadonlyArray<ResolversTypes['WaitingAgent']>, ParentType, ContextType>;
};

export type WaitingAgentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WaitingAgent'] = ResolversParentTypes['WaitingAgent']> = {
  launchAgent?: Resolver<ResolversTypes['LaunchAgent'], ParentType, ContextType>;
  maxJobs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  freeRoom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  heldCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runQueueItemIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  LatestLocalVersionInfo?: LatestLocalVersionInfoResolvers<ContextType>;
  ServerFeature?: ServerFeatureResolvers<ContextType>;
  ServerSettings?: ServerSettingsResolvers<ContextType>;
  ServerMessage?: ServerMessageResolvers<ContextType>;
  JSONString?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Int64?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  Entity?: EntityResolvers<ContextType>;
  EntityConnection?: EntityConnectionResolvers<ContextType>;
  EntityEdge?: EntityEdgeResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  FeatureFlag?: FeatureFlagResolvers<ContextType>;
  SetOrganizationPayload?: SetOrganizationPayloadResolvers<ContextType>;
  SuccessPayload?: SuccessPayloadResolvers<ContextType>;
  CreateUserPayload?: CreateUserPayloadResolvers<ContextType>;
  UpdateUserPayload?: UpdateUserPayloadResolvers<ContextType>;
  GenerateApiKeyPayload?: GenerateApiKeyPayloadResolvers<ContextType>;
  CreateTeamPayload?: CreateTeamPayloadResolvers<ContextType>;
  CreateInvitePayload?: CreateInvitePayloadResolvers<ContextType>;
  Invite?: InviteResolvers<ContextType>;
  CreateLoginLinkPayload?: CreateLoginLinkPayloadResolvers<ContextType>;
  OpenSessionPayload?: OpenSessionPayloadResolvers<ContextType>;
  UpdateViewerPayload?: UpdateViewerPayloadResolvers<ContextType>;
  CreateArtifactTypePayload?: CreateArtifactTypePayloadResolvers<ContextType>;
  CreateArtifactPayload?: CreateArtifactPayloadResolvers<ContextType>;
  CreateArtifactManifestPayload?: CreateArtifactManifestPayloadResolvers<ContextType>;
  UpdateArtifactManifestPayload?: UpdateArtifactManifestPayloadResolvers<ContextType>;
  CreateArtifactFilesPayload?: CreateArtifactFilesPayloadResolvers<ContextType>;
  CompleteMultipartUploadArtifactPayload?: CompleteMultipartUploadArtifactPayloadResolvers<ContextType>;
  CommitArtifactPayload?: CommitArtifactPayloadResolvers<ContextType>;
  UpdateArtifactPayload?: UpdateArtifactPayloadResolvers<ContextType>;
  DeleteArtifactPayload?: DeleteArtifactPayloadResolvers<ContextType>;
  UseArtifactPayload?: UseArtifactPayloadResolvers<ContextType>;
  UpdateArtifactCollectionPayload?: UpdateArtifactCollectionPayloadResolvers<ContextType>;
  DeleteArtifactCollectionPayload?: DeleteArtifactCollectionPayloadResolvers<ContextType>;
  LinkArtifactPayload?: LinkArtifactPayloadResolvers<ContextType>;
  UnlinkArtifactPayload?: UnlinkArtifactPayloadResolvers<ContextType>;
  CreateArtifactCollectionTagAssignmentsPayload?: CreateArtifactCollectionTagAssignmentsPayloadResolvers<ContextType>;
  ArtifactType?: ArtifactTypeResolvers<ContextType>;
  ArtifactTypeConnection?: ArtifactTypeConnectionResolvers<ContextType>;
  ArtifactTypeEdge?: ArtifactTypeEdgeResolvers<ContextType>;
  ArtifactCollection?: ArtifactCollectionResolvers<ContextType>;
  ArtifactSequence?: ArtifactSequenceResolvers<ContextType>;
  ArtifactPortfolio?: ArtifactPortfolioResolvers<ContextType>;
  ArtifactCollectionConnection?: ArtifactCollectionConnectionResolvers<ContextType>;
  ArtifactCollectionEdge?: ArtifactCollectionEdgeResolvers<ContextType>;
  ArtifactCollectionMembership?: ArtifactCollectionMembershipResolvers<ContextType>;
  ArtifactCollectionMembershipConnection?: ArtifactCollectionMembershipConnectionResolvers<ContextType>;
  ArtifactCollectionMembershipEdge?: ArtifactCollectionMembershipEdgeResolvers<ContextType>;
  Artifact?: ArtifactResolvers<ContextType>;
  ArtifactCreator?: ArtifactCreatorResolvers<ContextType>;
  ArtifactConnection?: ArtifactConnectionResolvers<ContextType>;
  InputArtifactConnection?: InputArtifactConnectionResolvers<ContextType>;
  ArtifactEdge?: ArtifactEdgeResolvers<ContextType>;
  VersionedArtifactConnection?: VersionedArtifactConnectionResolvers<ContextType>;
  VersionedArtifactEdge?: VersionedArtifactEdgeResolvers<ContextType>;
  ArtifactAlias?: ArtifactAliasResolvers<ContextType>;
  ArtifactAliasConnection?: ArtifactAliasConnectionResolvers<ContextType>;
  ArtifactAliasEdge?: ArtifactAliasEdgeResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  ArtifactManifest?: ArtifactManifestResolvers<ContextType>;
  ClientIDMapping?: ClientIdMappingResolvers<ContextType>;
  File?: FileResolvers<ContextType>;
  UploadMultipartUrls?: UploadMultipartUrlsResolvers<ContextType>;
  UploadUrlPart?: UploadUrlPartResolvers<ContextType>;
  FileConnection?: FileConnectionResolvers<ContextType>;
  FileEdge?: FileEdgeResolvers<ContextType>;
  CreateRunFilesPayload?: CreateRunFilesPayloadResolvers<ContextType>;
  RunFileUpload?: RunFileUploadResolvers<ContextType>;
  ParquetHistory?: ParquetHistoryResolvers<ContextType>;
  LogMatches?: LogMatchesResolvers<ContextType>;
  LogLine?: LogLineResolvers<ContextType>;
  LogLineConnection?: LogLineConnectionResolvers<ContextType>;
  LogLineEdge?: LogLineEdgeResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  JobVersion?: JobVersionResolvers<ContextType>;
  InputUsage?: InputUsageResolvers<ContextType>;
  JobVersionConnection?: JobVersionConnectionResolvers<ContextType>;
  JobVersionEdge?: JobVersionEdgeResolvers<ContextType>;
  LaunchAgentConnection?: LaunchAgentConnectionResolvers<ContextType>;
  LaunchAgentEdge?: LaunchAgentEdgeResolvers<ContextType>;
  LaunchAgent?: LaunchAgentResolvers<ContextType>;
  CreateLaunchAgentPayload?: CreateLaunchAgentPayloadResolvers<ContextType>;
  LeaseRunQueueItemsPayload?: LeaseRunQueueItemsPayloadResolvers<ContextType>;
  LeasedRunQueueItem?: LeasedRunQueueItemResolvers<ContextType>;
  LaunchAgentHeartbeatPayload?: LaunchAgentHeartbeatPayloadResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Preset?: PresetResolvers<ContextType>;
  PresetConnection?: PresetConnectionResolvers<ContextType>;
  PresetEdge?: PresetEdgeResolvers<ContextType>;
  PresetVersion?: PresetVersionResolvers<ContextType>;
  PresetVersionConnection?: PresetVersionConnectionResolvers<ContextType>;
  PresetVersionEdge?: PresetVersionEdgeResolvers<ContextType>;
  PresetDifference?: PresetDifferenceResolvers<ContextType>;
  SavePresetPayload?: SavePresetPayloadResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  UpsertModelPayload?: UpsertModelPayloadResolvers<ContextType>;
  CreateDefaultResourceConfigPayload?: CreateDefaultResourceConfigPayloadResolvers<ContextType>;
  CreateRunQueuePayload?: CreateRunQueuePayloadResolvers<ContextType>;
  UpsertRunQueuePayload?: UpsertRunQueuePayloadResolvers<ContextType>;
  RunQueuePayload?: RunQueuePayloadResolvers<ContextType>;
  PushToRunQueueByNamePayload?: PushToRunQueueByNamePayloadResolvers<ContextType>;
  PushToRunQueuePayload?: PushToRunQueuePayloadResolvers<ContextType>;
  CheckLaunchPayload?: CheckLaunchPayloadResolvers<ContextType>;
  RetryRunQueueItemPayload?: RetryRunQueueItemPayloadResolvers<ContextType>;
  RunQueueItemPayload?: RunQueueItemPayloadResolvers<ContextType>;
  RunQueueItemsPayload?: RunQueueItemsPayloadResolvers<ContextType>;
  RunQueueItemRefusal?: RunQueueItemRefusalResolvers<ContextType>;
  PopFromRunQueuePayload?: PopFromRunQueuePayloadResolvers<ContextType>;
  AckRunQueueItemPayload?: AckRunQueueItemPayloadResolvers<ContextType>;
  RunQueueConnection?: RunQueueConnectionResolvers<ContextType>;
  RunQueueEdge?: RunQueueEdgeResolvers<ContextType>;
  EarlierLaunches?: EarlierLaunchesResolvers<ContextType>;
  RunQueue?: RunQueueResolvers<ContextType>;
  RunQueueActivity?: RunQueueActivityResolvers<ContextType>;
  RunQueueActivitySpan?: RunQueueActivitySpanResolvers<ContextType>;
  DefaultResourceConfig?: DefaultResourceConfigResolvers<ContextType>;
  TemplateVariable?: TemplateVariableResolvers<ContextType>;
  RunQueueItem?: RunQueueItemResolvers<ContextType>;
  RunQueueItemOrigin?: RunQueueItemOriginResolvers<ContextType>;
  RunQueueItemLog?: RunQueueItemLogResolvers<ContextType>;
  RunQueueItemWarning?: RunQueueItemWarningResolvers<ContextType>;
  RunQueueItemConnection?: RunQueueItemConnectionResolvers<ContextType>;
  RunQueueItemEdge?: RunQueueItemEdgeResolvers<ContextType>;
  RefusedLaunch?: RefusedLaunchResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  RefusedLaunchConnection?: RefusedLaunchConnectionResolvers<ContextType>;
  RefusedLaunchEdge?: RefusedLaunchEdgeResolvers<ContextType>;
  RunKey?: RunKeyResolvers<ContextType>;
  RunKeyConnection?: RunKeyConnectionResolvers<ContextType>;
  RunKeyEdge?: RunKeyEdgeResolvers<ContextType>;
  RunGroup?: RunGroupResolvers<ContextType>;
  RunAggregate?: RunAggregateResolvers<ContextType>;
  RunGroupConnection?: RunGroupConnectionResolvers<ContextType>;
  RunGroupEdge?: RunGroupEdgeResolvers<ContextType>;
  RunsPayload?: RunsPayloadResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunAlert?: RunAlertResolvers<ContextType>;
  RunAlertConnection?: RunAlertConnectionResolvers<ContextType>;
  RunAlertEdge?: RunAlertEdgeResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunInfo?: RunInfoResolvers<ContextType>;
  GitInfo?: GitInfoResolvers<ContextType>;
  UpsertBucketPayload?: UpsertBucketPayloadResolvers<ContextType>;
  DeleteRunPayload?: DeleteRunPayloadResolvers<ContextType>;
  MoveRunsPayload?: MoveRunsPayloadResolvers<ContextType>;
  RewindRunPayload?: RewindRunPayloadResolvers<ContextType>;
  SecretConnection?: SecretConnectionResolvers<ContextType>;
  SecretEdge?: SecretEdgeResolvers<ContextType>;
  Secret?: SecretResolvers<ContextType>;
  SecretValue?: GraphQLScalarType;
  SetSecretPayload?: SetSecretPayloadResolvers<ContextType>;
  ReadItemSecretsPayload?: ReadItemSecretsPayloadResolvers<ContextType>;
  ItemSecret?: ItemSecretResolvers<ContextType>;
  Sweep?: SweepResolvers<ContextType>;
  SweepConnection?: SweepConnectionResolvers<ContextType>;
  SweepEdge?: SweepEdgeResolvers<ContextType>;
  SweepLaunch?: SweepLaunchResolvers<ContextType>;
  SweepPoint?: SweepPointResolvers<ContextType>;
  SweepPointConnection?: SweepPointConnectionResolvers<ContextType>;
  SweepPointEdge?: SweepPointEdgeResolvers<ContextType>;
  Agent?: AgentResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentEdge?: AgentEdgeResolvers<ContextType>;
  UpsertSweepPayload?: UpsertSweepPayloadResolvers<ContextType>;
  CreateAgentPayload?: CreateAgentPayloadResolvers<ContextType>;
  AgentHeartbeatPayload?: AgentHeartbeatPayloadResolvers<ContextType>;
  EnqueueSweepRunPayload?: EnqueueSweepRunPayloadResolvers<ContextType>;
  Waiting?: WaitingResolvers<ContextType>;
  WaitingAgent?: WaitingAgentResolvers<ContextType>;
};

