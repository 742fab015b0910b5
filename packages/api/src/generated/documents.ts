// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type SetOrganizationInput = {
  /** Null makes the server no organization again. */
  readonly name?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type CreateUserInput = {
  readonly email?: string | null | undefined;
  /** Defaults to the part of the e-mail address before the @. */
  readonly username?: string | null | undefined;
  /** A key to import, in the client's format. Defaults to a new one. */
  readonly apiKey?: string | null | undefined;
  readonly admin?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UpdateUserInput = {
  readonly username: string;
  readonly email?: string | null | undefined;
  readonly admin?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type GenerateApiKeyInput = {
  /** Whose key it is to be; only an administrator may name somebody else. Defaults to the caller. */
  readonly username?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteApiKeyInput = {
  readonly id: string;
  readonly clientMutationId?: string | null | undefined;
};

export type CreateTeamInput = {
  readonly teamName: string;
  readonly teamAdminUserName?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type TeamMemberInput = {
  readonly entityName: string;
  readonly username: string;
  readonly admin?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

/** How the person shows who they are: an API key, a login link, or a user name and a password. */
export type OpenSessionInput = {
  readonly apiKey?: string | null | undefined;
  /** The secret of a login link, which is used up. */
  readonly loginToken?: string | null | undefined;
  readonly username?: string | null | undefined;
  /** With the user name. */
  readonly password?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type SetPasswordInput = {
  readonly currentPassword?: string | null | undefined;
  /** 12 to 1000 characters; null takes the password away. */
  readonly newPassword?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UpdateViewerInput = {
  /** Empty for none. */
  readonly email?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type ArtifactAliasInput = {
  readonly artifactCollectionName?: string | null | undefined;
  readonly alias: string;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
};

export type TagInput = {
  readonly tagName: string;
  readonly tagCategoryName?: string | null | undefined;
  readonly attributes?: string | null | undefined;
};

export type CreateArtifactInput = {
  readonly artifactTypeName: string;
  readonly artifactCollectionName?: string | null | undefined;
  readonly artifactCollectionNames?: ReadonlyArray<string> | null | undefined;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
  readonly runName?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly digest: string;
  readonly digestAlgorithm?: ArtifactDigestAlgorithm | null | undefined;
  readonly labels?: string | null | undefined;
  readonly aliases?: ReadonlyArray<ArtifactAliasInput> | null | undefined;
  readonly metadata?: string | null | undefined;
  readonly historyStep?: number | null | undefined;
  readonly enableDigestDeduplication?: boolean | null | undefined;
  readonly clientID?: string | null | undefined;
  readonly sequenceClientID?: string | null | undefined;
  readonly distributedID?: string | null | undefined;
  readonly ttlDurationSeconds?: number | null | undefined;
  readonly storageRegion?: string | null | undefined;
  readonly tags?: ReadonlyArray<TagInput> | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type CreateArtifactManifestInput = {
  readonly artifactID: string;
  readonly baseArtifactID?: string | null | undefined;
  readonly name: string;
  readonly digest: string;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
  readonly runName?: string | null | undefined;
  readonly type?: ArtifactManifestType | null | undefined;
  readonly storageRegion?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UploadPartsInput = {
  readonly partNumber: number;
  readonly hexMD5: string;
};

export type CreateArtifactFileSpecInput = {
  readonly artifactID: string;
  readonly artifactManifestID?: string | null | undefined;
  readonly name: string;
  /** base64 of the MD5 of the bytes. */
  readonly md5: string;
  readonly mimetype?: string | null | undefined;
  readonly uploadPartsInput?: ReadonlyArray<UploadPartsInput> | null | undefined;
};

export type CreateArtifactFilesInput = {
  readonly artifactFiles: ReadonlyArray<CreateArtifactFileSpecInput>;
  readonly storageLayout?: ArtifactStorageLayout | null | undefined;
  readonly cloudRegionID?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type CommitArtifactInput = {
  readonly artifactID: string;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteArtifactInput = {
  readonly artifactID: string;
  readonly deleteAliases?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UseArtifactInput = {
  readonly artifactID: string;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
  readonly runName: string;
  readonly usedAs?: string | null | undefined;
  readonly artifactEntityName?: string | null | undefined;
  readonly artifactProjectName?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type ArtifactCollectionAliasInput = {
  readonly alias: string;
  readonly artifactCollectionName: string;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
};

export type AddAliasesInput = {
  readonly artifactID: string;
  readonly aliases: ReadonlyArray<ArtifactCollectionAliasInput>;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteAliasesInput = {
  readonly artifactID: string;
  readonly aliases: ReadonlyArray<ArtifactCollectionAliasInput>;
  readonly clientMutationId?: string | null | undefined;
};

export type UpdateArtifactSequenceInput = {
  readonly artifactSequenceID: string;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteArtifactSequenceInput = {
  readonly artifactSequenceID: string;
  readonly clientMutationId?: string | null | undefined;
};

export type ArtifactState =
  | 'PENDING'
  | 'COMMITTED'
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

export type CreateRunFilesInput = {
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
  readonly runName?: string | null | undefined;
  readonly files: ReadonlyArray<string>;
  readonly clientMutationId?: string | null | undefined;
};

export type CreateLaunchAgentInput = {
  readonly entityName: string;
  readonly projectName: string;
  readonly runQueues: ReadonlyArray<string>;
  readonly hostname: string;
  readonly agentConfig?: string | null | undefined;
  readonly version?: string | null | undefined;
  /** The id of the agent that this one replaces: it gets the same id and its items back. Only for the same entity. */
  readonly resumeLaunchAgentId?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UpdateLaunchAgentInput = {
  readonly launchAgentId: string;
  readonly agentStatus?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type LeaseRunQueueItemsInput = {
  readonly launchAgentId: string;
  /** How many items the agent has room for. */
  readonly limit: number;
  /** 0 to 15 seconds. Defaults to the server's setting. */
  readonly waitSeconds?: number | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type LaunchAgentHeartbeatInput = {
  readonly launchAgentId: string;
  readonly agentStatus?: string | null | undefined;
  /** The items that the agent holds; their leases are renewed. */
  readonly runQueueItemIds: ReadonlyArray<string>;
  /** 0 to 15 seconds. Defaults to 0. */
  readonly waitSeconds?: number | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type LaunchAgentIdInput = {
  readonly launchAgentId: string;
  readonly clientMutationId?: string | null | undefined;
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
  readonly entityName?: string | null | undefined;
  /** For JOBS and RUNS, where it may be missing, and for RUN. */
  readonly projectName?: string | null | undefined;
  /** For RUN (the run id, as in the run's address) and RUN_QUEUE. */
  readonly name?: string | null | undefined;
  /** For RUN_QUEUE_ITEM. */
  readonly id?: string | null | undefined;
};

export type SavePresetInput = {
  readonly entityName: string;
  readonly name: string;
  /** JSON text in the form of PresetVersion.content. */
  readonly content: string;
  /** The presets that it builds on, the lowest first, as NAME, NAME@v2 or ENTITY/NAME@v2. They are kept by their version. */
  readonly basedOn?: ReadonlyArray<string> | null | undefined;
  /** entity/project/name:alias of the job that it is for; the values are checked against that version. Null: any job. */
  readonly job?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type PresetIdInput = {
  readonly presetID: string;
  readonly clientMutationId?: string | null | undefined;
};

export type UpsertModelInput = {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly entityName?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly repo?: string | null | undefined;
  readonly access?: string | null | undefined;
  readonly dockerImage?: string | null | undefined;
  readonly framework?: string | null | undefined;
  readonly isBenchmark?: boolean | null | undefined;
  readonly views?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UpsertRunQueueInput = {
  readonly entityName: string;
  readonly projectName: string;
  readonly queueName: string;
  readonly resourceType: string;
  readonly resourceConfig: string;
  readonly templateVariables?: string | null | undefined;
  readonly prioritizationMode?: RunQueuePrioritizationMode | null | undefined;
  readonly externalLinks?: string | null | undefined;
  /** Refuses a name that is taken, in place of changing the queue of that name. Defaults to false. */
  readonly onlyNew?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteRunQueuesInput = {
  readonly queueIDs: ReadonlyArray<string>;
  readonly clientMutationId?: string | null | undefined;
};

export type RunQueueIdInput = {
  readonly queueID: string;
  readonly clientMutationId?: string | null | undefined;
};

export type PushToRunQueueByNameInput = {
  readonly entityName: string;
  readonly projectName: string;
  readonly queueName: string;
  readonly runSpec: string;
  readonly priority?: number | null | undefined;
  readonly templateVariableValues?: string | null | undefined;
  /**
   * What the caller calls this launch, such as a UUID: sent again by the same user under the same key within a week, it is
   * queued once, and the answer names the item that is there. Another launch under the same key is refused.
   */
  readonly launchKey?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type RetryRunQueueItemInput = {
  readonly runQueueItemId: string;
  /** JSON text of {run_config, files, removals}: values that are other this time, and addresses of inputs that shall not be there. */
  readonly overrides?: string | null | undefined;
  /** Launches it although it has not ended. */
  readonly force?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type RunQueueItemIdInput = {
  readonly runQueueItemId: string;
  readonly clientMutationId?: string | null | undefined;
};

export type CancelRunQueueItemsInput = {
  readonly runQueueItemIds: ReadonlyArray<string>;
  /** Refuses the items that run by now, in place of stopping them. Defaults to false. */
  readonly onlyWaiting?: boolean | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type UpdateRunQueueItemsInput = {
  readonly runQueueItemIds: ReadonlyArray<string>;
  /** 0 (critical), 1 (high), 2 (medium) or 3 (low). */
  readonly priority: number;
  readonly clientMutationId?: string | null | undefined;
};

export type AckRunQueueItemInput = {
  readonly runQueueItemId: string;
  readonly runName: string;
  readonly launchAgentId?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type FailRunQueueItemInput = {
  readonly runQueueItemId: string;
  readonly message: string;
  readonly stage: string;
  readonly filePaths?: ReadonlyArray<string> | null | undefined;
  readonly launchAgentId?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type FinishRunQueueItemInput = {
  readonly runQueueItemId: string;
  readonly launchAgentId: string;
  /** finished, failed or stopped. */
  readonly state: string;
  readonly exitCode?: number | null | undefined;
  readonly reason?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type AppendRunQueueItemLogInput = {
  readonly runQueueItemId: string;
  readonly launchAgentId: string;
  /** Where the text starts, in bytes of UTF-8 from the beginning of the log. */
  readonly offset: number;
  readonly text: string;
  readonly clientMutationId?: string | null | undefined;
};

export type RunQueueAccessType =
  | 'PROJECT'
  | 'USER';

export type RunQueuePrioritizationMode =
  | 'DISABLED'
  | 'V0';

export type UpsertBucketInput = {
  readonly id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly modelName?: string | null | undefined;
  readonly entityName?: string | null | undefined;
  readonly groupName?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly commit?: string | null | undefined;
  readonly config?: string | null | undefined;
  readonly host?: string | null | undefined;
  readonly debug?: boolean | null | undefined;
  readonly jobProgram?: string | null | undefined;
  readonly jobRepo?: string | null | undefined;
  readonly jobType?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly sweep?: string | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly summaryMetrics?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type StopRunInput = {
  readonly id: string;
  readonly clientMutationId?: string | null | undefined;
};

export type MoveRunsInput = {
  readonly ids: ReadonlyArray<string>;
  readonly projectName: string;
  readonly clientMutationId?: string | null | undefined;
};

export type AlertSeverity =
  | 'INFO'
  | 'WARN'
  | 'ERROR';

export type SetSecretInput = {
  readonly entityName: string;
  /** 1 to 100 letters, digits, _, - and ., starting with a letter or _. */
  readonly name: string;
  /** 8 to 32,768 bytes of UTF-8. */
  readonly value: string;
  readonly clientMutationId?: string | null | undefined;
};

export type DeleteSecretInput = {
  readonly entityName: string;
  readonly name: string;
  readonly clientMutationId?: string | null | undefined;
};

export type ReadItemSecretsInput = {
  readonly launchAgentId: string;
  readonly runQueueItemId: string;
  readonly names: ReadonlyArray<string>;
  readonly clientMutationId?: string | null | undefined;
};

export type UpsertSweepInput = {
  readonly id?: string | null | undefined;
  /** YAML text. */
  readonly config?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly entityName?: string | null | undefined;
  readonly projectName?: string | null | undefined;
  /** JSON text, written by a local controller: {schedule: [{id, data: {args}}], earlystop: [run]}. */
  readonly controller?: string | null | undefined;
  /** Taken and ignored: the server writes it. */
  readonly scheduler?: string | null | undefined;
  /** JSON text {queue, run_queue_project, run_spec}: queues a scheduler job, which then launches the points. */
  readonly launchScheduler?: string | null | undefined;
  /** JSON text of the values of the queue's template variables for the scheduler job. */
  readonly templateVariableValues?: string | null | undefined;
  /**
   * JSON text {job, queue, priority, template_variables, resource_args, max_items, skip_launched, overrides}: the server
   * launches the points itself. Names of parameters are then input addresses, such as trainer.lr or config.yaml:lr.
   */
  readonly launch?: string | null | undefined;
  readonly state?: string | null | undefined;
  /** JSON text {$or: [{name: run}, ...]}: runs whose results the search shall know. */
  readonly priorRunsFilters?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type EnqueueSweepRunInput = {
  readonly id: string;
  /** JSON text of the values, {parameter: value} or {parameter: {value: value}}. */
  readonly config: string;
  readonly displayName?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type AgentLeaseItemsMutationVariables = Exact<{
  input: LeaseRunQueueItemsInput;
}>;


export type AgentLeaseItemsMutation = { readonly leaseRunQueueItems: { readonly items: ReadonlyArray<{ readonly runQueueItemId: string, readonly runSpec: unknown, readonly queueName: string, readonly queueEntityName: string }> } | null };

export type AgentHeartbeatMutationVariables = Exact<{
  input: LaunchAgentHeartbeatInput;
}>;


export type AgentHeartbeatMutation = { readonly launchAgentHeartbeat: { readonly stopPolling: boolean, readonly stopRunQueueItemIds: ReadonlyArray<string>, readonly lostRunQueueItemIds: ReadonlyArray<string> } | null };

export type AgentClaimItemMutationVariables = Exact<{
  input: AckRunQueueItemInput;
}>;


export type AgentClaimItemMutation = { readonly ackRunQueueItem: { readonly success: boolean | null } | null };

export type AgentWarnAboutItemMutationVariables = Exact<{
  input: FailRunQueueItemInput;
}>;


export type AgentWarnAboutItemMutation = { readonly updateRunQueueItemWarning: { readonly success: boolean | null } | null };

export type AgentFinishItemMutationVariables = Exact<{
  input: FinishRunQueueItemInput;
}>;


export type AgentFinishItemMutation = { readonly finishRunQueueItem: { readonly runQueueItem: { readonly id: string, readonly state: string } | null } | null };

export type AgentAppendItemLogMutationVariables = Exact<{
  input: AppendRunQueueItemLogInput;
}>;


export type AgentAppendItemLogMutation = { readonly appendRunQueueItemLog: { readonly success: boolean | null } | null };

export type AgentJobVersionQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type AgentJobVersionQuery = { readonly project: { readonly jobVersion: { readonly id: string, readonly path: string, readonly sourceType: string, readonly source: unknown, readonly entryPoint: ReadonlyArray<string> | null, readonly runtime: string | null, readonly isPartial: boolean, readonly configFiles: unknown } | null } | null };

export type AgentArtifactQueryVariables = Exact<{
  id: string;
}>;


export type AgentArtifactQuery = { readonly artifact: { readonly id: string, readonly digest: string, readonly state: ArtifactState } | null };

export type AgentArtifactFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type AgentArtifactFilesQuery = { readonly artifact: { readonly files: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string | null, readonly directUrl: string | null, readonly md5: string | null } | null }> } | null } | null };

export type AgentRunQueuesQueryVariables = Exact<{
  entityName: string;
  projectName: string;
}>;


export type AgentRunQueuesQuery = { readonly project: { readonly runQueues: ReadonlyArray<{ readonly id: string, readonly name: string }> | null } | null };

export type AgentRegisterMutationVariables = Exact<{
  input: CreateLaunchAgentInput;
}>;


export type AgentRegisterMutation = { readonly createLaunchAgent: { readonly launchAgentId: string | null } | null };

export type AgentUpdateStatusMutationVariables = Exact<{
  input: UpdateLaunchAgentInput;
}>;


export type AgentUpdateStatusMutation = { readonly updateLaunchAgent: { readonly success: boolean | null } | null };

export type CliCreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CliCreateUserMutation = { readonly createUser: { readonly apiKey: string | null, readonly user: { readonly username: string | null, readonly admin: boolean | null } | null } | null };

export type CliCreateLoginLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type CliCreateLoginLinkMutation = { readonly createLoginLink: { readonly path: string } | null };

export type CliCreateTeamMutationVariables = Exact<{
  input: CreateTeamInput;
}>;


export type CliCreateTeamMutation = { readonly createTeam: { readonly entity: { readonly name: string } | null } | null };

export type CliAddTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;


export type CliAddTeamMemberMutation = { readonly addTeamMember: { readonly success: boolean | null } | null };

export type CliRemoveTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;


export type CliRemoveTeamMemberMutation = { readonly removeTeamMember: { readonly success: boolean | null } | null };

export type CliTeamsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CliTeamsQuery = { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly memberCount: number, readonly membersConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null, readonly admin: boolean | null } }> } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CliTeamNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliTeamNamesQuery = { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } };

export type CliTeamMembersQueryVariables = Exact<{
  team: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CliTeamMembersQuery = { readonly team: { readonly membersConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CliUserNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliUserNamesQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null } | null }> } | null };

export type CliUsersQueryVariables = Exact<{
  query?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliUsersQuery = { readonly users: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null, readonly email: string | null, readonly admin: boolean | null, readonly createdAt: string | null, readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null, readonly apiKeys: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly description: string | null, readonly createdAt: string | null, readonly lastUsedAt: string | null } | null }> } | null } | null }> } | null };

export type CliUpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type CliUpdateUserMutation = { readonly updateUser: { readonly user: { readonly username: string | null, readonly email: string | null, readonly admin: boolean | null } | null } | null };

export type CliCreateKeyMutationVariables = Exact<{
  input: GenerateApiKeyInput;
}>;


export type CliCreateKeyMutation = { readonly generateApiKey: { readonly apiKey: { readonly id: string, readonly name: string } | null } | null };

export type CliRevokeKeyMutationVariables = Exact<{
  input: DeleteApiKeyInput;
}>;


export type CliRevokeKeyMutation = { readonly deleteApiKey: { readonly success: boolean | null } | null };

export type CliOrganizationQueryVariables = Exact<{ [key: string]: never; }>;


export type CliOrganizationQuery = { readonly viewer: { readonly organizations: ReadonlyArray<{ readonly name: string }> | null } | null };

export type CliSetOrganizationMutationVariables = Exact<{
  input: SetOrganizationInput;
}>;


export type CliSetOrganizationMutation = { readonly setOrganization: { readonly organization: { readonly name: string } | null } | null };

export type CliLaunchAgentsQueryVariables = Exact<{
  entityName: string;
  isListening?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliLaunchAgentsQuery = { readonly entity: { readonly launchAgents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly entityName: string, readonly hostname: string | null, readonly agentStatus: string | null, readonly version: string | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null, readonly queues: ReadonlyArray<{ readonly name: string, readonly entityName: string }>, readonly items: { readonly totalCount: number | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CliLaunchAgentQueryVariables = Exact<{
  id: string;
}>;


export type CliLaunchAgentQuery = { readonly launchAgent: { readonly agentConfig: unknown, readonly id: string, readonly name: string | null, readonly entityName: string, readonly hostname: string | null, readonly agentStatus: string | null, readonly version: string | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null, readonly held: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly associatedRunId: string | null, readonly startedAt: string | null, readonly claimedAt: string | null, readonly runQueue: { readonly name: string } | null } | null }> } | null, readonly queues: ReadonlyArray<{ readonly name: string, readonly entityName: string }>, readonly items: { readonly totalCount: number | null } | null } | null };

export type CliAgentFragment = { readonly id: string, readonly name: string | null, readonly entityName: string, readonly hostname: string | null, readonly agentStatus: string | null, readonly version: string | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null, readonly queues: ReadonlyArray<{ readonly name: string, readonly entityName: string }>, readonly items: { readonly totalCount: number | null } | null };

export type CliDrainAgentMutationVariables = Exact<{
  input: LaunchAgentIdInput;
}>;


export type CliDrainAgentMutation = { readonly drainLaunchAgent: { readonly success: boolean | null } | null };

export type CliStopAgentMutationVariables = Exact<{
  input: LaunchAgentIdInput;
}>;


export type CliStopAgentMutation = { readonly stopLaunchAgent: { readonly success: boolean | null } | null };

export type CompletedJobsFragment = { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string | null, readonly latestVersion: { readonly version: string } | null } | null }> } | null } | null }> } | null };

export type CompletionJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionJobsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string | null, readonly latestVersion: { readonly version: string } | null } | null }> } | null } | null }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string | null, readonly latestVersion: { readonly version: string } | null } | null }> } | null } | null }> } | null } | null };

export type CompletionJobVersionsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CompletionJobVersionsQuery = { readonly project: { readonly job: { readonly versions: { readonly edges: ReadonlyArray<{ readonly node: { readonly version: string, readonly aliases: ReadonlyArray<string>, readonly createdAt: string } | null }> } | null } | null } | null };

export type CompletionInputsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CompletionInputsQuery = { readonly project: { readonly jobVersion: { readonly inputs: unknown } | null } | null };

export type CompletedQueuesFragment = { readonly name: string, readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null } }> } | null };

export type CompletionQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionQueuesQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null } }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null } }> } | null } | null };

export type CompletedSecretsFragment = { readonly name: string, readonly secretsConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly variable: string } }> } | null };

export type CompletionSecretsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionSecretsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly secretsConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly variable: string } }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly secretsConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly variable: string } }> } | null } | null };

export type CompletedWorkFragment = { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null } }> } | null };

export type CompletionWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionWorkQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null } }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null } }> } | null } | null };

export type CompletedRunsFragment = { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null };

export type CompletionRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionRunsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null } | null };

export type CompletionUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionUsersQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null } | null }> } | null };

export type CompletedPresetsFragment = { readonly name: string, readonly presets: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobPath: string | null, readonly latestVersion: { readonly version: string, readonly description: string | null } | null } | null }> } | null };

export type CompletionPresetsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionPresetsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly presets: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobPath: string | null, readonly latestVersion: { readonly version: string, readonly description: string | null } | null } | null }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly presets: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobPath: string | null, readonly latestVersion: { readonly version: string, readonly description: string | null } | null } | null }> } | null } | null };

export type CliServerInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type CliServerInfoQuery = { readonly serverInfo: { readonly version: string | null, readonly cliVersionInfo: unknown } | null };

export type CliPushMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type CliPushMutation = { readonly pushToRunQueueByName: { readonly runQueueItemId: string | null, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }> | null } | null };

export type CliCheckLaunchMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type CliCheckLaunchMutation = { readonly checkLaunch: { readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly earlierLaunches: ReadonlyArray<{ readonly id: string, readonly state: string, readonly createdAt: string | null }> } | null };

export type CliEarlierLaunchesQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
  overrides: ReadonlyArray<unknown> | unknown;
}>;


export type CliEarlierLaunchesQuery = { readonly project: { readonly jobVersion: { readonly earlierLaunches: ReadonlyArray<{ readonly items: ReadonlyArray<{ readonly id: string, readonly state: string, readonly createdAt: string | null }> }> } | null } | null };

export type CliItemStateQueryVariables = Exact<{
  id: string;
}>;


export type CliItemStateQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly associatedRunId: string | null } | null };

export type CliItemsQueryVariables = Exact<{
  entityName: string;
  states?: ReadonlyArray<string> | string | null | undefined;
  queueName?: string | null | undefined;
  author?: string | null | undefined;
  job?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CliItemsQuery = { readonly entity: { readonly runQueueItems: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly associatedRunId: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stopRequestedAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly name: string | null, readonly hostname: string | null } | null } | null }> } | null } | null };

export type CliItemQueryVariables = Exact<{
  id: string;
}>;


export type CliItemQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null, readonly priority: number | null, readonly createdAt: string | null, readonly leasedAt: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly stopRequestedAt: string | null, readonly associatedRunId: string | null, readonly runSpec: unknown, readonly inputs: unknown, readonly origins: ReadonlyArray<{ readonly kind: string, readonly name: string | null, readonly version: string | null, readonly inputs: ReadonlyArray<string> }>, readonly retryOf: { readonly id: string } | null, readonly retries: ReadonlyArray<{ readonly id: string }>, readonly warnings: ReadonlyArray<{ readonly message: string, readonly stage: string | null }> | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null };

export type CliItemProgressQueryVariables = Exact<{
  id: string;
  offset: number;
}>;


export type CliItemProgressQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly associatedRunId: string | null, readonly run: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null } | null, readonly log: { readonly text: string, readonly nextOffset: number, readonly isComplete: boolean } | null } | null };

export type CliCancelItemMutationVariables = Exact<{
  input: RunQueueItemIdInput;
}>;


export type CliCancelItemMutation = { readonly cancelRunQueueItem: { readonly runQueueItem: { readonly id: string, readonly state: string, readonly stopRequestedAt: string | null } | null } | null };

export type CliUpdateItemsMutationVariables = Exact<{
  input: UpdateRunQueueItemsInput;
}>;


export type CliUpdateItemsMutation = { readonly updateRunQueueItems: { readonly runQueueItems: ReadonlyArray<{ readonly id: string, readonly state: string, readonly priority: number | null }>, readonly refused: ReadonlyArray<{ readonly runQueueItemId: string, readonly message: string }> } | null };

export type CliRefusedLaunchesQueryVariables = Exact<{
  entityName: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CliRefusedLaunchesQuery = { readonly entity: { readonly refusedLaunches: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly author: string | null, readonly queueName: string | null, readonly jobPath: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }> } | null }> } | null } | null };

export type CliCreateArtifactMutationVariables = Exact<{
  input: CreateArtifactInput;
}>;


export type CliCreateArtifactMutation = { readonly createArtifact: { readonly artifact: { readonly id: string, readonly state: ArtifactState, readonly versionIndex: number | null } } | null };

export type CliCreateArtifactManifestMutationVariables = Exact<{
  input: CreateArtifactManifestInput;
}>;


export type CliCreateArtifactManifestMutation = { readonly createArtifactManifest: { readonly artifactManifest: { readonly id: string, readonly file: { readonly uploadUrl: string | null, readonly uploadHeaders: ReadonlyArray<string> | null } | null } } | null };

export type CliCreateArtifactFilesMutationVariables = Exact<{
  input: CreateArtifactFilesInput;
}>;


export type CliCreateArtifactFilesMutation = { readonly createArtifactFiles: { readonly files: { readonly edges: ReadonlyArray<{ readonly node: { readonly uploadUrl: string | null, readonly uploadHeaders: ReadonlyArray<string> | null, readonly artifact: { readonly id: string } | null } | null }> } } | null };

export type CliCommitArtifactMutationVariables = Exact<{
  input: CommitArtifactInput;
}>;


export type CliCommitArtifactMutation = { readonly commitArtifact: { readonly artifact: { readonly id: string, readonly versionIndex: number | null } } | null };

export type CliJobsQueryVariables = Exact<{
  entityName: string;
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CliJobsQuery = { readonly entity: { readonly jobs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string | null, readonly project: { readonly name: string, readonly entityName: string }, readonly latestVersion: { readonly version: string, readonly path: string, readonly sourceType: string, readonly isPartial: boolean, readonly createdAt: string, readonly inputs: unknown } | null, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly state: string | null, readonly createdAt: string | null } | null }> } | null } | null }> } | null } | null };

export type CliProjectJobsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CliProjectJobsQuery = { readonly project: { readonly jobs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string | null, readonly project: { readonly name: string, readonly entityName: string }, readonly latestVersion: { readonly version: string, readonly path: string, readonly sourceType: string, readonly isPartial: boolean, readonly createdAt: string, readonly inputs: unknown } | null, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly state: string | null, readonly createdAt: string | null } | null }> } | null } | null }> } | null } | null };

export type CliJobNamesQueryVariables = Exact<{
  entityName: string;
  after?: string | null | undefined;
}>;


export type CliJobNamesQuery = { readonly entity: { readonly jobs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } } | null }> } | null } | null };

export type CliJobVersionsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CliJobVersionsQuery = { readonly project: { readonly job: { readonly id: string, readonly name: string, readonly versions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly version: string, readonly path: string, readonly aliases: ReadonlyArray<string>, readonly createdAt: string, readonly sourceType: string, readonly entryPoint: ReadonlyArray<string> | null, readonly isPartial: boolean, readonly sourceRun: { readonly name: string } | null, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null }> } | null } | null } | null };

export type CliAddAliasMutationVariables = Exact<{
  input: AddAliasesInput;
}>;


export type CliAddAliasMutation = { readonly addAliases: { readonly success: boolean | null } | null };

export type CliRemoveAliasMutationVariables = Exact<{
  input: DeleteAliasesInput;
}>;


export type CliRemoveAliasMutation = { readonly deleteAliases: { readonly success: boolean | null } | null };

export type CliDeleteJobVersionMutationVariables = Exact<{
  input: DeleteArtifactInput;
}>;


export type CliDeleteJobVersionMutation = { readonly deleteArtifact: { readonly clientMutationId: string | null } | null };

export type CliDeleteJobMutationVariables = Exact<{
  input: DeleteArtifactSequenceInput;
}>;


export type CliDeleteJobMutation = { readonly deleteArtifactSequence: { readonly clientMutationId: string | null } | null };

export type CliJobVersionQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CliJobVersionQuery = { readonly project: { readonly name: string, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly aliases: ReadonlyArray<string>, readonly path: string, readonly createdAt: string, readonly sourceType: string, readonly source: unknown, readonly entryPoint: ReadonlyArray<string> | null, readonly runtime: string | null, readonly isPartial: boolean, readonly inputs: unknown, readonly inputTypes: unknown, readonly configFiles: unknown, readonly warnings: ReadonlyArray<string>, readonly project: { readonly name: string, readonly entityName: string }, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string } | null } | null } | null } | null };

export type CliRunQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
}>;


export type CliRunQuery = { readonly project: { readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly jobVersion: { readonly name: string, readonly version: string, readonly path: string, readonly isPartial: boolean, readonly inputs: unknown } | null } | null } | null };

export type CliProjectsQueryVariables = Exact<{
  entityName: string;
  after?: string | null | undefined;
}>;


export type CliProjectsQuery = { readonly entity: { readonly projects: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null };

export type CliLaunchStartQueryVariables = Exact<{
  name: string;
  entityName?: string | null | undefined;
  projectName?: string | null | undefined;
}>;


export type CliLaunchStartQuery = { readonly viewer: { readonly username: string | null, readonly entity: string | null, readonly admin: boolean | null, readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null, readonly jobVersionsByName: ReadonlyArray<{ readonly name: string, readonly version: string, readonly path: string, readonly isPartial: boolean, readonly inputs: unknown, readonly project: { readonly name: string, readonly entityName: string } }> };

export type CliPresetsQueryVariables = Exact<{
  entityName: string;
  job?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type CliPresetsQuery = { readonly entity: { readonly presets: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly entityName: string, readonly jobPath: string | null, readonly createdBy: string | null, readonly latestVersion: { readonly id: string, readonly version: string, readonly path: string, readonly description: string | null, readonly author: string | null, readonly createdAt: string } | null } | null }> } | null } | null };

export type CliPresetLayersQueryVariables = Exact<{
  presets: ReadonlyArray<string> | string;
}>;


export type CliPresetLayersQuery = { readonly presetLayers: ReadonlyArray<{ readonly id: string, readonly version: string, readonly versionIndex: number, readonly path: string, readonly description: string | null, readonly author: string | null, readonly createdAt: string, readonly content: unknown, readonly basedOn: ReadonlyArray<{ readonly path: string }> | null, readonly preset: { readonly id: string, readonly name: string, readonly entityName: string, readonly jobPath: string | null } }> };

export type CliPresetVersionsQueryVariables = Exact<{
  entityName: string;
  name: string;
  after?: string | null | undefined;
}>;


export type CliPresetVersionsQuery = { readonly preset: { readonly jobPath: string | null, readonly versions: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly version: string, readonly path: string, readonly description: string | null, readonly author: string | null, readonly createdAt: string, readonly basedOn: ReadonlyArray<{ readonly path: string }> | null } | null }> } | null } | null };

export type CliPresetDiffQueryVariables = Exact<{
  fromID: string;
  toID: string;
}>;


export type CliPresetDiffQuery = { readonly presetDiff: ReadonlyArray<{ readonly path: string, readonly from: unknown, readonly to: unknown, readonly isSetFrom: boolean, readonly isSetTo: boolean }> };

export type CliSavePresetMutationVariables = Exact<{
  input: SavePresetInput;
}>;


export type CliSavePresetMutation = { readonly savePreset: { readonly isNew: boolean, readonly presetVersion: { readonly id: string, readonly version: string, readonly path: string, readonly description: string | null, readonly author: string | null, readonly createdAt: string, readonly content: unknown, readonly preset: { readonly jobPath: string | null } } | null } | null };

export type CliDeletePresetMutationVariables = Exact<{
  input: PresetIdInput;
}>;


export type CliDeletePresetMutation = { readonly deletePreset: { readonly success: boolean | null } | null };

export type CliRunQueuesQueryVariables = Exact<{
  entityName: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CliRunQueuesQuery = { readonly entity: { readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly isPaused: boolean, readonly pendingCount: number, readonly runningCount: number, readonly listeningAgentCount: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CliRunQueueNamesQueryVariables = Exact<{
  entityName: string;
}>;


export type CliRunQueueNamesQuery = { readonly entity: { readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } }> } | null } | null };

export type CliRunQueueQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CliRunQueueQuery = { readonly project: { readonly runQueue: { readonly id: string, readonly name: string, readonly entityName: string, readonly createdAt: string | null, readonly access: RunQueueAccessType | null, readonly resource: string | null, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly isPaused: boolean, readonly pendingCount: number, readonly runningCount: number, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null, readonly heartbeatAt: string | null }>, readonly waiting: { readonly totalCount: number | null } | null } | null } | null };

export type CliPauseRunQueueMutationVariables = Exact<{
  input: RunQueueIdInput;
}>;


export type CliPauseRunQueueMutation = { readonly pauseRunQueue: { readonly runQueue: { readonly isPaused: boolean, readonly pendingCount: number } | null } | null };

export type CliResumeRunQueueMutationVariables = Exact<{
  input: RunQueueIdInput;
}>;


export type CliResumeRunQueueMutation = { readonly resumeRunQueue: { readonly runQueue: { readonly isPaused: boolean, readonly pendingCount: number } | null } | null };

export type CliDeleteRunQueuesMutationVariables = Exact<{
  input: DeleteRunQueuesInput;
}>;


export type CliDeleteRunQueuesMutation = { readonly deleteRunQueues: { readonly success: boolean | null } | null };

export type CliCreateProjectMutationVariables = Exact<{
  input: UpsertModelInput;
}>;


export type CliCreateProjectMutation = { readonly upsertModel: { readonly inserted: boolean | null } | null };

export type CliUpsertRunQueueMutationVariables = Exact<{
  input: UpsertRunQueueInput;
}>;


export type CliUpsertRunQueueMutation = { readonly upsertRunQueue: { readonly success: boolean | null, readonly configSchemaValidationErrors: ReadonlyArray<string> | null } | null };

export type CliQueueAgentsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CliQueueAgentsQuery = { readonly project: { readonly runQueue: { readonly launchAgents: ReadonlyArray<{ readonly agentConfig: unknown }> } | null } | null };

export type CliSourceRunQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
}>;


export type CliSourceRunQuery = { readonly project: { readonly run: { readonly name: string, readonly runQueueItem: { readonly runSpec: unknown } | null, readonly jobVersion: { readonly path: string, readonly inputs: unknown } | null } | null } | null };

export type CliRunInputValuesQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
  files?: ReadonlyArray<string> | string | null | undefined;
}>;


export type CliRunInputValuesQuery = { readonly project: { readonly run: { readonly inputValues: unknown } | null } | null };

export type CliSourceItemQueryVariables = Exact<{
  id: string;
}>;


export type CliSourceItemQuery = { readonly runQueueItem: { readonly id: string, readonly inputValues: unknown, readonly runSpec: unknown, readonly jobVersion: { readonly path: string, readonly inputs: unknown } | null } | null };

export type CliQueueWaitingQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
  priority?: number | null | undefined;
}>;


export type CliQueueWaitingQuery = { readonly project: { readonly runQueue: { readonly resource: string | null, readonly waiting: { readonly reason: string, readonly message: string, readonly position: number | null, readonly higherPriorityCount: number, readonly pendingCount: number, readonly expectedStartSeconds: number | null, readonly recentRunSeconds: number | null, readonly heldBy: { readonly name: string | null, readonly hostname: string | null } | null, readonly runQueue: { readonly name: string, readonly entityName: string, readonly isPaused: boolean }, readonly agents: ReadonlyArray<{ readonly maxJobs: number | null, readonly freeRoom: number | null, readonly heldCount: number, readonly runQueueItemIds: ReadonlyArray<string>, readonly launchAgent: { readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null } }> } } | null } | null };

export type CliItemWaitingQueryVariables = Exact<{
  id: string;
}>;


export type CliItemWaitingQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly runQueue: { readonly resource: string | null } | null, readonly waiting: { readonly reason: string, readonly message: string, readonly position: number | null, readonly higherPriorityCount: number, readonly pendingCount: number, readonly expectedStartSeconds: number | null, readonly recentRunSeconds: number | null, readonly heldBy: { readonly name: string | null, readonly hostname: string | null } | null, readonly runQueue: { readonly name: string, readonly entityName: string, readonly isPaused: boolean }, readonly agents: ReadonlyArray<{ readonly maxJobs: number | null, readonly freeRoom: number | null, readonly heldCount: number, readonly runQueueItemIds: ReadonlyArray<string>, readonly launchAgent: { readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null } }> } | null } | null };

export type CliWaitingFragment = { readonly reason: string, readonly message: string, readonly position: number | null, readonly higherPriorityCount: number, readonly pendingCount: number, readonly expectedStartSeconds: number | null, readonly recentRunSeconds: number | null, readonly heldBy: { readonly name: string | null, readonly hostname: string | null } | null, readonly runQueue: { readonly name: string, readonly entityName: string, readonly isPaused: boolean }, readonly agents: ReadonlyArray<{ readonly maxJobs: number | null, readonly freeRoom: number | null, readonly heldCount: number, readonly runQueueItemIds: ReadonlyArray<string>, readonly launchAgent: { readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null } }> };

export type CliRetryItemMutationVariables = Exact<{
  input: RetryRunQueueItemInput;
}>;


export type CliRetryItemMutation = { readonly retryRunQueueItem: { readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly runQueueItem: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly runQueue: { readonly name: string } | null, readonly jobVersion: { readonly path: string } | null } | null } | null };

export type CliRunsQueryVariables = Exact<{
  entityName: string;
  first: number;
  after?: string | null | undefined;
  filters?: string | null | undefined;
  order?: string | null | undefined;
}>;


export type CliRunsQuery = { readonly entity: { readonly runs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly heartbeatAt: string | null, readonly exitcode: number | null, readonly config: string | null, readonly summaryMetrics: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly host: string | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly user: { readonly username: string | null } | null, readonly jobVersion: { readonly name: string, readonly version: string, readonly path: string } | null } | null }> } | null } | null };

export type CliRunNamesQueryVariables = Exact<{
  entityName: string;
  first: number;
  filters?: string | null | undefined;
}>;


export type CliRunNamesQuery = { readonly entity: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null } | null };

export type CliRunDetailsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
}>;


export type CliRunDetailsQuery = { readonly project: { readonly run: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly notes: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly host: string | null, readonly commit: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly heartbeatAt: string | null, readonly exitcode: number | null, readonly stopped: boolean | null, readonly config: string | null, readonly summaryMetrics: string | null, readonly historyLineCount: number | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly user: { readonly username: string | null } | null, readonly jobVersion: { readonly name: string, readonly version: string, readonly path: string, readonly inputs: unknown } | null, readonly runInfo: { readonly program: string | null, readonly args: ReadonlyArray<string> | null, readonly python: string | null, readonly gpu: string | null, readonly gpuCount: number | null, readonly git: { readonly remote: string | null, readonly commit: string | null } | null } | null, readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly exitCode: number | null, readonly inputs: unknown, readonly runQueue: { readonly name: string, readonly entityName: string } | null } | null } | null } | null };

export type CliRunLogQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type CliRunLogQuery = { readonly project: { readonly run: { readonly state: string | null, readonly logLineCount: number | null, readonly runQueueItem: { readonly id: string, readonly state: string } | null, readonly logLines: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string | null, readonly node: { readonly number: number, readonly line: string, readonly level: string | null } | null }> } | null } | null } | null };

export type CliMoveRunsMutationVariables = Exact<{
  input: MoveRunsInput;
}>;


export type CliMoveRunsMutation = { readonly moveRuns: { readonly runs: ReadonlyArray<{ readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null }> } | null };

export type CliStopRunMutationVariables = Exact<{
  input: StopRunInput;
}>;


export type CliStopRunMutation = { readonly stopRun: { readonly success: boolean | null } | null };

export type CliSweepsQueryVariables = Exact<{
  entityName: string;
  filters?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CliSweepsQuery = { readonly entity: { readonly sweeps: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly method: string, readonly state: string, readonly reason: string | null, readonly createdAt: string, readonly endedAt: string | null, readonly runCount: number, readonly runCountExpected: number | null, readonly runCap: number | null, readonly bestLoss: number | null, readonly launch: { readonly job: string, readonly queue: string } | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null } | null };

export type CliSweepDetailsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
  after?: string | null | undefined;
}>;


export type CliSweepDetailsQuery = { readonly project: { readonly sweep: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly description: string | null, readonly method: string, readonly state: string, readonly reason: string | null, readonly config: string, readonly createdAt: string, readonly endedAt: string | null, readonly runCount: number, readonly runCountExpected: number | null, readonly runCap: number | null, readonly bestLoss: number | null, readonly bestRun: { readonly name: string, readonly displayName: string | null } | null, readonly launch: { readonly job: string, readonly queue: string, readonly priority: number | null, readonly maxItems: number, readonly skipLaunched: boolean } | null, readonly user: { readonly username: string | null } | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly agents: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly host: string, readonly state: string, readonly totalRuns: number } | null }> }, readonly points: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly number: number, readonly values: unknown, readonly source: string, readonly state: string, readonly reason: string | null, readonly metric: number | null, readonly run: { readonly name: string, readonly state: string | null } | null, readonly runQueueItem: { readonly id: string, readonly state: string } | null } | null }> } } | null } | null };

export type CliUpsertSweepMutationVariables = Exact<{
  input: UpsertSweepInput;
}>;


export type CliUpsertSweepMutation = { readonly upsertSweep: { readonly configValidationWarnings: ReadonlyArray<string>, readonly sweep: { readonly id: string, readonly name: string, readonly state: string, readonly reason: string | null, readonly runCountExpected: number | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null };

export type CliAddSweepPointMutationVariables = Exact<{
  input: EnqueueSweepRunInput;
}>;


export type CliAddSweepPointMutation = { readonly enqueueSweepRun: { readonly runQueueItemId: string | null, readonly point: { readonly number: number, readonly values: unknown, readonly state: string, readonly reason: string | null, readonly run: { readonly name: string } | null } | null } | null };

export type ChangesSubscriptionVariables = Exact<{
  of: ReadonlyArray<WatchInput> | WatchInput;
}>;


export type ChangesSubscription = { readonly changes: { readonly kind: WatchKind, readonly entityName: string | null, readonly projectName: string | null, readonly name: string | null, readonly id: string | null, readonly aspects: ReadonlyArray<string> } };

export type SdkCreateArtifactMutationVariables = Exact<{
  input: CreateArtifactInput;
}>;


export type SdkCreateArtifactMutation = { readonly createArtifact: { readonly artifact: { readonly id: string, readonly state: ArtifactState } } | null };

export type SdkCreateArtifactManifestMutationVariables = Exact<{
  input: CreateArtifactManifestInput;
}>;


export type SdkCreateArtifactManifestMutation = { readonly createArtifactManifest: { readonly artifactManifest: { readonly id: string, readonly file: { readonly uploadUrl: string | null, readonly uploadHeaders: ReadonlyArray<string> | null } | null } } | null };

export type SdkCreateArtifactFilesMutationVariables = Exact<{
  input: CreateArtifactFilesInput;
}>;


export type SdkCreateArtifactFilesMutation = { readonly createArtifactFiles: { readonly files: { readonly edges: ReadonlyArray<{ readonly node: { readonly uploadUrl: string | null, readonly uploadHeaders: ReadonlyArray<string> | null, readonly artifact: { readonly id: string } | null } | null }> } } | null };

export type SdkCommitArtifactMutationVariables = Exact<{
  artifactId: string;
}>;


export type SdkCommitArtifactMutation = { readonly commitArtifact: { readonly artifact: { readonly id: string, readonly versionIndex: number | null } } | null };

export type SdkArtifactQueryVariables = Exact<{
  entityName?: string | null | undefined;
  projectName?: string | null | undefined;
  name: string;
}>;


export type SdkArtifactQuery = { readonly project: { readonly artifactCollectionMembership: { readonly artifact: { readonly id: string } | null } | null } | null };

export type SdkUseArtifactMutationVariables = Exact<{
  input: UseArtifactInput;
}>;


export type SdkUseArtifactMutation = { readonly useArtifact: { readonly artifact: { readonly id: string } | null } | null };

export type SdkUpsertRunMutationVariables = Exact<{
  input: UpsertBucketInput;
}>;


export type SdkUpsertRunMutation = { readonly upsertBucket: { readonly inserted: boolean | null, readonly bucket: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly historyLineCount: number | null, readonly project: { readonly name: string, readonly entity: { readonly name: string } } | null } | null } | null };

export type SdkRunToResumeQueryVariables = Exact<{
  entityName?: string | null | undefined;
  projectName?: string | null | undefined;
  runName: string;
}>;


export type SdkRunToResumeQuery = { readonly project: { readonly run: { readonly id: string, readonly config: string | null, readonly summaryMetrics: string | null, readonly historyLineCount: number | null, readonly logLineCount: number | null, readonly historyTail: string | null, readonly wandbConfig: string | null } | null } | null };

export type SdkRunFilesMutationVariables = Exact<{
  input: CreateRunFilesInput;
}>;


export type SdkRunFilesMutation = { readonly createRunFiles: { readonly uploadHeaders: ReadonlyArray<string> | null, readonly files: ReadonlyArray<{ readonly name: string, readonly uploadUrl: string }> | null } | null };

export type CliSecretsQueryVariables = Exact<{
  entityName: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CliSecretsQuery = { readonly entity: { readonly secretsConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly variable: string, readonly createdBy: string | null, readonly createdAt: string, readonly updatedBy: string | null, readonly updatedAt: string, readonly lastUsedAt: string | null, readonly lastUsedItemId: string | null, readonly isReadable: boolean, readonly runQueues: ReadonlyArray<{ readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CliSetSecretMutationVariables = Exact<{
  input: SetSecretInput;
}>;


export type CliSetSecretMutation = { readonly setSecret: { readonly isNew: boolean | null, readonly secret: { readonly name: string, readonly entityName: string, readonly variable: string } | null } | null };

export type CliDeleteSecretMutationVariables = Exact<{
  input: DeleteSecretInput;
}>;


export type CliDeleteSecretMutation = { readonly deleteSecret: { readonly success: boolean | null } | null };

export type AgentReadItemSecretsMutationVariables = Exact<{
  input: ReadItemSecretsInput;
}>;


export type AgentReadItemSecretsMutation = { readonly readItemSecrets: { readonly secrets: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly username: string | null, readonly entity: string | null, readonly admin: boolean | null, readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null };

export type WebAgentsQueryVariables = Exact<{
  entity: string;
  isListening: boolean;
  after?: string | null | undefined;
}>;


export type WebAgentsQuery = { readonly entity: { readonly launchAgents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly entityName: string, readonly hostname: string | null, readonly agentStatus: string | null, readonly agentConfig: unknown, readonly version: string | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null, readonly heldCount: number, readonly queues: ReadonlyArray<{ readonly name: string, readonly entityName: string }>, readonly heldItems: ReadonlyArray<{ readonly id: string, readonly state: string, readonly jobPath: string | null, readonly associatedRunId: string | null, readonly projectName: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebAgentFragment = { readonly id: string, readonly name: string | null, readonly entityName: string, readonly hostname: string | null, readonly agentStatus: string | null, readonly agentConfig: unknown, readonly version: string | null, readonly createdBy: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly stopPolling: boolean | null, readonly heldCount: number, readonly queues: ReadonlyArray<{ readonly name: string, readonly entityName: string }>, readonly heldItems: ReadonlyArray<{ readonly id: string, readonly state: string, readonly jobPath: string | null, readonly associatedRunId: string | null, readonly projectName: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null }> };

export type WebQueueNamesQueryVariables = Exact<{
  entity: string;
}>;


export type WebQueueNamesQuery = { readonly entity: { readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } }> } | null } | null };

export type WebDrainAgentMutationVariables = Exact<{
  id: string;
}>;


export type WebDrainAgentMutation = { readonly drainLaunchAgent: { readonly success: boolean | null } | null };

export type WebStopAgentMutationVariables = Exact<{
  id: string;
}>;


export type WebStopAgentMutation = { readonly stopLaunchAgent: { readonly success: boolean | null } | null };

export type WebComparedRunQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebComparedRunQuery = { readonly project: { readonly run: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly host: string | null, readonly commit: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly endedAt: string | null, readonly entityName: string, readonly projectName: string, readonly userName: string | null, readonly jobVersionName: string | null, readonly summaryMetrics: string | null, readonly inputValues: unknown, readonly historyKeys: unknown, readonly jobVersion: { readonly inputs: unknown } | null } | null } | null };

export type WebComparedFilesQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  files?: ReadonlyArray<string> | string | null | undefined;
}>;


export type WebComparedFilesQuery = { readonly project: { readonly run: { readonly inputValues: unknown } | null } | null };

export type WebJobsQueryVariables = Exact<{
  entity: string;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebJobsQuery = { readonly entity: { readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly description: string | null, readonly project: { readonly name: string, readonly entityName: string }, readonly latestVersion: { readonly version: string, readonly path: string, readonly createdAt: string, readonly sourceType: string } | null, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly createdAt: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebJobQueryVariables = Exact<{
  entity: string;
  project: string;
  job: string;
}>;


export type WebJobQuery = { readonly project: { readonly job: { readonly id: string, readonly name: string, readonly description: string | null, readonly createdAt: string | null, readonly latestVersion: { readonly version: string } | null } | null } | null };

export type WebJobVersionQueryVariables = Exact<{
  entity: string;
  project: string;
  name: string;
}>;


export type WebJobVersionQuery = { readonly project: { readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly path: string, readonly aliases: ReadonlyArray<string>, readonly createdAt: string, readonly sourceType: string, readonly source: unknown, readonly entryPoint: ReadonlyArray<string> | null, readonly runtime: string | null, readonly isPartial: boolean, readonly inputs: unknown, readonly configFiles: unknown, readonly warnings: ReadonlyArray<string>, readonly sourceArtifact: { readonly id: string, readonly versionIndex: number | null, readonly size: number, readonly artifactSequence: { readonly name: string } } | null, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly commit: string | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly user: { readonly username: string | null } | null } | null } | null } | null };

export type WebJobVersionsQueryVariables = Exact<{
  entity: string;
  project: string;
  job: string;
  after?: string | null | undefined;
}>;


export type WebJobVersionsQuery = { readonly project: { readonly job: { readonly versions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly version: string, readonly path: string, readonly aliases: ReadonlyArray<string>, readonly createdAt: string, readonly sourceType: string, readonly isPartial: boolean, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } | null };

export type WebJobRunsQueryVariables = Exact<{
  entity: string;
  project: string;
  job: string;
  after?: string | null | undefined;
}>;


export type WebJobRunsQuery = { readonly project: { readonly job: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly user: { readonly username: string | null } | null, readonly jobVersion: { readonly version: string } | null, readonly runQueueItem: { readonly id: string, readonly runSpec: unknown } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } | null };

export type WebJobVersionRunsQueryVariables = Exact<{
  entity: string;
  project: string;
  name: string;
  first: number;
}>;


export type WebJobVersionRunsQuery = { readonly project: { readonly jobVersion: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null } | null } | null };

export type WebSourceFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type WebSourceFilesQuery = { readonly artifact: { readonly files: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly sizeBytes: number | null, readonly directUrl: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebAddAliasMutationVariables = Exact<{
  input: AddAliasesInput;
}>;


export type WebAddAliasMutation = { readonly addAliases: { readonly success: boolean | null } | null };

export type WebRemoveAliasMutationVariables = Exact<{
  input: DeleteAliasesInput;
}>;


export type WebRemoveAliasMutation = { readonly deleteAliases: { readonly success: boolean | null } | null };

export type WebDescribeJobMutationVariables = Exact<{
  input: UpdateArtifactSequenceInput;
}>;


export type WebDescribeJobMutation = { readonly updateArtifactSequence: { readonly artifactCollection:
      | { readonly id: string }
      | { readonly id: string }
     | null } | null };

export type WebDeleteJobMutationVariables = Exact<{
  input: DeleteArtifactSequenceInput;
}>;


export type WebDeleteJobMutation = { readonly deleteArtifactSequence: { readonly clientMutationId: string | null } | null };

export type WebDeleteJobVersionMutationVariables = Exact<{
  input: DeleteArtifactInput;
}>;


export type WebDeleteJobVersionMutation = { readonly deleteArtifact: { readonly clientMutationId: string | null } | null };

export type WebCreateApiKeyMutationVariables = Exact<{
  input: GenerateApiKeyInput;
}>;


export type WebCreateApiKeyMutation = { readonly generateApiKey: { readonly apiKey: { readonly id: string, readonly name: string } | null } | null };

export type WebLaunchVersionQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  jobName: string;
  name: string;
}>;


export type WebLaunchVersionQuery = { readonly project: { readonly job: { readonly name: string, readonly description: string | null, readonly versions: { readonly edges: ReadonlyArray<{ readonly node: { readonly version: string, readonly aliases: ReadonlyArray<string>, readonly createdAt: string } | null }> } | null } | null, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly aliases: ReadonlyArray<string>, readonly path: string, readonly createdAt: string, readonly entryPoint: ReadonlyArray<string> | null, readonly isPartial: boolean, readonly inputs: unknown, readonly configFiles: unknown, readonly warnings: ReadonlyArray<string>, readonly project: { readonly name: string, readonly entityName: string } } | null } | null };

export type WebLaunchSecretNamesQueryVariables = Exact<{
  entityName: string;
}>;


export type WebLaunchSecretNamesQuery = { readonly entity: { readonly secrets: ReadonlyArray<{ readonly name: string }> | null } | null };

export type WebLaunchRecentJobsQueryVariables = Exact<{
  entityName: string;
  author: string;
}>;


export type WebLaunchRecentJobsQuery = { readonly entity: { readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly jobPath: string | null, readonly createdAt: string | null } | null }> } | null } | null };

export type LaunchQueueFragment = { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null }>, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null };

export type WebLaunchQueuesQueryVariables = Exact<{
  entityName: string;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WebLaunchQueuesQuery = { readonly entity: { readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null }>, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebLaunchQueueQueryVariables = Exact<{
  entityName: string;
  name: string;
}>;


export type WebLaunchQueueQuery = { readonly entity: { readonly runQueue: { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null }>, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null } | null } | null };

export type WebLaunchWaitingQueryVariables = Exact<{
  entityName: string;
  name: string;
  priority?: number | null | undefined;
}>;


export type WebLaunchWaitingQuery = { readonly project: { readonly runQueue: { readonly id: string, readonly waiting: { readonly reason: string, readonly message: string, readonly pendingCount: number, readonly expectedStartSeconds: number | null, readonly agents: ReadonlyArray<{ readonly maxJobs: number | null, readonly freeRoom: number | null, readonly heldCount: number, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } }> } } | null } | null };

export type WebCheckLaunchMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type WebCheckLaunchMutation = { readonly checkLaunch: { readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly earlierLaunches: ReadonlyArray<{ readonly id: string, readonly state: string, readonly reason: string | null, readonly createdAt: string | null, readonly author: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null };

export type WebLaunchMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type WebLaunchMutation = { readonly pushToRunQueueByName: { readonly runQueueItemId: string | null, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }> | null, readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly createdAt: string | null, readonly author: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null } | null };

export type WebLaunchedItemFragment = { readonly id: string, readonly state: string, readonly reason: string | null, readonly createdAt: string | null, readonly author: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null };

export type WebLaunchItemQueryVariables = Exact<{
  id: string;
}>;


export type WebLaunchItemQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly createdAt: string | null, readonly author: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null };

export type WebLaunchJobRunsQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  jobName: string;
  job: string;
  after?: string | null | undefined;
  afterItem?: string | null | undefined;
}>;


export type WebLaunchJobRunsQuery = { readonly project: { readonly job: { readonly runs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly createdAt: string | null, readonly user: { readonly username: string | null } | null, readonly project: { readonly name: string, readonly entityName: string } | null, readonly jobVersion: { readonly version: string } | null } | null }> } | null } | null } | null, readonly entity: { readonly runQueueItems: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly createdAt: string | null, readonly author: string | null, readonly jobVersion: { readonly version: string } | null, readonly run: { readonly name: string, readonly displayName: string | null } | null } | null }> } | null } | null };

export type WebLaunchSourceRunQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  runName: string;
  files?: ReadonlyArray<string> | string | null | undefined;
}>;


export type WebLaunchSourceRunQuery = { readonly project: { readonly run: { readonly name: string, readonly displayName: string | null, readonly inputValues: unknown, readonly runQueueItem: { readonly runSpec: unknown } | null, readonly jobVersion: { readonly path: string, readonly inputs: unknown } | null } | null } | null };

export type WebLaunchSourceItemQueryVariables = Exact<{
  id: string;
}>;


export type WebLaunchSourceItemQuery = { readonly runQueueItem: { readonly id: string, readonly inputValues: unknown, readonly runSpec: unknown, readonly jobVersion: { readonly path: string, readonly inputs: unknown } | null } | null };

export type WebLaunchPresetsQueryVariables = Exact<{
  entityName: string;
  job?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebLaunchPresetsQuery = { readonly entity: { readonly presets: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly entityName: string, readonly jobPath: string | null, readonly latestVersion: { readonly version: string, readonly description: string | null, readonly createdAt: string } | null } | null }> } | null } | null };

export type WebLaunchPresetLayersQueryVariables = Exact<{
  presets: ReadonlyArray<string> | string;
}>;


export type WebLaunchPresetLayersQuery = { readonly presetLayers: ReadonlyArray<{ readonly id: string, readonly version: string, readonly versionIndex: number, readonly path: string, readonly content: unknown, readonly preset: { readonly id: string, readonly name: string, readonly entityName: string, readonly jobPath: string | null } }> };

export type WebLaunchSavePresetMutationVariables = Exact<{
  input: SavePresetInput;
}>;


export type WebLaunchSavePresetMutation = { readonly savePreset: { readonly isNew: boolean, readonly presetVersion: { readonly id: string, readonly version: string, readonly path: string } | null } | null };

export type WebLaunchUsageQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type WebLaunchUsageQuery = { readonly project: { readonly jobVersion: { readonly id: string, readonly inputUsage: ReadonlyArray<{ readonly address: string, readonly runs: number, readonly minimum: number | null, readonly maximum: number | null, readonly values: unknown }> } | null } | null };

export type WebLaunchJobsQueryVariables = Exact<{
  entityName: string;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebLaunchJobsQuery = { readonly entity: { readonly jobs: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly description: string | null, readonly updatedAt: string | null, readonly project: { readonly name: string, readonly entityName: string }, readonly latestVersion: { readonly version: string } | null } | null }> } | null } | null };

export type WebPaletteQueryVariables = Exact<{
  entity: string;
  search: string;
  runFilters: string;
}>;


export type WebPaletteQuery = { readonly entity: { readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly project: { readonly name: string, readonly entityName: string } } | null }> } | null, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null, readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } | null } | null };

export type WebQueueItemsQueryVariables = Exact<{
  entity: string;
  queue: string;
  states?: ReadonlyArray<string> | string | null | undefined;
  author?: string | null | undefined;
  job?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebQueueItemsQuery = { readonly entity: { readonly runQueue: { readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly priority: number | null, readonly author: string | null, readonly jobPath: string | null, readonly projectName: string | null, readonly associatedRunId: string | null, readonly createdAt: string | null, readonly leasedAt: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly stopRequestedAt: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly waiting: { readonly reason: string, readonly message: string, readonly position: number | null, readonly pendingCount: number, readonly expectedStartSeconds: number | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } | null };

export type WebQueueItemFragment = { readonly id: string, readonly state: string, readonly priority: number | null, readonly author: string | null, readonly jobPath: string | null, readonly projectName: string | null, readonly associatedRunId: string | null, readonly createdAt: string | null, readonly leasedAt: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly stopRequestedAt: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly waiting: { readonly reason: string, readonly message: string, readonly position: number | null, readonly pendingCount: number, readonly expectedStartSeconds: number | null } | null };

export type WebItemQueryVariables = Exact<{
  id: string;
}>;


export type WebItemQuery = { readonly runQueueItem: { readonly filePaths: ReadonlyArray<string> | null, readonly runSpec: unknown, readonly id: string, readonly state: string, readonly priority: number | null, readonly author: string | null, readonly jobPath: string | null, readonly projectName: string | null, readonly associatedRunId: string | null, readonly createdAt: string | null, readonly leasedAt: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly stopRequestedAt: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly warnings: ReadonlyArray<{ readonly message: string, readonly stage: string | null, readonly createdAt: string | null }> | null, readonly origins: ReadonlyArray<{ readonly kind: string, readonly name: string | null, readonly version: string | null, readonly inputs: ReadonlyArray<string> }>, readonly retryOf: { readonly id: string, readonly state: string } | null, readonly retries: ReadonlyArray<{ readonly id: string, readonly state: string, readonly createdAt: string | null }>, readonly runQueue: { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly prioritizationMode: RunQueuePrioritizationMode | null } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly path: string, readonly project: { readonly name: string, readonly entityName: string } } | null, readonly waiting: { readonly reason: string, readonly message: string, readonly position: number | null, readonly pendingCount: number, readonly expectedStartSeconds: number | null } | null } | null };

export type WebItemInputsQueryVariables = Exact<{
  id: string;
}>;


export type WebItemInputsQuery = { readonly runQueueItem: { readonly inputs: unknown } | null };

export type WebCancelItemsMutationVariables = Exact<{
  input: CancelRunQueueItemsInput;
}>;


export type WebCancelItemsMutation = { readonly cancelRunQueueItems: { readonly runQueueItems: ReadonlyArray<{ readonly id: string, readonly state: string }>, readonly refused: ReadonlyArray<{ readonly runQueueItemId: string, readonly message: string }> } | null };

export type WebPrioritiseItemsMutationVariables = Exact<{
  input: UpdateRunQueueItemsInput;
}>;


export type WebPrioritiseItemsMutation = { readonly updateRunQueueItems: { readonly runQueueItems: ReadonlyArray<{ readonly id: string, readonly priority: number | null }>, readonly refused: ReadonlyArray<{ readonly runQueueItemId: string, readonly message: string }> } | null };

export type WebRetryItemMutationVariables = Exact<{
  input: RetryRunQueueItemInput;
}>;


export type WebRetryItemMutation = { readonly retryRunQueueItem: { readonly runQueueItem: { readonly id: string } | null, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }> } | null };

export type WebQueuesQueryVariables = Exact<{
  entity: string;
  after?: string | null | undefined;
}>;


export type WebQueuesQuery = { readonly entity: { readonly runQueuesConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly externalLinks: unknown, readonly pendingCount: number, readonly runningCount: number, readonly listeningAgentCount: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebQueueQueryVariables = Exact<{
  entity: string;
  name: string;
}>;


export type WebQueueQuery = { readonly entity: { readonly runQueue: { readonly createdBy: string | null, readonly createdAt: string | null, readonly access: RunQueueAccessType | null, readonly defaultResourceConfigID: string | null, readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly externalLinks: unknown, readonly pendingCount: number, readonly runningCount: number, readonly listeningAgentCount: number, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null, readonly waitingItems: { readonly totalCount: number | null } | null } | null } | null };

export type WebQueueFragment = { readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly externalLinks: unknown, readonly pendingCount: number, readonly runningCount: number, readonly listeningAgentCount: number };

export type WebQueueActivityQueryVariables = Exact<{
  entity: string;
  name: string;
  hours: number;
  spans: number;
}>;


export type WebQueueActivityQuery = { readonly entity: { readonly runQueue: { readonly activity: { readonly isComplete: boolean, readonly spanSeconds: number, readonly spans: ReadonlyArray<{ readonly start: string, readonly pushed: number, readonly claimed: number, readonly finished: number, readonly failed: number, readonly stopped: number, readonly cancelled: number, readonly queuedSeconds: number | null, readonly queuedSecondsHigh: number | null, readonly runSeconds: number | null, readonly runSecondsHigh: number | null }> } } | null } | null };

export type WebRefusedLaunchesQueryVariables = Exact<{
  entity: string;
  queueName: string;
  after?: string | null | undefined;
}>;


export type WebRefusedLaunchesQuery = { readonly entity: { readonly refusedLaunches: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly author: string | null, readonly jobPath: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebSaveQueueMutationVariables = Exact<{
  input: UpsertRunQueueInput;
}>;


export type WebSaveQueueMutation = { readonly upsertRunQueue: { readonly success: boolean | null, readonly configSchemaValidationErrors: ReadonlyArray<string> | null } | null };

export type WebDeleteQueueMutationVariables = Exact<{
  id: string;
}>;


export type WebDeleteQueueMutation = { readonly deleteRunQueues: { readonly success: boolean | null } | null };

export type WebPauseQueueMutationVariables = Exact<{
  id: string;
}>;


export type WebPauseQueueMutation = { readonly pauseRunQueue: { readonly runQueue: { readonly isPaused: boolean } | null } | null };

export type WebResumeQueueMutationVariables = Exact<{
  id: string;
}>;


export type WebResumeQueueMutation = { readonly resumeRunQueue: { readonly runQueue: { readonly isPaused: boolean } | null } | null };

export type WebRunHistoryQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  specs: ReadonlyArray<string> | string;
}>;


export type WebRunHistoryQuery = { readonly project: { readonly run: { readonly historyLineCount: number | null, readonly sampledHistory: ReadonlyArray<unknown> | null } | null } | null };

export type WebRunMetricsQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebRunMetricsQuery = { readonly project: { readonly run: { readonly historyKeys: unknown, readonly wandbConfig: string | null } | null } | null };

export type WebRunQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebRunQuery = { readonly project: { readonly run: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly notes: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly state: string | null, readonly stopped: boolean | null, readonly exitcode: number | null, readonly furtherWriters: number | null, readonly host: string | null, readonly commit: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly heartbeatAt: string | null, readonly config: string | null, readonly summaryMetrics: string | null, readonly user: { readonly username: string | null } | null, readonly runInfo: { readonly program: string | null, readonly args: ReadonlyArray<string> | null, readonly os: string | null, readonly python: string | null, readonly executable: string | null, readonly gpu: string | null, readonly gpuCount: number | null, readonly cpuCount: number | null, readonly git: { readonly remote: string | null, readonly commit: string | null } | null } | null, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly path: string, readonly project: { readonly name: string, readonly entityName: string }, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null, readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly retryOf: { readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null, readonly retries: ReadonlyArray<{ readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }>, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null } | null } | null };

export type WebRunDetailsFragment = { readonly id: string, readonly name: string, readonly displayName: string | null, readonly notes: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly state: string | null, readonly stopped: boolean | null, readonly exitcode: number | null, readonly furtherWriters: number | null, readonly host: string | null, readonly commit: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly heartbeatAt: string | null, readonly config: string | null, readonly summaryMetrics: string | null, readonly user: { readonly username: string | null } | null, readonly runInfo: { readonly program: string | null, readonly args: ReadonlyArray<string> | null, readonly os: string | null, readonly python: string | null, readonly executable: string | null, readonly gpu: string | null, readonly gpuCount: number | null, readonly cpuCount: number | null, readonly git: { readonly remote: string | null, readonly commit: string | null } | null } | null, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly path: string, readonly project: { readonly name: string, readonly entityName: string }, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null, readonly runQueueItem: { readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly retryOf: { readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null, readonly retries: ReadonlyArray<{ readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null }>, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null };

export type WebRunItemFragment = { readonly id: string, readonly state: string, readonly reason: string | null, readonly stage: string | null, readonly author: string | null, readonly createdAt: string | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly launchAgent: { readonly id: string, readonly name: string | null, readonly hostname: string | null } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null };

export type WebRunConfigQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebRunConfigQuery = { readonly project: { readonly run: { readonly config: string | null, readonly inputValues: unknown, readonly jobVersion: { readonly inputs: unknown } | null, readonly runQueueItem: { readonly inputs: unknown } | null } | null } | null };

export type WebRunAlertsQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  after?: string | null | undefined;
}>;


export type WebRunAlertsQuery = { readonly project: { readonly run: { readonly alerts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly text: string, readonly severity: AlertSeverity, readonly createdAt: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } | null };

export type WebRunSiblingsQueryVariables = Exact<{
  entity: string;
  project: string;
  job: string;
}>;


export type WebRunSiblingsQuery = { readonly project: { readonly job: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null } | null }> } | null } | null } | null };

export type WebRunEventsQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  samples: number;
}>;


export type WebRunEventsQuery = { readonly project: { readonly run: { readonly events: ReadonlyArray<string> | null } | null } | null };

export type WebRunLogSizeQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebRunLogSizeQuery = { readonly project: { readonly run: { readonly logLineCount: number | null, readonly runQueueItem: { readonly id: string } | null } | null } | null };

export type WebRunLogLinesQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  from: number;
  count: number;
}>;


export type WebRunLogLinesQuery = { readonly project: { readonly run: { readonly logLines: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: number, readonly timestamp: string | null, readonly level: string | null, readonly line: string } | null }> } | null } | null } | null };

export type WebRunLogMatchesQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  text?: string | null | undefined;
  from: number;
}>;


export type WebRunLogMatchesQuery = { readonly project: { readonly run: { readonly logMatches: { readonly lines: ReadonlyArray<number>, readonly nextLine: number | null } } | null } | null };

export type WebItemOutputQueryVariables = Exact<{
  item: string;
  offset: number;
}>;


export type WebItemOutputQuery = { readonly runQueueItem: { readonly log: { readonly text: string, readonly nextOffset: number, readonly isComplete: boolean } | null } | null };

export type WebRunFilesQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
  after?: string | null | undefined;
}>;


export type WebRunFilesQuery = { readonly project: { readonly run: { readonly files: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly sizeBytes: number | null, readonly mimetype: string | null, readonly updatedAt: string | null, readonly directUrl: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null } | null };

export type WebRunArtifactsQueryVariables = Exact<{
  entity: string;
  project: string;
  run: string;
}>;


export type WebRunArtifactsQuery = { readonly project: { readonly run: { readonly inputArtifacts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly versionIndex: number | null, readonly size: number, readonly fileCount: number, readonly createdAt: string, readonly description: string | null, readonly artifactType: { readonly name: string }, readonly artifactSequence: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null }, readonly aliases: ReadonlyArray<{ readonly alias: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null, readonly outputArtifacts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly versionIndex: number | null, readonly size: number, readonly fileCount: number, readonly createdAt: string, readonly description: string | null, readonly artifactType: { readonly name: string }, readonly artifactSequence: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null }, readonly aliases: ReadonlyArray<{ readonly alias: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null } | null } | null };

export type WebArtifactFilesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type WebArtifactFilesQuery = { readonly artifact: { readonly files: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly sizeBytes: number | null, readonly mimetype: string | null, readonly updatedAt: string | null, readonly directUrl: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebFileFragment = { readonly id: string, readonly name: string | null, readonly sizeBytes: number | null, readonly mimetype: string | null, readonly updatedAt: string | null, readonly directUrl: string | null };

export type WebArtifactFragment = { readonly id: string, readonly versionIndex: number | null, readonly size: number, readonly fileCount: number, readonly createdAt: string, readonly description: string | null, readonly artifactType: { readonly name: string }, readonly artifactSequence: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null }, readonly aliases: ReadonlyArray<{ readonly alias: string }> };

export type WebChangeRunMutationVariables = Exact<{
  input: UpsertBucketInput;
}>;


export type WebChangeRunMutation = { readonly upsertBucket: { readonly bucket: { readonly id: string } | null } | null };

export type WebStopRunMutationVariables = Exact<{
  id: string;
}>;


export type WebStopRunMutation = { readonly stopRun: { readonly success: boolean | null } | null };

export type WebDeleteRunMutationVariables = Exact<{
  id: string;
}>;


export type WebDeleteRunMutation = { readonly deleteRun: { readonly clientMutationId: string | null } | null };

export type RunRowFragment = { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly host: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly endedAt: string | null, readonly entityName: string, readonly projectName: string, readonly userName: string | null, readonly jobVersionName: string | null, readonly values: ReadonlyArray<unknown> };

export type RunPageFragment = { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly host: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly endedAt: string | null, readonly entityName: string, readonly projectName: string, readonly userName: string | null, readonly jobVersionName: string | null, readonly values: ReadonlyArray<unknown> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type RunKeyPageFragment = { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly path: string, readonly isInput: boolean, readonly hasNumbers: boolean, readonly hasOthers: boolean } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type RunGroupPageFragment = { readonly edges: ReadonlyArray<{ readonly node: { readonly value: unknown, readonly count: number, readonly filters: string, readonly aggregates: ReadonlyArray<{ readonly key: string, readonly count: number, readonly min: number | null, readonly mean: number | null, readonly max: number | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type WebEntityRunsQueryVariables = Exact<{
  entity: string;
  filters?: string | null | undefined;
  order?: string | null | undefined;
  values: ReadonlyArray<string> | string;
  first: number;
  after?: string | null | undefined;
}>;


export type WebEntityRunsQuery = { readonly entity: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly host: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly endedAt: string | null, readonly entityName: string, readonly projectName: string, readonly userName: string | null, readonly jobVersionName: string | null, readonly values: ReadonlyArray<unknown> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebProjectRunsQueryVariables = Exact<{
  entity: string;
  project: string;
  filters?: string | null | undefined;
  order?: string | null | undefined;
  values: ReadonlyArray<string> | string;
  first: number;
  after?: string | null | undefined;
}>;


export type WebProjectRunsQuery = { readonly project: { readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly tags: ReadonlyArray<string> | null, readonly group: string | null, readonly jobType: string | null, readonly host: string | null, readonly createdAt: string | null, readonly heartbeatAt: string | null, readonly endedAt: string | null, readonly entityName: string, readonly projectName: string, readonly userName: string | null, readonly jobVersionName: string | null, readonly values: ReadonlyArray<unknown> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebEntityRunCountQueryVariables = Exact<{
  entity: string;
  filters?: string | null | undefined;
}>;


export type WebEntityRunCountQuery = { readonly entity: { readonly runCount: number | null } | null };

export type WebProjectRunCountQueryVariables = Exact<{
  entity: string;
  project: string;
  filters?: string | null | undefined;
}>;


export type WebProjectRunCountQuery = { readonly project: { readonly runCount: number | null } | null };

export type WebEntityRunKeysQueryVariables = Exact<{
  entity: string;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebEntityRunKeysQuery = { readonly entity: { readonly runKeys: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly path: string, readonly isInput: boolean, readonly hasNumbers: boolean, readonly hasOthers: boolean } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebProjectRunKeysQueryVariables = Exact<{
  entity: string;
  project: string;
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebProjectRunKeysQuery = { readonly project: { readonly runKeys: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly path: string, readonly isInput: boolean, readonly hasNumbers: boolean, readonly hasOthers: boolean } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebEntityRunGroupsQueryVariables = Exact<{
  entity: string;
  by: string;
  filters?: string | null | undefined;
  aggregates?: ReadonlyArray<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebEntityRunGroupsQuery = { readonly entity: { readonly runGroups: { readonly edges: ReadonlyArray<{ readonly node: { readonly value: unknown, readonly count: number, readonly filters: string, readonly aggregates: ReadonlyArray<{ readonly key: string, readonly count: number, readonly min: number | null, readonly mean: number | null, readonly max: number | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebProjectRunGroupsQueryVariables = Exact<{
  entity: string;
  project: string;
  by: string;
  filters?: string | null | undefined;
  aggregates?: ReadonlyArray<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebProjectRunGroupsQuery = { readonly project: { readonly runGroups: { readonly edges: ReadonlyArray<{ readonly node: { readonly value: unknown, readonly count: number, readonly filters: string, readonly aggregates: ReadonlyArray<{ readonly key: string, readonly count: number, readonly min: number | null, readonly mean: number | null, readonly max: number | null }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebRunProjectsQueryVariables = Exact<{
  entity: string;
}>;


export type WebRunProjectsQuery = { readonly entity: { readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null };

export type WebStopRunsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type WebStopRunsMutation = { readonly stopRuns: { readonly count: number } | null };

export type WebDeleteRunsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type WebDeleteRunsMutation = { readonly deleteRuns: { readonly count: number } | null };

export type WebMoveRunsMutationVariables = Exact<{
  input: MoveRunsInput;
}>;


export type WebMoveRunsMutation = { readonly moveRuns: { readonly runs: ReadonlyArray<{ readonly id: string, readonly name: string, readonly entityName: string }> } | null };

export type WebTagRunsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
  add?: ReadonlyArray<string> | string | null | undefined;
  remove?: ReadonlyArray<string> | string | null | undefined;
}>;


export type WebTagRunsMutation = { readonly tagRuns: { readonly count: number } | null };

export type OpenSessionMutationVariables = Exact<{
  input: OpenSessionInput;
}>;


export type OpenSessionMutation = { readonly openSession: { readonly user: { readonly username: string | null } | null } | null };

export type CloseSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type CloseSessionMutation = { readonly closeSession: { readonly success: boolean | null } | null };

export type WebProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type WebProfileQuery = { readonly viewer: { readonly username: string | null, readonly email: string | null, readonly admin: boolean | null, readonly createdAt: string | null, readonly hasPassword: boolean | null } | null };

export type WebApiKeysQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WebApiKeysQuery = { readonly viewer: { readonly apiKeys: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly description: string | null, readonly createdAt: string | null, readonly lastUsedAt: string | null } | null }> } | null } | null };

export type WebUsersQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WebUsersQuery = { readonly users: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly username: string | null, readonly email: string | null, readonly admin: boolean | null, readonly createdAt: string | null, readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string } | null }> } | null } | null }> } | null };

export type WebTeamsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WebTeamsQuery = { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly canChangeMembers: boolean, readonly memberCount: number, readonly membersConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly username: string | null, readonly email: string | null, readonly admin: boolean | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WebMembersFragment = { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly username: string | null, readonly email: string | null, readonly admin: boolean | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type WebTeamMembersQueryVariables = Exact<{
  team: string;
  after?: string | null | undefined;
}>;


export type WebTeamMembersQuery = { readonly team: { readonly membersConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly username: string | null, readonly email: string | null, readonly admin: boolean | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WebSecretsQueryVariables = Exact<{
  entity: string;
  after?: string | null | undefined;
}>;


export type WebSecretsQuery = { readonly entity: { readonly secretsConnection: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly variable: string, readonly createdBy: string | null, readonly updatedBy: string | null, readonly updatedAt: string, readonly lastUsedAt: string | null, readonly isReadable: boolean, readonly runQueues: ReadonlyArray<{ readonly name: string, readonly entityName: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WebServerInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type WebServerInfoQuery = { readonly serverInfo: { readonly version: string | null, readonly features: ReadonlyArray<{ readonly name: string, readonly isEnabled: boolean }> | null } | null };

export type WebUpdateViewerMutationVariables = Exact<{
  input: UpdateViewerInput;
}>;


export type WebUpdateViewerMutation = { readonly updateViewer: { readonly user: { readonly email: string | null } | null } | null };

export type WebSetPasswordMutationVariables = Exact<{
  input: SetPasswordInput;
}>;


export type WebSetPasswordMutation = { readonly setPassword: { readonly success: boolean | null } | null };

export type WebDeleteApiKeyMutationVariables = Exact<{
  input: DeleteApiKeyInput;
}>;


export type WebDeleteApiKeyMutation = { readonly deleteApiKey: { readonly success: boolean | null } | null };

export type WebCreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type WebCreateUserMutation = { readonly createUser: { readonly apiKey: string | null, readonly user: { readonly username: string | null } | null } | null };

export type WebUpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type WebUpdateUserMutation = { readonly updateUser: { readonly user: { readonly username: string | null, readonly admin: boolean | null } | null } | null };

export type WebCreateTeamMutationVariables = Exact<{
  input: CreateTeamInput;
}>;


export type WebCreateTeamMutation = { readonly createTeam: { readonly entity: { readonly name: string } | null } | null };

export type WebAddTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;


export type WebAddTeamMemberMutation = { readonly addTeamMember: { readonly success: boolean | null } | null };

export type WebRemoveTeamMemberMutationVariables = Exact<{
  input: TeamMemberInput;
}>;


export type WebRemoveTeamMemberMutation = { readonly removeTeamMember: { readonly success: boolean | null } | null };

export type WebSetSecretMutationVariables = Exact<{
  input: SetSecretInput;
}>;


export type WebSetSecretMutation = { readonly setSecret: { readonly isNew: boolean | null } | null };

export type WebDeleteSecretMutationVariables = Exact<{
  input: DeleteSecretInput;
}>;


export type WebDeleteSecretMutation = { readonly deleteSecret: { readonly success: boolean | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CliAgentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CliAgent on LaunchAgent {
  id
  name
  entityName
  hostname
  agentStatus
  version
  createdBy
  createdAt
  heartbeatAt
  stopPolling
  queues {
    name
    entityName
  }
  items: runQueueItems(first: 0) {
    totalCount
  }
}
    `, {"fragmentName":"CliAgent"}) as unknown as TypedDocumentString<CliAgentFragment, unknown>;
export const CompletedJobsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedJobs on Entity {
  name
  projects(first: 100) {
    edges {
      node {
        name
        entityName
        jobs(first: 100) {
          edges {
            node {
              name
              description
              latestVersion {
                version
              }
            }
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"CompletedJobs"}) as unknown as TypedDocumentString<CompletedJobsFragment, unknown>;
export const CompletedQueuesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedQueues on Entity {
  name
  runQueuesConnection(first: 100) {
    edges {
      node {
        name
        entityName
        resource
        isPaused
        defaultResourceConfig {
          templateVariables {
            name
            schema
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"CompletedQueues"}) as unknown as TypedDocumentString<CompletedQueuesFragment, unknown>;
export const CompletedSecretsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedSecrets on Entity {
  name
  secretsConnection(first: 100) {
    edges {
      node {
        name
        entityName
        variable
      }
    }
  }
}
    `, {"fragmentName":"CompletedSecrets"}) as unknown as TypedDocumentString<CompletedSecretsFragment, unknown>;
export const CompletedWorkFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedWork on Entity {
  name
  runQueueItems(first: 50) {
    edges {
      node {
        id
        state
        jobPath
        author
      }
    }
  }
  launchAgents(first: 50) {
    edges {
      node {
        id
        name
        hostname
        agentStatus
      }
    }
  }
}
    `, {"fragmentName":"CompletedWork"}) as unknown as TypedDocumentString<CompletedWorkFragment, unknown>;
export const CompletedRunsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedRuns on Entity {
  name
  projects(first: 20) {
    edges {
      node {
        name
        entityName
        runs(first: 20) {
          edges {
            node {
              name
              displayName
              state
            }
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"CompletedRuns"}) as unknown as TypedDocumentString<CompletedRunsFragment, unknown>;
export const CompletedPresetsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CompletedPresets on Entity {
  name
  presets(first: 100) {
    edges {
      node {
        name
        entityName
        jobPath
        latestVersion {
          version
          description
        }
      }
    }
  }
}
    `, {"fragmentName":"CompletedPresets"}) as unknown as TypedDocumentString<CompletedPresetsFragment, unknown>;
export const CliWaitingFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment CliWaiting on Waiting {
  reason
  message
  position
  higherPriorityCount
  pendingCount
  expectedStartSeconds
  recentRunSeconds
  heldBy {
    name
    hostname
  }
  runQueue {
    name
    entityName
    isPaused
  }
  agents {
    maxJobs
    freeRoom
    heldCount
    runQueueItemIds
    launchAgent {
      name
      hostname
      agentStatus
      heartbeatAt
      stopPolling
    }
  }
}
    `, {"fragmentName":"CliWaiting"}) as unknown as TypedDocumentString<CliWaitingFragment, unknown>;
export const WebAgentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebAgent on LaunchAgent {
  id
  name
  entityName
  hostname
  agentStatus
  agentConfig
  version
  createdBy
  createdAt
  heartbeatAt
  stopPolling
  queues {
    name
    entityName
  }
  heldCount
  heldItems {
    id
    state
    jobPath
    associatedRunId
    projectName
    claimedAt
    startedAt
    runQueue {
      name
      entityName
    }
  }
}
    `, {"fragmentName":"WebAgent"}) as unknown as TypedDocumentString<WebAgentFragment, unknown>;
export const LaunchQueueFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LaunchQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  launchAgents {
    id
    name
    hostname
  }
  defaultResourceConfig {
    config
    templateVariables {
      name
      schema
    }
  }
}
    `, {"fragmentName":"LaunchQueue"}) as unknown as TypedDocumentString<LaunchQueueFragment, unknown>;
export const WebLaunchedItemFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebLaunchedItem on RunQueueItem {
  id
  state
  reason
  createdAt
  author
  runQueue {
    name
    entityName
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}
    `, {"fragmentName":"WebLaunchedItem"}) as unknown as TypedDocumentString<WebLaunchedItemFragment, unknown>;
export const WebQueueItemFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebQueueItem on RunQueueItem {
  id
  state
  priority
  author
  jobPath
  projectName
  associatedRunId
  createdAt
  leasedAt
  claimedAt
  startedAt
  endedAt
  stopRequestedAt
  exitCode
  reason
  stage
  waiting {
    reason
    message
    position
    pendingCount
    expectedStartSeconds
  }
}
    `, {"fragmentName":"WebQueueItem"}) as unknown as TypedDocumentString<WebQueueItemFragment, unknown>;
export const WebQueueFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  externalLinks
  pendingCount
  runningCount
  listeningAgentCount
}
    `, {"fragmentName":"WebQueue"}) as unknown as TypedDocumentString<WebQueueFragment, unknown>;
export const WebRunItemFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebRunItem on RunQueueItem {
  id
  state
  reason
  stage
  author
  createdAt
  runQueue {
    name
    entityName
  }
  launchAgent {
    id
    name
    hostname
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}
    `, {"fragmentName":"WebRunItem"}) as unknown as TypedDocumentString<WebRunItemFragment, unknown>;
export const WebRunDetailsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebRunDetails on Run {
  id
  name
  displayName
  notes
  tags
  group
  jobType
  state
  stopped
  exitcode
  furtherWriters
  host
  commit
  createdAt
  endedAt
  heartbeatAt
  config
  summaryMetrics
  user {
    username
  }
  runInfo {
    program
    args
    os
    python
    executable
    gpu
    gpuCount
    cpuCount
    git {
      remote
      commit
    }
  }
  jobVersion {
    id
    name
    version
    path
    project {
      name
      entityName
    }
    sourceRun {
      name
      displayName
      project {
        name
        entityName
      }
    }
  }
  runQueueItem {
    ...WebRunItem
    retryOf {
      ...WebRunItem
    }
    retries {
      ...WebRunItem
    }
  }
}
    fragment WebRunItem on RunQueueItem {
  id
  state
  reason
  stage
  author
  createdAt
  runQueue {
    name
    entityName
  }
  launchAgent {
    id
    name
    hostname
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}`, {"fragmentName":"WebRunDetails"}) as unknown as TypedDocumentString<WebRunDetailsFragment, unknown>;
export const WebFileFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebFile on File {
  id
  name
  sizeBytes
  mimetype
  updatedAt
  directUrl
}
    `, {"fragmentName":"WebFile"}) as unknown as TypedDocumentString<WebFileFragment, unknown>;
export const WebArtifactFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebArtifact on Artifact {
  id
  versionIndex
  size
  fileCount
  createdAt
  description
  artifactType {
    name
  }
  artifactSequence {
    name
    project {
      name
      entityName
    }
  }
  aliases {
    alias
  }
}
    `, {"fragmentName":"WebArtifact"}) as unknown as TypedDocumentString<WebArtifactFragment, unknown>;
export const RunRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RunRow on Run {
  id
  name
  displayName
  state
  tags
  group
  jobType
  host
  createdAt
  heartbeatAt
  endedAt
  entityName
  projectName
  userName
  jobVersionName
  values(of: $values)
}
    `, {"fragmentName":"RunRow"}) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const RunPageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RunPage on RunConnection {
  edges {
    node {
      ...RunRow
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment RunRow on Run {
  id
  name
  displayName
  state
  tags
  group
  jobType
  host
  createdAt
  heartbeatAt
  endedAt
  entityName
  projectName
  userName
  jobVersionName
  values(of: $values)
}`, {"fragmentName":"RunPage"}) as unknown as TypedDocumentString<RunPageFragment, unknown>;
export const RunKeyPageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RunKeyPage on RunKeyConnection {
  edges {
    node {
      name
      path
      isInput
      hasNumbers
      hasOthers
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"RunKeyPage"}) as unknown as TypedDocumentString<RunKeyPageFragment, unknown>;
export const RunGroupPageFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RunGroupPage on RunGroupConnection {
  edges {
    node {
      value
      count
      filters
      aggregates {
        key
        count
        min
        mean
        max
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"RunGroupPage"}) as unknown as TypedDocumentString<RunGroupPageFragment, unknown>;
export const WebMembersFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WebMembers on MemberConnection {
  edges {
    node {
      id
      username
      email
      admin
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"WebMembers"}) as unknown as TypedDocumentString<WebMembersFragment, unknown>;
export const AgentLeaseItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentLeaseItems($input: LeaseRunQueueItemsInput!) {
  leaseRunQueueItems(input: $input) {
    items {
      runQueueItemId
      runSpec
      queueName
      queueEntityName
    }
  }
}
    `) as unknown as TypedDocumentString<AgentLeaseItemsMutation, AgentLeaseItemsMutationVariables>;
export const AgentHeartbeatDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentHeartbeat($input: LaunchAgentHeartbeatInput!) {
  launchAgentHeartbeat(input: $input) {
    stopPolling
    stopRunQueueItemIds
    lostRunQueueItemIds
  }
}
    `) as unknown as TypedDocumentString<AgentHeartbeatMutation, AgentHeartbeatMutationVariables>;
export const AgentClaimItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentClaimItem($input: AckRunQueueItemInput!) {
  ackRunQueueItem(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentClaimItemMutation, AgentClaimItemMutationVariables>;
export const AgentWarnAboutItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentWarnAboutItem($input: FailRunQueueItemInput!) {
  updateRunQueueItemWarning(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentWarnAboutItemMutation, AgentWarnAboutItemMutationVariables>;
export const AgentFinishItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentFinishItem($input: FinishRunQueueItemInput!) {
  finishRunQueueItem(input: $input) {
    runQueueItem {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<AgentFinishItemMutation, AgentFinishItemMutationVariables>;
export const AgentAppendItemLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentAppendItemLog($input: AppendRunQueueItemLogInput!) {
  appendRunQueueItemLog(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentAppendItemLogMutation, AgentAppendItemLogMutationVariables>;
export const AgentJobVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgentJobVersion($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    jobVersion(name: $name) {
      id
      path
      sourceType
      source
      entryPoint
      runtime
      isPartial
      configFiles
    }
  }
}
    `) as unknown as TypedDocumentString<AgentJobVersionQuery, AgentJobVersionQueryVariables>;
export const AgentArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgentArtifact($id: ID!) {
  artifact(id: $id) {
    id
    digest
    state
  }
}
    `) as unknown as TypedDocumentString<AgentArtifactQuery, AgentArtifactQueryVariables>;
export const AgentArtifactFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgentArtifactFiles($id: ID!, $after: String) {
  artifact(id: $id) {
    files(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          directUrl
          md5
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgentArtifactFilesQuery, AgentArtifactFilesQueryVariables>;
export const AgentRunQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AgentRunQueues($entityName: String!, $projectName: String!) {
  project(name: $projectName, entityName: $entityName) {
    runQueues {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AgentRunQueuesQuery, AgentRunQueuesQueryVariables>;
export const AgentRegisterDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentRegister($input: CreateLaunchAgentInput!) {
  createLaunchAgent(input: $input) {
    launchAgentId
  }
}
    `) as unknown as TypedDocumentString<AgentRegisterMutation, AgentRegisterMutationVariables>;
export const AgentUpdateStatusDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentUpdateStatus($input: UpdateLaunchAgentInput!) {
  updateLaunchAgent(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentUpdateStatusMutation, AgentUpdateStatusMutationVariables>;
export const CliCreateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
    apiKey
    user {
      username
      admin
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateUserMutation, CliCreateUserMutationVariables>;
export const CliCreateLoginLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateLoginLink {
  createLoginLink(input: {  }) {
    path
  }
}
    `) as unknown as TypedDocumentString<CliCreateLoginLinkMutation, CliCreateLoginLinkMutationVariables>;
export const CliCreateTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateTeam($input: CreateTeamInput!) {
  createTeam(input: $input) {
    entity {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateTeamMutation, CliCreateTeamMutationVariables>;
export const CliAddTeamMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliAddTeamMember($input: TeamMemberInput!) {
  addTeamMember(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliAddTeamMemberMutation, CliAddTeamMemberMutationVariables>;
export const CliRemoveTeamMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliRemoveTeamMember($input: TeamMemberInput!) {
  removeTeamMember(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliRemoveTeamMemberMutation, CliRemoveTeamMemberMutationVariables>;
export const CliTeamsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliTeams($first: Int!, $after: String) {
  teams(first: $first, after: $after) {
    edges {
      node {
        name
        memberCount
        membersConnection(first: 100) {
          edges {
            node {
              username
              admin
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CliTeamsQuery, CliTeamsQueryVariables>;
export const CliTeamNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliTeamNames {
  teams(first: 1000) {
    edges {
      node {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliTeamNamesQuery, CliTeamNamesQueryVariables>;
export const CliTeamMembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliTeamMembers($team: String!, $first: Int!, $after: String) {
  team(name: $team) {
    membersConnection(first: $first, after: $after) {
      edges {
        node {
          username
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliTeamMembersQuery, CliTeamMembersQueryVariables>;
export const CliUserNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliUserNames {
  users {
    edges {
      node {
        username
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliUserNamesQuery, CliUserNamesQueryVariables>;
export const CliUsersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliUsers($query: String, $first: Int!, $after: String) {
  users(query: $query, first: $first, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        username
        email
        admin
        createdAt
        teams {
          edges {
            node {
              name
            }
          }
        }
        apiKeys {
          edges {
            node {
              id
              name
              description
              createdAt
              lastUsedAt
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliUsersQuery, CliUsersQueryVariables>;
export const CliUpdateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliUpdateUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
    user {
      username
      email
      admin
    }
  }
}
    `) as unknown as TypedDocumentString<CliUpdateUserMutation, CliUpdateUserMutationVariables>;
export const CliCreateKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateKey($input: GenerateApiKeyInput!) {
  generateApiKey(input: $input) {
    apiKey {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateKeyMutation, CliCreateKeyMutationVariables>;
export const CliRevokeKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliRevokeKey($input: DeleteApiKeyInput!) {
  deleteApiKey(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliRevokeKeyMutation, CliRevokeKeyMutationVariables>;
export const CliOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliOrganization {
  viewer {
    organizations {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CliOrganizationQuery, CliOrganizationQueryVariables>;
export const CliSetOrganizationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliSetOrganization($input: SetOrganizationInput!) {
  setOrganization(input: $input) {
    organization {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CliSetOrganizationMutation, CliSetOrganizationMutationVariables>;
export const CliLaunchAgentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliLaunchAgents($entityName: String!, $isListening: Boolean, $first: Int!, $after: String) {
  entity(name: $entityName) {
    launchAgents(isListening: $isListening, first: $first, after: $after) {
      edges {
        node {
          ...CliAgent
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment CliAgent on LaunchAgent {
  id
  name
  entityName
  hostname
  agentStatus
  version
  createdBy
  createdAt
  heartbeatAt
  stopPolling
  queues {
    name
    entityName
  }
  items: runQueueItems(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CliLaunchAgentsQuery, CliLaunchAgentsQueryVariables>;
export const CliLaunchAgentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliLaunchAgent($id: ID!) {
  launchAgent(id: $id) {
    ...CliAgent
    agentConfig
    held: runQueueItems(first: 100) {
      edges {
        node {
          id
          state
          jobPath
          associatedRunId
          startedAt
          claimedAt
          runQueue {
            name
          }
        }
      }
    }
  }
}
    fragment CliAgent on LaunchAgent {
  id
  name
  entityName
  hostname
  agentStatus
  version
  createdBy
  createdAt
  heartbeatAt
  stopPolling
  queues {
    name
    entityName
  }
  items: runQueueItems(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CliLaunchAgentQuery, CliLaunchAgentQueryVariables>;
export const CliDrainAgentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDrainAgent($input: LaunchAgentIdInput!) {
  drainLaunchAgent(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliDrainAgentMutation, CliDrainAgentMutationVariables>;
export const CliStopAgentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliStopAgent($input: LaunchAgentIdInput!) {
  stopLaunchAgent(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliStopAgentMutation, CliStopAgentMutationVariables>;
export const CompletionJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionJobs {
  viewer {
    teams {
      edges {
        node {
          ...CompletedJobs
        }
      }
    }
  }
  entity {
    ...CompletedJobs
  }
}
    fragment CompletedJobs on Entity {
  name
  projects(first: 100) {
    edges {
      node {
        name
        entityName
        jobs(first: 100) {
          edges {
            node {
              name
              description
              latestVersion {
                version
              }
            }
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionJobsQuery, CompletionJobsQueryVariables>;
export const CompletionJobVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionJobVersions($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    job(name: $name) {
      versions(first: 50) {
        edges {
          node {
            version
            aliases
            createdAt
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionJobVersionsQuery, CompletionJobVersionsQueryVariables>;
export const CompletionInputsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionInputs($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    jobVersion(name: $name) {
      inputs
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionInputsQuery, CompletionInputsQueryVariables>;
export const CompletionQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionQueues {
  viewer {
    teams {
      edges {
        node {
          ...CompletedQueues
        }
      }
    }
  }
  entity {
    ...CompletedQueues
  }
}
    fragment CompletedQueues on Entity {
  name
  runQueuesConnection(first: 100) {
    edges {
      node {
        name
        entityName
        resource
        isPaused
        defaultResourceConfig {
          templateVariables {
            name
            schema
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionQueuesQuery, CompletionQueuesQueryVariables>;
export const CompletionSecretsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionSecrets {
  viewer {
    teams {
      edges {
        node {
          ...CompletedSecrets
        }
      }
    }
  }
  entity {
    ...CompletedSecrets
  }
}
    fragment CompletedSecrets on Entity {
  name
  secretsConnection(first: 100) {
    edges {
      node {
        name
        entityName
        variable
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionSecretsQuery, CompletionSecretsQueryVariables>;
export const CompletionWorkDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionWork {
  viewer {
    teams {
      edges {
        node {
          ...CompletedWork
        }
      }
    }
  }
  entity {
    ...CompletedWork
  }
}
    fragment CompletedWork on Entity {
  name
  runQueueItems(first: 50) {
    edges {
      node {
        id
        state
        jobPath
        author
      }
    }
  }
  launchAgents(first: 50) {
    edges {
      node {
        id
        name
        hostname
        agentStatus
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionWorkQuery, CompletionWorkQueryVariables>;
export const CompletionRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionRuns {
  viewer {
    teams {
      edges {
        node {
          ...CompletedRuns
        }
      }
    }
  }
  entity {
    ...CompletedRuns
  }
}
    fragment CompletedRuns on Entity {
  name
  projects(first: 20) {
    edges {
      node {
        name
        entityName
        runs(first: 20) {
          edges {
            node {
              name
              displayName
              state
            }
          }
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionRunsQuery, CompletionRunsQueryVariables>;
export const CompletionUsersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionUsers {
  users(first: 100) {
    edges {
      node {
        username
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionUsersQuery, CompletionUsersQueryVariables>;
export const CompletionPresetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompletionPresets {
  viewer {
    teams {
      edges {
        node {
          ...CompletedPresets
        }
      }
    }
  }
  entity {
    ...CompletedPresets
  }
}
    fragment CompletedPresets on Entity {
  name
  presets(first: 100) {
    edges {
      node {
        name
        entityName
        jobPath
        latestVersion {
          version
          description
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<CompletionPresetsQuery, CompletionPresetsQueryVariables>;
export const CliServerInfoDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliServerInfo {
  serverInfo {
    version
    cliVersionInfo
  }
}
    `) as unknown as TypedDocumentString<CliServerInfoQuery, CliServerInfoQueryVariables>;
export const CliPushDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliPush($input: PushToRunQueueByNameInput!) {
  pushToRunQueueByName(input: $input) {
    runQueueItemId
    notes {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CliPushMutation, CliPushMutationVariables>;
export const CliCheckLaunchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCheckLaunch($input: PushToRunQueueByNameInput!) {
  checkLaunch(input: $input) {
    problems {
      path
      message
    }
    notes {
      path
      message
    }
    earlierLaunches(first: 3) {
      id
      state
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<CliCheckLaunchMutation, CliCheckLaunchMutationVariables>;
export const CliEarlierLaunchesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliEarlierLaunches($entityName: String!, $projectName: String!, $name: String!, $overrides: [JSON!]!) {
  project(name: $projectName, entityName: $entityName) {
    jobVersion(name: $name) {
      earlierLaunches(overrides: $overrides, first: 5) {
        items {
          id
          state
          createdAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliEarlierLaunchesQuery, CliEarlierLaunchesQueryVariables>;
export const CliItemStateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliItemState($id: ID!) {
  runQueueItem(id: $id) {
    id
    state
    exitCode
    reason
    stage
    associatedRunId
  }
}
    `) as unknown as TypedDocumentString<CliItemStateQuery, CliItemStateQueryVariables>;
export const CliItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliItems($entityName: String!, $states: [String!], $queueName: String, $author: String, $job: String, $first: Int!, $after: String) {
  entity(name: $entityName) {
    runQueueItems(
      states: $states
      queueName: $queueName
      author: $author
      job: $job
      first: $first
      after: $after
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          jobPath
          author
          createdAt
          endedAt
          associatedRunId
          exitCode
          reason
          stopRequestedAt
          runQueue {
            name
            entityName
          }
          launchAgent {
            name
            hostname
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliItemsQuery, CliItemsQueryVariables>;
export const CliItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliItem($id: ID!) {
  runQueueItem(id: $id) {
    id
    state
    jobPath
    author
    priority
    createdAt
    leasedAt
    claimedAt
    startedAt
    endedAt
    exitCode
    reason
    stage
    stopRequestedAt
    associatedRunId
    runSpec
    inputs
    origins {
      kind
      name
      version
      inputs
    }
    retryOf {
      id
    }
    retries {
      id
    }
    warnings {
      message
      stage
    }
    runQueue {
      name
      entityName
    }
    launchAgent {
      name
      hostname
    }
    run {
      name
      displayName
      state
      project {
        name
        entityName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliItemQuery, CliItemQueryVariables>;
export const CliItemProgressDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliItemProgress($id: ID!, $offset: Int64!) {
  runQueueItem(id: $id) {
    id
    state
    exitCode
    reason
    stage
    associatedRunId
    run {
      name
      project {
        name
        entityName
      }
    }
    log(offset: $offset) {
      text
      nextOffset
      isComplete
    }
  }
}
    `) as unknown as TypedDocumentString<CliItemProgressQuery, CliItemProgressQueryVariables>;
export const CliCancelItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCancelItem($input: RunQueueItemIdInput!) {
  cancelRunQueueItem(input: $input) {
    runQueueItem {
      id
      state
      stopRequestedAt
    }
  }
}
    `) as unknown as TypedDocumentString<CliCancelItemMutation, CliCancelItemMutationVariables>;
export const CliUpdateItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliUpdateItems($input: UpdateRunQueueItemsInput!) {
  updateRunQueueItems(input: $input) {
    runQueueItems {
      id
      state
      priority
    }
    refused {
      runQueueItemId
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CliUpdateItemsMutation, CliUpdateItemsMutationVariables>;
export const CliRefusedLaunchesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRefusedLaunches($entityName: String!, $first: Int!, $after: String) {
  entity(name: $entityName) {
    refusedLaunches(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          createdAt
          author
          queueName
          jobPath
          message
          problems {
            path
            message
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRefusedLaunchesQuery, CliRefusedLaunchesQueryVariables>;
export const CliCreateArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateArtifact($input: CreateArtifactInput!) {
  createArtifact(input: $input) {
    artifact {
      id
      state
      versionIndex
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateArtifactMutation, CliCreateArtifactMutationVariables>;
export const CliCreateArtifactManifestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateArtifactManifest($input: CreateArtifactManifestInput!) {
  createArtifactManifest(input: $input) {
    artifactManifest {
      id
      file {
        uploadUrl
        uploadHeaders
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateArtifactManifestMutation, CliCreateArtifactManifestMutationVariables>;
export const CliCreateArtifactFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateArtifactFiles($input: CreateArtifactFilesInput!) {
  createArtifactFiles(input: $input) {
    files {
      edges {
        node {
          uploadUrl
          uploadHeaders
          artifact {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateArtifactFilesMutation, CliCreateArtifactFilesMutationVariables>;
export const CliCommitArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCommitArtifact($input: CommitArtifactInput!) {
  commitArtifact(input: $input) {
    artifact {
      id
      versionIndex
    }
  }
}
    `) as unknown as TypedDocumentString<CliCommitArtifactMutation, CliCommitArtifactMutationVariables>;
export const CliJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliJobs($entityName: String!, $first: Int!, $after: String, $search: String) {
  entity(name: $entityName) {
    jobs(first: $first, after: $after, search: $search) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          description
          project {
            name
            entityName
          }
          latestVersion {
            version
            path
            sourceType
            isPartial
            createdAt
            inputs
          }
          runs(first: 3) {
            edges {
              node {
                name
                state
                createdAt
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliJobsQuery, CliJobsQueryVariables>;
export const CliProjectJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliProjectJobs($entityName: String!, $projectName: String!, $first: Int!, $after: String, $search: String) {
  project(name: $projectName, entityName: $entityName) {
    jobs(first: $first, after: $after, search: $search) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          description
          project {
            name
            entityName
          }
          latestVersion {
            version
            path
            sourceType
            isPartial
            createdAt
            inputs
          }
          runs(first: 3) {
            edges {
              node {
                name
                state
                createdAt
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliProjectJobsQuery, CliProjectJobsQueryVariables>;
export const CliJobNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliJobNames($entityName: String!, $after: String) {
  entity(name: $entityName) {
    jobs(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          project {
            name
            entityName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliJobNamesQuery, CliJobNamesQueryVariables>;
export const CliJobVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliJobVersions($entityName: String!, $projectName: String!, $name: String!, $first: Int!, $after: String) {
  project(name: $projectName, entityName: $entityName) {
    job(name: $name) {
      id
      name
      versions(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            version
            path
            aliases
            createdAt
            sourceType
            entryPoint
            isPartial
            sourceRun {
              name
            }
            runs(first: 1) {
              edges {
                node {
                  name
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliJobVersionsQuery, CliJobVersionsQueryVariables>;
export const CliAddAliasDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliAddAlias($input: AddAliasesInput!) {
  addAliases(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliAddAliasMutation, CliAddAliasMutationVariables>;
export const CliRemoveAliasDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliRemoveAlias($input: DeleteAliasesInput!) {
  deleteAliases(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliRemoveAliasMutation, CliRemoveAliasMutationVariables>;
export const CliDeleteJobVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDeleteJobVersion($input: DeleteArtifactInput!) {
  deleteArtifact(input: $input) {
    clientMutationId
  }
}
    `) as unknown as TypedDocumentString<CliDeleteJobVersionMutation, CliDeleteJobVersionMutationVariables>;
export const CliDeleteJobDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDeleteJob($input: DeleteArtifactSequenceInput!) {
  deleteArtifactSequence(input: $input) {
    clientMutationId
  }
}
    `) as unknown as TypedDocumentString<CliDeleteJobMutation, CliDeleteJobMutationVariables>;
export const CliJobVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliJobVersion($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    name
    jobVersion(name: $name) {
      id
      name
      version
      aliases
      path
      createdAt
      sourceType
      source
      entryPoint
      runtime
      isPartial
      inputs
      inputTypes
      configFiles
      project {
        name
        entityName
      }
      warnings
      sourceRun {
        name
        displayName
        project {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliJobVersionQuery, CliJobVersionQueryVariables>;
export const CliRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRun($entityName: String!, $projectName: String!, $runName: String!) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      name
      displayName
      state
      jobVersion {
        name
        version
        path
        isPartial
        inputs
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQuery, CliRunQueryVariables>;
export const CliProjectsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliProjects($entityName: String!, $after: String) {
  entity(name: $entityName) {
    projects(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliProjectsQuery, CliProjectsQueryVariables>;
export const CliLaunchStartDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliLaunchStart($name: String!, $entityName: String, $projectName: String) {
  viewer {
    username
    entity
    admin
    teams {
      edges {
        node {
          name
        }
      }
    }
  }
  jobVersionsByName(
    name: $name
    entityName: $entityName
    projectName: $projectName
  ) {
    name
    version
    path
    isPartial
    inputs
    project {
      name
      entityName
    }
  }
}
    `) as unknown as TypedDocumentString<CliLaunchStartQuery, CliLaunchStartQueryVariables>;
export const CliPresetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliPresets($entityName: String!, $job: String, $after: String) {
  entity(name: $entityName) {
    presets(first: 100, job: $job, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          entityName
          jobPath
          createdBy
          latestVersion {
            id
            version
            path
            description
            author
            createdAt
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliPresetsQuery, CliPresetsQueryVariables>;
export const CliPresetLayersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliPresetLayers($presets: [String!]!) {
  presetLayers(presets: $presets) {
    id
    version
    versionIndex
    path
    description
    author
    createdAt
    content
    basedOn {
      path
    }
    preset {
      id
      name
      entityName
      jobPath
    }
  }
}
    `) as unknown as TypedDocumentString<CliPresetLayersQuery, CliPresetLayersQueryVariables>;
export const CliPresetVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliPresetVersions($entityName: String!, $name: String!, $after: String) {
  preset(entityName: $entityName, name: $name) {
    jobPath
    versions(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          version
          path
          description
          author
          createdAt
          basedOn {
            path
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliPresetVersionsQuery, CliPresetVersionsQueryVariables>;
export const CliPresetDiffDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliPresetDiff($fromID: ID!, $toID: ID!) {
  presetDiff(fromID: $fromID, toID: $toID) {
    path
    from
    to
    isSetFrom
    isSetTo
  }
}
    `) as unknown as TypedDocumentString<CliPresetDiffQuery, CliPresetDiffQueryVariables>;
export const CliSavePresetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliSavePreset($input: SavePresetInput!) {
  savePreset(input: $input) {
    isNew
    presetVersion {
      id
      version
      path
      description
      author
      createdAt
      content
      preset {
        jobPath
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliSavePresetMutation, CliSavePresetMutationVariables>;
export const CliDeletePresetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDeletePreset($input: PresetIdInput!) {
  deletePreset(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliDeletePresetMutation, CliDeletePresetMutationVariables>;
export const CliRunQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunQueues($entityName: String!, $first: Int!, $after: String) {
  entity(name: $entityName) {
    runQueuesConnection(first: $first, after: $after) {
      edges {
        node {
          id
          name
          entityName
          resource
          prioritizationMode
          isPaused
          pendingCount
          runningCount
          listeningAgentCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQueuesQuery, CliRunQueuesQueryVariables>;
export const CliRunQueueNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunQueueNames($entityName: String!) {
  entity(name: $entityName) {
    runQueuesConnection(first: 1000) {
      edges {
        node {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQueueNamesQuery, CliRunQueueNamesQueryVariables>;
export const CliRunQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunQueue($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    runQueue(name: $name) {
      id
      name
      entityName
      createdAt
      access
      resource
      prioritizationMode
      isPaused
      pendingCount
      runningCount
      defaultResourceConfig {
        config
        templateVariables {
          name
          schema
        }
      }
      launchAgents {
        id
        name
        hostname
        agentStatus
        heartbeatAt
      }
      waiting: runQueueItems(states: ["pending", "leased"], first: 0) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQueueQuery, CliRunQueueQueryVariables>;
export const CliPauseRunQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliPauseRunQueue($input: RunQueueIdInput!) {
  pauseRunQueue(input: $input) {
    runQueue {
      isPaused
      pendingCount
    }
  }
}
    `) as unknown as TypedDocumentString<CliPauseRunQueueMutation, CliPauseRunQueueMutationVariables>;
export const CliResumeRunQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliResumeRunQueue($input: RunQueueIdInput!) {
  resumeRunQueue(input: $input) {
    runQueue {
      isPaused
      pendingCount
    }
  }
}
    `) as unknown as TypedDocumentString<CliResumeRunQueueMutation, CliResumeRunQueueMutationVariables>;
export const CliDeleteRunQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDeleteRunQueues($input: DeleteRunQueuesInput!) {
  deleteRunQueues(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliDeleteRunQueuesMutation, CliDeleteRunQueuesMutationVariables>;
export const CliCreateProjectDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliCreateProject($input: UpsertModelInput!) {
  upsertModel(input: $input) {
    inserted
  }
}
    `) as unknown as TypedDocumentString<CliCreateProjectMutation, CliCreateProjectMutationVariables>;
export const CliUpsertRunQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliUpsertRunQueue($input: UpsertRunQueueInput!) {
  upsertRunQueue(input: $input) {
    success
    configSchemaValidationErrors
  }
}
    `) as unknown as TypedDocumentString<CliUpsertRunQueueMutation, CliUpsertRunQueueMutationVariables>;
export const CliQueueAgentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliQueueAgents($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    runQueue(name: $name) {
      launchAgents {
        agentConfig
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliQueueAgentsQuery, CliQueueAgentsQueryVariables>;
export const CliSourceRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliSourceRun($entityName: String!, $projectName: String!, $runName: String!) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      name
      runQueueItem {
        runSpec
      }
      jobVersion {
        path
        inputs
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliSourceRunQuery, CliSourceRunQueryVariables>;
export const CliRunInputValuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunInputValues($entityName: String!, $projectName: String!, $runName: String!, $files: [String!]) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      inputValues(files: $files)
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunInputValuesQuery, CliRunInputValuesQueryVariables>;
export const CliSourceItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliSourceItem($id: ID!) {
  runQueueItem(id: $id) {
    id
    inputValues
    runSpec
    jobVersion {
      path
      inputs
    }
  }
}
    `) as unknown as TypedDocumentString<CliSourceItemQuery, CliSourceItemQueryVariables>;
export const CliQueueWaitingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliQueueWaiting($entityName: String!, $projectName: String!, $name: String!, $priority: Int) {
  project(name: $projectName, entityName: $entityName) {
    runQueue(name: $name) {
      resource
      waiting(priority: $priority) {
        ...CliWaiting
      }
    }
  }
}
    fragment CliWaiting on Waiting {
  reason
  message
  position
  higherPriorityCount
  pendingCount
  expectedStartSeconds
  recentRunSeconds
  heldBy {
    name
    hostname
  }
  runQueue {
    name
    entityName
    isPaused
  }
  agents {
    maxJobs
    freeRoom
    heldCount
    runQueueItemIds
    launchAgent {
      name
      hostname
      agentStatus
      heartbeatAt
      stopPolling
    }
  }
}`) as unknown as TypedDocumentString<CliQueueWaitingQuery, CliQueueWaitingQueryVariables>;
export const CliItemWaitingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliItemWaiting($id: ID!) {
  runQueueItem(id: $id) {
    id
    state
    reason
    runQueue {
      resource
    }
    waiting {
      ...CliWaiting
    }
  }
}
    fragment CliWaiting on Waiting {
  reason
  message
  position
  higherPriorityCount
  pendingCount
  expectedStartSeconds
  recentRunSeconds
  heldBy {
    name
    hostname
  }
  runQueue {
    name
    entityName
    isPaused
  }
  agents {
    maxJobs
    freeRoom
    heldCount
    runQueueItemIds
    launchAgent {
      name
      hostname
      agentStatus
      heartbeatAt
      stopPolling
    }
  }
}`) as unknown as TypedDocumentString<CliItemWaitingQuery, CliItemWaitingQueryVariables>;
export const CliRetryItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliRetryItem($input: RetryRunQueueItemInput!) {
  retryRunQueueItem(input: $input) {
    notes {
      path
      message
    }
    runQueueItem {
      id
      state
      jobPath
      runQueue {
        name
      }
      jobVersion {
        path
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRetryItemMutation, CliRetryItemMutationVariables>;
export const CliRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRuns($entityName: String!, $first: Int!, $after: String, $filters: JSONString, $order: String) {
  entity(name: $entityName) {
    runs(first: $first, after: $after, filters: $filters, order: $order) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          displayName
          state
          createdAt
          endedAt
          heartbeatAt
          exitcode
          config
          summaryMetrics
          tags
          group
          host
          project {
            name
            entityName
          }
          user {
            username
          }
          jobVersion {
            name
            version
            path
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunsQuery, CliRunsQueryVariables>;
export const CliRunNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunNames($entityName: String!, $first: Int!, $filters: JSONString) {
  entity(name: $entityName) {
    runs(first: $first, filters: $filters, order: "-created_at") {
      edges {
        node {
          name
          displayName
          project {
            name
            entityName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunNamesQuery, CliRunNamesQueryVariables>;
export const CliRunDetailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunDetails($entityName: String!, $projectName: String!, $runName: String!) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      id
      name
      displayName
      notes
      state
      tags
      group
      host
      commit
      createdAt
      endedAt
      heartbeatAt
      exitcode
      stopped
      config
      summaryMetrics
      historyLineCount
      project {
        name
        entityName
      }
      user {
        username
      }
      jobVersion {
        name
        version
        path
        inputs
      }
      runInfo {
        program
        args
        python
        gpu
        gpuCount
        git {
          remote
          commit
        }
      }
      runQueueItem {
        id
        state
        reason
        exitCode
        inputs
        runQueue {
          name
          entityName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunDetailsQuery, CliRunDetailsQueryVariables>;
export const CliRunLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliRunLog($entityName: String!, $projectName: String!, $runName: String!, $first: Int, $after: String, $last: Int) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      state
      logLineCount
      runQueueItem {
        id
        state
      }
      logLines(first: $first, after: $after, last: $last) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            number
            line
            level
          }
          cursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunLogQuery, CliRunLogQueryVariables>;
export const CliMoveRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliMoveRuns($input: MoveRunsInput!) {
  moveRuns(input: $input) {
    runs {
      name
      project {
        name
        entityName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliMoveRunsMutation, CliMoveRunsMutationVariables>;
export const CliStopRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliStopRun($input: StopRunInput!) {
  stopRun(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliStopRunMutation, CliStopRunMutationVariables>;
export const CliSweepsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliSweeps($entityName: String!, $filters: JSONString, $first: Int, $after: String) {
  entity(name: $entityName) {
    sweeps(first: $first, after: $after, filters: $filters) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          displayName
          method
          state
          reason
          createdAt
          endedAt
          runCount
          runCountExpected
          runCap
          bestLoss
          launch {
            job
            queue
          }
          project {
            name
            entityName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliSweepsQuery, CliSweepsQueryVariables>;
export const CliSweepDetailsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliSweepDetails($entityName: String!, $projectName: String!, $name: String!, $after: String) {
  project(name: $projectName, entityName: $entityName) {
    sweep(sweepName: $name) {
      id
      name
      displayName
      description
      method
      state
      reason
      config
      createdAt
      endedAt
      runCount
      runCountExpected
      runCap
      bestLoss
      bestRun {
        name
        displayName
      }
      launch {
        job
        queue
        priority
        maxItems
        skipLaunched
      }
      user {
        username
      }
      project {
        name
        entityName
      }
      agents(first: 100) {
        edges {
          node {
            name
            host
            state
            totalRuns
          }
        }
      }
      points(first: 500, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            number
            values
            source
            state
            reason
            metric
            run {
              name
              state
            }
            runQueueItem {
              id
              state
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliSweepDetailsQuery, CliSweepDetailsQueryVariables>;
export const CliUpsertSweepDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliUpsertSweep($input: UpsertSweepInput!) {
  upsertSweep(input: $input) {
    configValidationWarnings
    sweep {
      id
      name
      state
      reason
      runCountExpected
      project {
        name
        entityName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliUpsertSweepMutation, CliUpsertSweepMutationVariables>;
export const CliAddSweepPointDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliAddSweepPoint($input: EnqueueSweepRunInput!) {
  enqueueSweepRun(input: $input) {
    runQueueItemId
    point {
      number
      values
      state
      reason
      run {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliAddSweepPointMutation, CliAddSweepPointMutationVariables>;
export const ChangesDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription Changes($of: [WatchInput!]!) {
  changes(of: $of) {
    kind
    entityName
    projectName
    name
    id
    aspects
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>;
export const SdkCreateArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkCreateArtifact($input: CreateArtifactInput!) {
  createArtifact(input: $input) {
    artifact {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<SdkCreateArtifactMutation, SdkCreateArtifactMutationVariables>;
export const SdkCreateArtifactManifestDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkCreateArtifactManifest($input: CreateArtifactManifestInput!) {
  createArtifactManifest(input: $input) {
    artifactManifest {
      id
      file {
        uploadUrl
        uploadHeaders
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SdkCreateArtifactManifestMutation, SdkCreateArtifactManifestMutationVariables>;
export const SdkCreateArtifactFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkCreateArtifactFiles($input: CreateArtifactFilesInput!) {
  createArtifactFiles(input: $input) {
    files {
      edges {
        node {
          uploadUrl
          uploadHeaders
          artifact {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SdkCreateArtifactFilesMutation, SdkCreateArtifactFilesMutationVariables>;
export const SdkCommitArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkCommitArtifact($artifactId: ID!) {
  commitArtifact(input: { artifactID: $artifactId }) {
    artifact {
      id
      versionIndex
    }
  }
}
    `) as unknown as TypedDocumentString<SdkCommitArtifactMutation, SdkCommitArtifactMutationVariables>;
export const SdkArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SdkArtifact($entityName: String, $projectName: String, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    artifactCollectionMembership(name: $name) {
      artifact {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SdkArtifactQuery, SdkArtifactQueryVariables>;
export const SdkUseArtifactDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkUseArtifact($input: UseArtifactInput!) {
  useArtifact(input: $input) {
    artifact {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SdkUseArtifactMutation, SdkUseArtifactMutationVariables>;
export const SdkUpsertRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkUpsertRun($input: UpsertBucketInput!) {
  upsertBucket(input: $input) {
    bucket {
      id
      name
      displayName
      historyLineCount
      project {
        name
        entity {
          name
        }
      }
    }
    inserted
  }
}
    `) as unknown as TypedDocumentString<SdkUpsertRunMutation, SdkUpsertRunMutationVariables>;
export const SdkRunToResumeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SdkRunToResume($entityName: String, $projectName: String, $runName: String!) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      id
      config
      summaryMetrics
      historyLineCount
      logLineCount
      historyTail
      wandbConfig(keys: ["t"])
    }
  }
}
    `) as unknown as TypedDocumentString<SdkRunToResumeQuery, SdkRunToResumeQueryVariables>;
export const SdkRunFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SdkRunFiles($input: CreateRunFilesInput!) {
  createRunFiles(input: $input) {
    uploadHeaders
    files {
      name
      uploadUrl
    }
  }
}
    `) as unknown as TypedDocumentString<SdkRunFilesMutation, SdkRunFilesMutationVariables>;
export const CliSecretsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CliSecrets($entityName: String!, $first: Int!, $after: String) {
  entity(name: $entityName) {
    secretsConnection(first: $first, after: $after) {
      edges {
        node {
          name
          entityName
          variable
          createdBy
          createdAt
          updatedBy
          updatedAt
          lastUsedAt
          lastUsedItemId
          isReadable
          runQueues {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliSecretsQuery, CliSecretsQueryVariables>;
export const CliSetSecretDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliSetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    isNew
    secret {
      name
      entityName
      variable
    }
  }
}
    `) as unknown as TypedDocumentString<CliSetSecretMutation, CliSetSecretMutationVariables>;
export const CliDeleteSecretDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CliDeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliDeleteSecretMutation, CliDeleteSecretMutationVariables>;
export const AgentReadItemSecretsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AgentReadItemSecrets($input: ReadItemSecretsInput!) {
  readItemSecrets(input: $input) {
    secrets {
      name
      value
    }
  }
}
    `) as unknown as TypedDocumentString<AgentReadItemSecretsMutation, AgentReadItemSecretsMutationVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    username
    entity
    admin
    teams {
      edges {
        node {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const WebAgentsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebAgents($entity: String!, $isListening: Boolean!, $after: String) {
  entity(name: $entity) {
    launchAgents(isListening: $isListening, first: 30, after: $after) {
      edges {
        node {
          ...WebAgent
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment WebAgent on LaunchAgent {
  id
  name
  entityName
  hostname
  agentStatus
  agentConfig
  version
  createdBy
  createdAt
  heartbeatAt
  stopPolling
  queues {
    name
    entityName
  }
  heldCount
  heldItems {
    id
    state
    jobPath
    associatedRunId
    projectName
    claimedAt
    startedAt
    runQueue {
      name
      entityName
    }
  }
}`) as unknown as TypedDocumentString<WebAgentsQuery, WebAgentsQueryVariables>;
export const WebQueueNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebQueueNames($entity: String!) {
  entity(name: $entity) {
    runQueuesConnection(first: 1000) {
      edges {
        node {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebQueueNamesQuery, WebQueueNamesQueryVariables>;
export const WebDrainAgentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDrainAgent($id: ID!) {
  drainLaunchAgent(input: { launchAgentId: $id }) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebDrainAgentMutation, WebDrainAgentMutationVariables>;
export const WebStopAgentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebStopAgent($id: ID!) {
  stopLaunchAgent(input: { launchAgentId: $id }) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebStopAgentMutation, WebStopAgentMutationVariables>;
export const WebComparedRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebComparedRun($entity: String!, $project: String!, $run: String!) {
  project(entityName: $entity, name: $project) {
    run(name: $run) {
      id
      name
      displayName
      state
      tags
      group
      jobType
      host
      commit
      createdAt
      heartbeatAt
      endedAt
      entityName
      projectName
      userName
      jobVersionName
      summaryMetrics
      inputValues
      historyKeys
      jobVersion {
        inputs
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebComparedRunQuery, WebComparedRunQueryVariables>;
export const WebComparedFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebComparedFiles($entity: String!, $project: String!, $run: String!, $files: [String!]) {
  project(entityName: $entity, name: $project) {
    run(name: $run) {
      inputValues(files: $files)
    }
  }
}
    `) as unknown as TypedDocumentString<WebComparedFilesQuery, WebComparedFilesQueryVariables>;
export const WebJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJobs($entity: String!, $search: String, $after: String) {
  entity(name: $entity) {
    jobs(first: 30, after: $after, search: $search) {
      edges {
        node {
          id
          name
          description
          project {
            name
            entityName
          }
          latestVersion {
            version
            path
            createdAt
            sourceType
          }
          runs(first: 12) {
            edges {
              node {
                name
                displayName
                state
                createdAt
                project {
                  name
                  entityName
                }
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobsQuery, WebJobsQueryVariables>;
export const WebJobDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJob($entity: String!, $project: String!, $job: String!) {
  project(name: $project, entityName: $entity) {
    job(name: $job) {
      id
      name
      description
      createdAt
      latestVersion {
        version
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobQuery, WebJobQueryVariables>;
export const WebJobVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJobVersion($entity: String!, $project: String!, $name: String!) {
  project(name: $project, entityName: $entity) {
    jobVersion(name: $name) {
      id
      name
      version
      path
      aliases
      createdAt
      sourceType
      source
      sourceArtifact {
        id
        versionIndex
        size
        artifactSequence {
          name
        }
      }
      entryPoint
      runtime
      isPartial
      inputs
      configFiles
      warnings
      sourceRun {
        name
        displayName
        state
        commit
        project {
          name
          entityName
        }
        user {
          username
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobVersionQuery, WebJobVersionQueryVariables>;
export const WebJobVersionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJobVersions($entity: String!, $project: String!, $job: String!, $after: String) {
  project(name: $project, entityName: $entity) {
    job(name: $job) {
      versions(first: 30, after: $after) {
        edges {
          node {
            id
            version
            path
            aliases
            createdAt
            sourceType
            isPartial
            sourceRun {
              name
              displayName
              project {
                name
                entityName
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobVersionsQuery, WebJobVersionsQueryVariables>;
export const WebJobRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJobRuns($entity: String!, $project: String!, $job: String!, $after: String) {
  project(name: $project, entityName: $entity) {
    job(name: $job) {
      runs(first: 30, after: $after) {
        edges {
          node {
            id
            name
            displayName
            state
            createdAt
            endedAt
            project {
              name
              entityName
            }
            user {
              username
            }
            jobVersion {
              version
            }
            runQueueItem {
              id
              runSpec
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobRunsQuery, WebJobRunsQueryVariables>;
export const WebJobVersionRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebJobVersionRuns($entity: String!, $project: String!, $name: String!, $first: Int!) {
  project(name: $project, entityName: $entity) {
    jobVersion(name: $name) {
      runs(first: $first) {
        edges {
          node {
            id
            name
            displayName
            state
            project {
              name
              entityName
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebJobVersionRunsQuery, WebJobVersionRunsQueryVariables>;
export const WebSourceFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebSourceFiles($id: ID!, $after: String) {
  artifact(id: $id) {
    files(first: 200, after: $after) {
      edges {
        node {
          id
          name
          sizeBytes
          directUrl
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebSourceFilesQuery, WebSourceFilesQueryVariables>;
export const WebAddAliasDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebAddAlias($input: AddAliasesInput!) {
  addAliases(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebAddAliasMutation, WebAddAliasMutationVariables>;
export const WebRemoveAliasDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebRemoveAlias($input: DeleteAliasesInput!) {
  deleteAliases(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebRemoveAliasMutation, WebRemoveAliasMutationVariables>;
export const WebDescribeJobDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDescribeJob($input: UpdateArtifactSequenceInput!) {
  updateArtifactSequence(input: $input) {
    artifactCollection {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WebDescribeJobMutation, WebDescribeJobMutationVariables>;
export const WebDeleteJobDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteJob($input: DeleteArtifactSequenceInput!) {
  deleteArtifactSequence(input: $input) {
    clientMutationId
  }
}
    `) as unknown as TypedDocumentString<WebDeleteJobMutation, WebDeleteJobMutationVariables>;
export const WebDeleteJobVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteJobVersion($input: DeleteArtifactInput!) {
  deleteArtifact(input: $input) {
    clientMutationId
  }
}
    `) as unknown as TypedDocumentString<WebDeleteJobVersionMutation, WebDeleteJobVersionMutationVariables>;
export const WebCreateApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebCreateApiKey($input: GenerateApiKeyInput!) {
  generateApiKey(input: $input) {
    apiKey {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<WebCreateApiKeyMutation, WebCreateApiKeyMutationVariables>;
export const WebLaunchVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchVersion($entityName: String!, $projectName: String!, $jobName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    job(name: $jobName) {
      name
      description
      versions(first: 100) {
        edges {
          node {
            version
            aliases
            createdAt
          }
        }
      }
    }
    jobVersion(name: $name) {
      id
      name
      version
      aliases
      path
      createdAt
      entryPoint
      isPartial
      inputs
      configFiles
      warnings
      project {
        name
        entityName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchVersionQuery, WebLaunchVersionQueryVariables>;
export const WebLaunchSecretNamesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchSecretNames($entityName: String!) {
  entity(name: $entityName) {
    secrets {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchSecretNamesQuery, WebLaunchSecretNamesQueryVariables>;
export const WebLaunchRecentJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchRecentJobs($entityName: String!, $author: String!) {
  entity(name: $entityName) {
    runQueueItems(first: 50, author: $author) {
      edges {
        node {
          jobPath
          createdAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchRecentJobsQuery, WebLaunchRecentJobsQueryVariables>;
export const WebLaunchQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchQueues($entityName: String!, $search: String, $first: Int!, $after: String) {
  entity(name: $entityName) {
    runQueuesConnection(search: $search, first: $first, after: $after) {
      edges {
        node {
          ...LaunchQueue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment LaunchQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  launchAgents {
    id
    name
    hostname
  }
  defaultResourceConfig {
    config
    templateVariables {
      name
      schema
    }
  }
}`) as unknown as TypedDocumentString<WebLaunchQueuesQuery, WebLaunchQueuesQueryVariables>;
export const WebLaunchQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchQueue($entityName: String!, $name: String!) {
  entity(name: $entityName) {
    runQueue(name: $name) {
      ...LaunchQueue
    }
  }
}
    fragment LaunchQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  launchAgents {
    id
    name
    hostname
  }
  defaultResourceConfig {
    config
    templateVariables {
      name
      schema
    }
  }
}`) as unknown as TypedDocumentString<WebLaunchQueueQuery, WebLaunchQueueQueryVariables>;
export const WebLaunchWaitingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchWaiting($entityName: String!, $name: String!, $priority: Int) {
  project(name: "model-registry", entityName: $entityName) {
    runQueue(name: $name) {
      id
      waiting(priority: $priority) {
        reason
        message
        pendingCount
        expectedStartSeconds
        agents {
          maxJobs
          freeRoom
          heldCount
          launchAgent {
            id
            name
            hostname
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchWaitingQuery, WebLaunchWaitingQueryVariables>;
export const WebCheckLaunchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebCheckLaunch($input: PushToRunQueueByNameInput!) {
  checkLaunch(input: $input) {
    problems {
      path
      message
    }
    notes {
      path
      message
    }
    earlierLaunches(first: 5) {
      ...WebLaunchedItem
    }
  }
}
    fragment WebLaunchedItem on RunQueueItem {
  id
  state
  reason
  createdAt
  author
  runQueue {
    name
    entityName
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}`) as unknown as TypedDocumentString<WebCheckLaunchMutation, WebCheckLaunchMutationVariables>;
export const WebLaunchDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebLaunch($input: PushToRunQueueByNameInput!) {
  pushToRunQueueByName(input: $input) {
    runQueueItemId
    notes {
      path
      message
    }
    runQueueItem {
      ...WebLaunchedItem
    }
  }
}
    fragment WebLaunchedItem on RunQueueItem {
  id
  state
  reason
  createdAt
  author
  runQueue {
    name
    entityName
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}`) as unknown as TypedDocumentString<WebLaunchMutation, WebLaunchMutationVariables>;
export const WebLaunchItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchItem($id: ID!) {
  runQueueItem(id: $id) {
    ...WebLaunchedItem
  }
}
    fragment WebLaunchedItem on RunQueueItem {
  id
  state
  reason
  createdAt
  author
  runQueue {
    name
    entityName
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}`) as unknown as TypedDocumentString<WebLaunchItemQuery, WebLaunchItemQueryVariables>;
export const WebLaunchJobRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchJobRuns($entityName: String!, $projectName: String!, $jobName: String!, $job: String!, $after: String, $afterItem: String) {
  project(name: $projectName, entityName: $entityName) {
    job(name: $jobName) {
      runs(first: 50, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            name
            displayName
            state
            createdAt
            user {
              username
            }
            project {
              name
              entityName
            }
            jobVersion {
              version
            }
          }
        }
      }
    }
  }
  entity(name: $entityName) {
    runQueueItems(first: 50, after: $afterItem, job: $job) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          createdAt
          author
          jobVersion {
            version
          }
          run {
            name
            displayName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchJobRunsQuery, WebLaunchJobRunsQueryVariables>;
export const WebLaunchSourceRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchSourceRun($entityName: String!, $projectName: String!, $runName: String!, $files: [String!]) {
  project(name: $projectName, entityName: $entityName) {
    run(name: $runName) {
      name
      displayName
      inputValues(files: $files)
      runQueueItem {
        runSpec
      }
      jobVersion {
        path
        inputs
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchSourceRunQuery, WebLaunchSourceRunQueryVariables>;
export const WebLaunchSourceItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchSourceItem($id: ID!) {
  runQueueItem(id: $id) {
    id
    inputValues
    runSpec
    jobVersion {
      path
      inputs
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchSourceItemQuery, WebLaunchSourceItemQueryVariables>;
export const WebLaunchPresetsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchPresets($entityName: String!, $job: String, $after: String) {
  entity(name: $entityName) {
    presets(first: 100, job: $job, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          entityName
          jobPath
          latestVersion {
            version
            description
            createdAt
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchPresetsQuery, WebLaunchPresetsQueryVariables>;
export const WebLaunchPresetLayersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchPresetLayers($presets: [String!]!) {
  presetLayers(presets: $presets) {
    id
    version
    versionIndex
    path
    content
    preset {
      id
      name
      entityName
      jobPath
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchPresetLayersQuery, WebLaunchPresetLayersQueryVariables>;
export const WebLaunchSavePresetDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebLaunchSavePreset($input: SavePresetInput!) {
  savePreset(input: $input) {
    isNew
    presetVersion {
      id
      version
      path
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchSavePresetMutation, WebLaunchSavePresetMutationVariables>;
export const WebLaunchUsageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchUsage($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    jobVersion(name: $name) {
      id
      inputUsage {
        address
        runs
        minimum
        maximum
        values
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchUsageQuery, WebLaunchUsageQueryVariables>;
export const WebLaunchJobsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebLaunchJobs($entityName: String!, $search: String, $after: String) {
  entity(name: $entityName) {
    jobs(first: 50, after: $after, search: $search) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          description
          updatedAt
          project {
            name
            entityName
          }
          latestVersion {
            version
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebLaunchJobsQuery, WebLaunchJobsQueryVariables>;
export const WebPaletteDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebPalette($entity: String!, $search: String!, $runFilters: JSONString!) {
  entity(name: $entity) {
    jobs(first: 6, search: $search) {
      edges {
        node {
          id
          name
          project {
            name
            entityName
          }
        }
      }
    }
    runs(first: 6, filters: $runFilters, order: "-created_at") {
      edges {
        node {
          id
          name
          displayName
          state
          project {
            name
            entityName
          }
        }
      }
    }
    runQueuesConnection(search: $search, first: 6) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebPaletteQuery, WebPaletteQueryVariables>;
export const WebQueueItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebQueueItems($entity: String!, $queue: String!, $states: [String!], $author: String, $job: String, $after: String) {
  entity(name: $entity) {
    runQueue(name: $queue) {
      runQueueItems(
        first: 50
        after: $after
        states: $states
        author: $author
        job: $job
      ) {
        edges {
          node {
            ...WebQueueItem
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment WebQueueItem on RunQueueItem {
  id
  state
  priority
  author
  jobPath
  projectName
  associatedRunId
  createdAt
  leasedAt
  claimedAt
  startedAt
  endedAt
  stopRequestedAt
  exitCode
  reason
  stage
  waiting {
    reason
    message
    position
    pendingCount
    expectedStartSeconds
  }
}`) as unknown as TypedDocumentString<WebQueueItemsQuery, WebQueueItemsQueryVariables>;
export const WebItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebItem($id: ID!) {
  runQueueItem(id: $id) {
    ...WebQueueItem
    filePaths
    runSpec
    warnings {
      message
      stage
      createdAt
    }
    origins {
      kind
      name
      version
      inputs
    }
    retryOf {
      id
      state
    }
    retries {
      id
      state
      createdAt
    }
    runQueue {
      id
      name
      entityName
      resource
      prioritizationMode
    }
    launchAgent {
      id
      name
      hostname
    }
    run {
      name
      displayName
      state
      project {
        name
        entityName
      }
    }
    jobVersion {
      id
      name
      version
      path
      project {
        name
        entityName
      }
    }
  }
}
    fragment WebQueueItem on RunQueueItem {
  id
  state
  priority
  author
  jobPath
  projectName
  associatedRunId
  createdAt
  leasedAt
  claimedAt
  startedAt
  endedAt
  stopRequestedAt
  exitCode
  reason
  stage
  waiting {
    reason
    message
    position
    pendingCount
    expectedStartSeconds
  }
}`) as unknown as TypedDocumentString<WebItemQuery, WebItemQueryVariables>;
export const WebItemInputsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebItemInputs($id: ID!) {
  runQueueItem(id: $id) {
    inputs
  }
}
    `) as unknown as TypedDocumentString<WebItemInputsQuery, WebItemInputsQueryVariables>;
export const WebCancelItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebCancelItems($input: CancelRunQueueItemsInput!) {
  cancelRunQueueItems(input: $input) {
    runQueueItems {
      id
      state
    }
    refused {
      runQueueItemId
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebCancelItemsMutation, WebCancelItemsMutationVariables>;
export const WebPrioritiseItemsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebPrioritiseItems($input: UpdateRunQueueItemsInput!) {
  updateRunQueueItems(input: $input) {
    runQueueItems {
      id
      priority
    }
    refused {
      runQueueItemId
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebPrioritiseItemsMutation, WebPrioritiseItemsMutationVariables>;
export const WebRetryItemDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebRetryItem($input: RetryRunQueueItemInput!) {
  retryRunQueueItem(input: $input) {
    runQueueItem {
      id
    }
    notes {
      path
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebRetryItemMutation, WebRetryItemMutationVariables>;
export const WebQueuesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebQueues($entity: String!, $after: String) {
  entity(name: $entity) {
    runQueuesConnection(first: 50, after: $after) {
      edges {
        node {
          ...WebQueue
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment WebQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  externalLinks
  pendingCount
  runningCount
  listeningAgentCount
}`) as unknown as TypedDocumentString<WebQueuesQuery, WebQueuesQueryVariables>;
export const WebQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebQueue($entity: String!, $name: String!) {
  entity(name: $entity) {
    runQueue(name: $name) {
      ...WebQueue
      createdBy
      createdAt
      access
      defaultResourceConfigID
      defaultResourceConfig {
        config
        templateVariables {
          name
          schema
        }
      }
      waitingItems: runQueueItems(states: ["pending", "leased"], first: 0) {
        totalCount
      }
    }
  }
}
    fragment WebQueue on RunQueue {
  id
  name
  entityName
  resource
  isPaused
  prioritizationMode
  externalLinks
  pendingCount
  runningCount
  listeningAgentCount
}`) as unknown as TypedDocumentString<WebQueueQuery, WebQueueQueryVariables>;
export const WebQueueActivityDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebQueueActivity($entity: String!, $name: String!, $hours: Float!, $spans: Int!) {
  entity(name: $entity) {
    runQueue(name: $name) {
      activity(hours: $hours, spans: $spans) {
        isComplete
        spanSeconds
        spans {
          start
          pushed
          claimed
          finished
          failed
          stopped
          cancelled
          queuedSeconds
          queuedSecondsHigh
          runSeconds
          runSecondsHigh
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebQueueActivityQuery, WebQueueActivityQueryVariables>;
export const WebRefusedLaunchesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRefusedLaunches($entity: String!, $queueName: String!, $after: String) {
  entity(name: $entity) {
    refusedLaunches(queueName: $queueName, first: 50, after: $after) {
      edges {
        node {
          id
          createdAt
          author
          jobPath
          message
          problems {
            path
            message
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRefusedLaunchesQuery, WebRefusedLaunchesQueryVariables>;
export const WebSaveQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebSaveQueue($input: UpsertRunQueueInput!) {
  upsertRunQueue(input: $input) {
    success
    configSchemaValidationErrors
  }
}
    `) as unknown as TypedDocumentString<WebSaveQueueMutation, WebSaveQueueMutationVariables>;
export const WebDeleteQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteQueue($id: ID!) {
  deleteRunQueues(input: { queueIDs: [$id] }) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebDeleteQueueMutation, WebDeleteQueueMutationVariables>;
export const WebPauseQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebPauseQueue($id: ID!) {
  pauseRunQueue(input: { queueID: $id }) {
    runQueue {
      isPaused
    }
  }
}
    `) as unknown as TypedDocumentString<WebPauseQueueMutation, WebPauseQueueMutationVariables>;
export const WebResumeQueueDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebResumeQueue($id: ID!) {
  resumeRunQueue(input: { queueID: $id }) {
    runQueue {
      isPaused
    }
  }
}
    `) as unknown as TypedDocumentString<WebResumeQueueMutation, WebResumeQueueMutationVariables>;
export const WebRunHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunHistory($entity: String!, $project: String!, $run: String!, $specs: [JSONString!]!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      historyLineCount
      sampledHistory(specs: $specs)
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunHistoryQuery, WebRunHistoryQueryVariables>;
export const WebRunMetricsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunMetrics($entity: String!, $project: String!, $run: String!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      historyKeys
      wandbConfig(keys: ["m"])
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunMetricsQuery, WebRunMetricsQueryVariables>;
export const WebRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRun($entity: String!, $project: String!, $run: String!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      ...WebRunDetails
    }
  }
}
    fragment WebRunDetails on Run {
  id
  name
  displayName
  notes
  tags
  group
  jobType
  state
  stopped
  exitcode
  furtherWriters
  host
  commit
  createdAt
  endedAt
  heartbeatAt
  config
  summaryMetrics
  user {
    username
  }
  runInfo {
    program
    args
    os
    python
    executable
    gpu
    gpuCount
    cpuCount
    git {
      remote
      commit
    }
  }
  jobVersion {
    id
    name
    version
    path
    project {
      name
      entityName
    }
    sourceRun {
      name
      displayName
      project {
        name
        entityName
      }
    }
  }
  runQueueItem {
    ...WebRunItem
    retryOf {
      ...WebRunItem
    }
    retries {
      ...WebRunItem
    }
  }
}
fragment WebRunItem on RunQueueItem {
  id
  state
  reason
  stage
  author
  createdAt
  runQueue {
    name
    entityName
  }
  launchAgent {
    id
    name
    hostname
  }
  run {
    name
    displayName
    state
    project {
      name
      entityName
    }
  }
}`) as unknown as TypedDocumentString<WebRunQuery, WebRunQueryVariables>;
export const WebRunConfigDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunConfig($entity: String!, $project: String!, $run: String!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      config
      inputValues
      jobVersion {
        inputs
      }
      runQueueItem {
        inputs
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunConfigQuery, WebRunConfigQueryVariables>;
export const WebRunAlertsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunAlerts($entity: String!, $project: String!, $run: String!, $after: String) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      alerts(first: 20, after: $after) {
        edges {
          node {
            id
            title
            text
            severity
            createdAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunAlertsQuery, WebRunAlertsQueryVariables>;
export const WebRunSiblingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunSiblings($entity: String!, $project: String!, $job: String!) {
  project(name: $project, entityName: $entity) {
    job(name: $job) {
      runs(first: 6) {
        edges {
          node {
            name
            project {
              name
              entityName
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunSiblingsQuery, WebRunSiblingsQueryVariables>;
export const WebRunEventsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunEvents($entity: String!, $project: String!, $run: String!, $samples: Int!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      events(samples: $samples)
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunEventsQuery, WebRunEventsQueryVariables>;
export const WebRunLogSizeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunLogSize($entity: String!, $project: String!, $run: String!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      logLineCount
      runQueueItem {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunLogSizeQuery, WebRunLogSizeQueryVariables>;
export const WebRunLogLinesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunLogLines($entity: String!, $project: String!, $run: String!, $from: Int!, $count: Int!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      logLines(from: $from, first: $count) {
        edges {
          node {
            number
            timestamp
            level
            line
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunLogLinesQuery, WebRunLogLinesQueryVariables>;
export const WebRunLogMatchesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunLogMatches($entity: String!, $project: String!, $run: String!, $text: String, $from: Int!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      logMatches(text: $text, from: $from) {
        lines
        nextLine
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunLogMatchesQuery, WebRunLogMatchesQueryVariables>;
export const WebItemOutputDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebItemOutput($item: ID!, $offset: Int64!) {
  runQueueItem(id: $item) {
    log(offset: $offset) {
      text
      nextOffset
      isComplete
    }
  }
}
    `) as unknown as TypedDocumentString<WebItemOutputQuery, WebItemOutputQueryVariables>;
export const WebRunFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunFiles($entity: String!, $project: String!, $run: String!, $after: String) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      files(first: 500, after: $after) {
        edges {
          node {
            ...WebFile
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment WebFile on File {
  id
  name
  sizeBytes
  mimetype
  updatedAt
  directUrl
}`) as unknown as TypedDocumentString<WebRunFilesQuery, WebRunFilesQueryVariables>;
export const WebRunArtifactsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunArtifacts($entity: String!, $project: String!, $run: String!) {
  project(name: $project, entityName: $entity) {
    run(name: $run) {
      inputArtifacts(first: 100) {
        edges {
          node {
            ...WebArtifact
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      outputArtifacts(first: 100) {
        edges {
          node {
            ...WebArtifact
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
}
    fragment WebArtifact on Artifact {
  id
  versionIndex
  size
  fileCount
  createdAt
  description
  artifactType {
    name
  }
  artifactSequence {
    name
    project {
      name
      entityName
    }
  }
  aliases {
    alias
  }
}`) as unknown as TypedDocumentString<WebRunArtifactsQuery, WebRunArtifactsQueryVariables>;
export const WebArtifactFilesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebArtifactFiles($id: ID!, $after: String) {
  artifact(id: $id) {
    files(first: 500, after: $after) {
      edges {
        node {
          ...WebFile
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment WebFile on File {
  id
  name
  sizeBytes
  mimetype
  updatedAt
  directUrl
}`) as unknown as TypedDocumentString<WebArtifactFilesQuery, WebArtifactFilesQueryVariables>;
export const WebChangeRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebChangeRun($input: UpsertBucketInput!) {
  upsertBucket(input: $input) {
    bucket {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WebChangeRunMutation, WebChangeRunMutationVariables>;
export const WebStopRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebStopRun($id: ID!) {
  stopRun(input: { id: $id }) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebStopRunMutation, WebStopRunMutationVariables>;
export const WebDeleteRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteRun($id: ID!) {
  deleteRun(input: { id: $id }) {
    clientMutationId
  }
}
    `) as unknown as TypedDocumentString<WebDeleteRunMutation, WebDeleteRunMutationVariables>;
export const WebEntityRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebEntityRuns($entity: String!, $filters: JSONString, $order: String, $values: [String!]!, $first: Int!, $after: String) {
  entity(name: $entity) {
    runs(first: $first, after: $after, filters: $filters, order: $order) {
      ...RunPage
    }
  }
}
    fragment RunRow on Run {
  id
  name
  displayName
  state
  tags
  group
  jobType
  host
  createdAt
  heartbeatAt
  endedAt
  entityName
  projectName
  userName
  jobVersionName
  values(of: $values)
}
fragment RunPage on RunConnection {
  edges {
    node {
      ...RunRow
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebEntityRunsQuery, WebEntityRunsQueryVariables>;
export const WebProjectRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebProjectRuns($entity: String!, $project: String!, $filters: JSONString, $order: String, $values: [String!]!, $first: Int!, $after: String) {
  project(entityName: $entity, name: $project) {
    runs(first: $first, after: $after, filters: $filters, order: $order) {
      ...RunPage
    }
  }
}
    fragment RunRow on Run {
  id
  name
  displayName
  state
  tags
  group
  jobType
  host
  createdAt
  heartbeatAt
  endedAt
  entityName
  projectName
  userName
  jobVersionName
  values(of: $values)
}
fragment RunPage on RunConnection {
  edges {
    node {
      ...RunRow
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebProjectRunsQuery, WebProjectRunsQueryVariables>;
export const WebEntityRunCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebEntityRunCount($entity: String!, $filters: JSONString) {
  entity(name: $entity) {
    runCount(filters: $filters)
  }
}
    `) as unknown as TypedDocumentString<WebEntityRunCountQuery, WebEntityRunCountQueryVariables>;
export const WebProjectRunCountDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebProjectRunCount($entity: String!, $project: String!, $filters: JSONString) {
  project(entityName: $entity, name: $project) {
    runCount(filters: $filters)
  }
}
    `) as unknown as TypedDocumentString<WebProjectRunCountQuery, WebProjectRunCountQueryVariables>;
export const WebEntityRunKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebEntityRunKeys($entity: String!, $search: String, $after: String) {
  entity(name: $entity) {
    runKeys(first: 100, after: $after, search: $search) {
      ...RunKeyPage
    }
  }
}
    fragment RunKeyPage on RunKeyConnection {
  edges {
    node {
      name
      path
      isInput
      hasNumbers
      hasOthers
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebEntityRunKeysQuery, WebEntityRunKeysQueryVariables>;
export const WebProjectRunKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebProjectRunKeys($entity: String!, $project: String!, $search: String, $after: String) {
  project(entityName: $entity, name: $project) {
    runKeys(first: 100, after: $after, search: $search) {
      ...RunKeyPage
    }
  }
}
    fragment RunKeyPage on RunKeyConnection {
  edges {
    node {
      name
      path
      isInput
      hasNumbers
      hasOthers
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebProjectRunKeysQuery, WebProjectRunKeysQueryVariables>;
export const WebEntityRunGroupsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebEntityRunGroups($entity: String!, $by: String!, $filters: JSONString, $aggregates: [String!], $after: String) {
  entity(name: $entity) {
    runGroups(
      by: $by
      filters: $filters
      aggregates: $aggregates
      first: 50
      after: $after
    ) {
      ...RunGroupPage
    }
  }
}
    fragment RunGroupPage on RunGroupConnection {
  edges {
    node {
      value
      count
      filters
      aggregates {
        key
        count
        min
        mean
        max
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebEntityRunGroupsQuery, WebEntityRunGroupsQueryVariables>;
export const WebProjectRunGroupsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebProjectRunGroups($entity: String!, $project: String!, $by: String!, $filters: JSONString, $aggregates: [String!], $after: String) {
  project(entityName: $entity, name: $project) {
    runGroups(
      by: $by
      filters: $filters
      aggregates: $aggregates
      first: 50
      after: $after
    ) {
      ...RunGroupPage
    }
  }
}
    fragment RunGroupPage on RunGroupConnection {
  edges {
    node {
      value
      count
      filters
      aggregates {
        key
        count
        min
        mean
        max
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebProjectRunGroupsQuery, WebProjectRunGroupsQueryVariables>;
export const WebRunProjectsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebRunProjects($entity: String!) {
  entity(name: $entity) {
    projects(first: 200) {
      edges {
        node {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebRunProjectsQuery, WebRunProjectsQueryVariables>;
export const WebStopRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebStopRuns($ids: [ID!]!) {
  stopRuns(input: { ids: $ids }) {
    count
  }
}
    `) as unknown as TypedDocumentString<WebStopRunsMutation, WebStopRunsMutationVariables>;
export const WebDeleteRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteRuns($ids: [ID!]!) {
  deleteRuns(input: { ids: $ids }) {
    count
  }
}
    `) as unknown as TypedDocumentString<WebDeleteRunsMutation, WebDeleteRunsMutationVariables>;
export const WebMoveRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebMoveRuns($input: MoveRunsInput!) {
  moveRuns(input: $input) {
    runs {
      id
      name
      entityName
    }
  }
}
    `) as unknown as TypedDocumentString<WebMoveRunsMutation, WebMoveRunsMutationVariables>;
export const WebTagRunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebTagRuns($ids: [ID!]!, $add: [String!], $remove: [String!]) {
  tagRuns(input: { ids: $ids, add: $add, remove: $remove }) {
    count
  }
}
    `) as unknown as TypedDocumentString<WebTagRunsMutation, WebTagRunsMutationVariables>;
export const OpenSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenSession($input: OpenSessionInput!) {
  openSession(input: $input) {
    user {
      username
    }
  }
}
    `) as unknown as TypedDocumentString<OpenSessionMutation, OpenSessionMutationVariables>;
export const CloseSessionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseSession {
  closeSession {
    success
  }
}
    `) as unknown as TypedDocumentString<CloseSessionMutation, CloseSessionMutationVariables>;
export const WebProfileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebProfile {
  viewer {
    username
    email
    admin
    createdAt
    hasPassword
  }
}
    `) as unknown as TypedDocumentString<WebProfileQuery, WebProfileQueryVariables>;
export const WebApiKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebApiKeys($after: String) {
  viewer {
    apiKeys(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          description
          createdAt
          lastUsedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebApiKeysQuery, WebApiKeysQueryVariables>;
export const WebUsersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebUsers($search: String, $after: String) {
  users(search: $search, first: 50, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        username
        email
        admin
        createdAt
        teams(first: 11) {
          edges {
            node {
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebUsersQuery, WebUsersQueryVariables>;
export const WebTeamsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebTeams($after: String) {
  teams(first: 20, after: $after) {
    edges {
      node {
        id
        name
        canChangeMembers
        memberCount
        membersConnection(first: 20) {
          ...WebMembers
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebMembers on MemberConnection {
  edges {
    node {
      id
      username
      email
      admin
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebTeamsQuery, WebTeamsQueryVariables>;
export const WebTeamMembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebTeamMembers($team: String!, $after: String) {
  team(name: $team) {
    membersConnection(first: 100, after: $after) {
      ...WebMembers
    }
  }
}
    fragment WebMembers on MemberConnection {
  edges {
    node {
      id
      username
      email
      admin
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<WebTeamMembersQuery, WebTeamMembersQueryVariables>;
export const WebSecretsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebSecrets($entity: String!, $after: String) {
  entity(name: $entity) {
    secretsConnection(first: 50, after: $after) {
      edges {
        node {
          name
          variable
          createdBy
          updatedBy
          updatedAt
          lastUsedAt
          isReadable
          runQueues {
            name
            entityName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WebSecretsQuery, WebSecretsQueryVariables>;
export const WebServerInfoDocument = /*#__PURE__*/ new TypedDocumentString(`
    query WebServerInfo {
  serverInfo {
    version
    features {
      name
      isEnabled
    }
  }
}
    `) as unknown as TypedDocumentString<WebServerInfoQuery, WebServerInfoQueryVariables>;
export const WebUpdateViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebUpdateViewer($input: UpdateViewerInput!) {
  updateViewer(input: $input) {
    user {
      email
    }
  }
}
    `) as unknown as TypedDocumentString<WebUpdateViewerMutation, WebUpdateViewerMutationVariables>;
export const WebSetPasswordDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebSetPassword($input: SetPasswordInput!) {
  setPassword(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebSetPasswordMutation, WebSetPasswordMutationVariables>;
export const WebDeleteApiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteApiKey($input: DeleteApiKeyInput!) {
  deleteApiKey(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebDeleteApiKeyMutation, WebDeleteApiKeyMutationVariables>;
export const WebCreateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebCreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
    apiKey
    user {
      username
    }
  }
}
    `) as unknown as TypedDocumentString<WebCreateUserMutation, WebCreateUserMutationVariables>;
export const WebUpdateUserDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebUpdateUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
    user {
      username
      admin
    }
  }
}
    `) as unknown as TypedDocumentString<WebUpdateUserMutation, WebUpdateUserMutationVariables>;
export const WebCreateTeamDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebCreateTeam($input: CreateTeamInput!) {
  createTeam(input: $input) {
    entity {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<WebCreateTeamMutation, WebCreateTeamMutationVariables>;
export const WebAddTeamMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebAddTeamMember($input: TeamMemberInput!) {
  addTeamMember(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebAddTeamMemberMutation, WebAddTeamMemberMutationVariables>;
export const WebRemoveTeamMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebRemoveTeamMember($input: TeamMemberInput!) {
  removeTeamMember(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebRemoveTeamMemberMutation, WebRemoveTeamMemberMutationVariables>;
export const WebSetSecretDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebSetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    isNew
  }
}
    `) as unknown as TypedDocumentString<WebSetSecretMutation, WebSetSecretMutationVariables>;
export const WebDeleteSecretDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WebDeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<WebDeleteSecretMutation, WebDeleteSecretMutationVariables>;