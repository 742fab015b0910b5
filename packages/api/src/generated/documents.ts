// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CreateUserInput = {
  readonly email?: string | null | undefined;
  /** Defaults to the part of the e-mail address before the @. */
  readonly username?: string | null | undefined;
  /** A key to import, in the client's format. Defaults to a new one. */
  readonly apiKey?: string | null | undefined;
  readonly admin?: boolean | null | undefined;
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

export type ArtifactState =
  | 'PENDING'
  | 'COMMITTED'
  | 'DELETED';

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

export type RunQueueAccessType =
  | 'PROJECT'
  | 'USER';

export type RunQueuePrioritizationMode =
  | 'DISABLED'
  | 'V0';

export type UpsertRunQueueInput = {
  readonly entityName: string;
  readonly projectName: string;
  readonly queueName: string;
  readonly resourceType: string;
  readonly resourceConfig: string;
  readonly templateVariables?: string | null | undefined;
  readonly prioritizationMode?: RunQueuePrioritizationMode | null | undefined;
  readonly externalLinks?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type PushToRunQueueByNameInput = {
  readonly entityName: string;
  readonly projectName: string;
  readonly queueName: string;
  readonly runSpec: string;
  readonly priority?: number | null | undefined;
  readonly templateVariableValues?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
};

export type RunQueueItemIdInput = {
  readonly runQueueItemId: string;
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

export type CompletedQueuesFragment = { readonly name: string, readonly runQueues: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null }> | null };

export type CompletionQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionQueuesQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly runQueues: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null }> | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly runQueues: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly resource: string | null, readonly isPaused: boolean, readonly defaultResourceConfig: { readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null }> | null } | null };

export type CompletedSecretsFragment = { readonly name: string, readonly secrets: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly variable: string }> | null };

export type CompletionSecretsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionSecretsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly secrets: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly variable: string }> | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly secrets: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly variable: string }> | null } | null };

export type CompletedWorkFragment = { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null }> | null };

export type CompletionWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionWorkQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null }> | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null } | null }> } | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null }> | null } | null };

export type CompletedRunsFragment = { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null };

export type CompletionRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionRunsQuery = { readonly viewer: { readonly teams: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null } | null }> } | null } | null, readonly entity: { readonly name: string, readonly projects: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly runs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly displayName: string | null, readonly state: string | null } | null }> } | null } | null }> } | null } | null };

export type CompletionUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type CompletionUsersQuery = { readonly users: { readonly edges: ReadonlyArray<{ readonly node: { readonly username: string | null } | null }> } | null };

export type CliPushMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type CliPushMutation = { readonly pushToRunQueueByName: { readonly runQueueItemId: string | null, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }> | null } | null };

export type CliCheckLaunchMutationVariables = Exact<{
  input: PushToRunQueueByNameInput;
}>;


export type CliCheckLaunchMutation = { readonly checkLaunch: { readonly runSpec: unknown, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }>, readonly notes: ReadonlyArray<{ readonly path: string, readonly message: string }> } | null };

export type CliItemsQueryVariables = Exact<{
  entityName: string;
  states?: ReadonlyArray<string> | string | null | undefined;
  first: number;
}>;


export type CliItemsQuery = { readonly entity: { readonly runQueueItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null, readonly createdAt: string | null, readonly endedAt: string | null, readonly associatedRunId: string | null, readonly reason: string | null, readonly runQueue: { readonly name: string } | null } | null }> } | null } | null };

export type CliItemQueryVariables = Exact<{
  id: string;
}>;


export type CliItemQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly jobPath: string | null, readonly author: string | null, readonly priority: number | null, readonly createdAt: string | null, readonly leasedAt: string | null, readonly claimedAt: string | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly associatedRunId: string | null, readonly runSpec: unknown, readonly inputs: unknown, readonly warnings: ReadonlyArray<{ readonly message: string, readonly stage: string | null }> | null, readonly runQueue: { readonly name: string, readonly entityName: string } | null, readonly run: { readonly name: string, readonly displayName: string | null, readonly state: string | null, readonly project: { readonly name: string, readonly entityName: string } | null } | null } | null };

export type CliItemProgressQueryVariables = Exact<{
  id: string;
  offset: number;
}>;


export type CliItemProgressQuery = { readonly runQueueItem: { readonly id: string, readonly state: string, readonly exitCode: number | null, readonly reason: string | null, readonly stage: string | null, readonly associatedRunId: string | null, readonly run: { readonly name: string, readonly project: { readonly name: string, readonly entityName: string } | null } | null, readonly log: { readonly text: string, readonly nextOffset: number, readonly isComplete: boolean } | null } | null };

export type CliCancelItemMutationVariables = Exact<{
  input: RunQueueItemIdInput;
}>;


export type CliCancelItemMutation = { readonly cancelRunQueueItem: { readonly runQueueItem: { readonly id: string, readonly state: string, readonly stopRequestedAt: string | null } | null } | null };

export type CliRefusedLaunchesQueryVariables = Exact<{
  entityName: string;
  first: number;
}>;


export type CliRefusedLaunchesQuery = { readonly entity: { readonly refusedLaunches: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly author: string | null, readonly queueName: string | null, readonly jobPath: string | null, readonly message: string, readonly problems: ReadonlyArray<{ readonly path: string, readonly message: string }> } | null }> } | null } | null };

export type CliJobsQueryVariables = Exact<{
  entityName: string;
  after?: string | null | undefined;
}>;


export type CliJobsQuery = { readonly entity: { readonly projects: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly entityName: string, readonly jobs: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly latestVersion: { readonly version: string, readonly path: string, readonly sourceType: string, readonly isPartial: boolean, readonly createdAt: string, readonly inputs: unknown } | null } | null }> } | null } | null }> } | null } | null };

export type CliJobVersionQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CliJobVersionQuery = { readonly project: { readonly name: string, readonly jobVersion: { readonly id: string, readonly name: string, readonly version: string, readonly aliases: ReadonlyArray<string>, readonly path: string, readonly createdAt: string, readonly sourceType: string, readonly source: unknown, readonly entryPoint: ReadonlyArray<string> | null, readonly runtime: string | null, readonly isPartial: boolean, readonly inputs: unknown, readonly inputTypes: unknown, readonly configFiles: unknown, readonly project: { readonly name: string, readonly entityName: string }, readonly sourceRun: { readonly name: string, readonly displayName: string | null, readonly project: { readonly name: string } | null } | null } | null } | null };

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

export type CliRunQueuesQueryVariables = Exact<{
  entityName: string;
}>;


export type CliRunQueuesQuery = { readonly entity: { readonly runQueues: ReadonlyArray<{ readonly id: string, readonly name: string, readonly entityName: string, readonly resource: string | null, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly isPaused: boolean, readonly pendingCount: number, readonly runningCount: number, readonly launchAgents: ReadonlyArray<{ readonly id: string }> }> | null } | null };

export type CliRunQueueQueryVariables = Exact<{
  entityName: string;
  projectName: string;
  name: string;
}>;


export type CliRunQueueQuery = { readonly project: { readonly runQueue: { readonly id: string, readonly name: string, readonly entityName: string, readonly createdAt: string | null, readonly access: RunQueueAccessType | null, readonly resource: string | null, readonly prioritizationMode: RunQueuePrioritizationMode | null, readonly isPaused: boolean, readonly pendingCount: number, readonly runningCount: number, readonly defaultResourceConfig: { readonly config: unknown, readonly templateVariables: ReadonlyArray<{ readonly name: string, readonly schema: string }> | null } | null, readonly launchAgents: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly hostname: string | null, readonly agentStatus: string | null, readonly heartbeatAt: string | null }> } | null } | null };

export type CliCreateProjectMutationVariables = Exact<{
  input: UpsertModelInput;
}>;


export type CliCreateProjectMutation = { readonly upsertModel: { readonly inserted: boolean | null } | null };

export type CliUpsertRunQueueMutationVariables = Exact<{
  input: UpsertRunQueueInput;
}>;


export type CliUpsertRunQueueMutation = { readonly upsertRunQueue: { readonly success: boolean | null, readonly configSchemaValidationErrors: ReadonlyArray<string> | null } | null };

export type CliSecretsQueryVariables = Exact<{
  entityName: string;
}>;


export type CliSecretsQuery = { readonly entity: { readonly secrets: ReadonlyArray<{ readonly name: string, readonly entityName: string, readonly variable: string, readonly createdBy: string | null, readonly createdAt: string, readonly updatedBy: string | null, readonly updatedAt: string, readonly lastUsedAt: string | null, readonly lastUsedItemId: string | null, readonly isReadable: boolean, readonly runQueues: ReadonlyArray<{ readonly name: string }> }> | null } | null };

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
export const CompletedJobsFragmentDoc = new TypedDocumentString(`
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
export const CompletedQueuesFragmentDoc = new TypedDocumentString(`
    fragment CompletedQueues on Entity {
  name
  runQueues {
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
    `, {"fragmentName":"CompletedQueues"}) as unknown as TypedDocumentString<CompletedQueuesFragment, unknown>;
export const CompletedSecretsFragmentDoc = new TypedDocumentString(`
    fragment CompletedSecrets on Entity {
  name
  secrets {
    name
    entityName
    variable
  }
}
    `, {"fragmentName":"CompletedSecrets"}) as unknown as TypedDocumentString<CompletedSecretsFragment, unknown>;
export const CompletedWorkFragmentDoc = new TypedDocumentString(`
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
  launchAgents {
    id
    name
    hostname
    agentStatus
  }
}
    `, {"fragmentName":"CompletedWork"}) as unknown as TypedDocumentString<CompletedWorkFragment, unknown>;
export const CompletedRunsFragmentDoc = new TypedDocumentString(`
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
export const AgentLeaseItemsDocument = new TypedDocumentString(`
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
export const AgentHeartbeatDocument = new TypedDocumentString(`
    mutation AgentHeartbeat($input: LaunchAgentHeartbeatInput!) {
  launchAgentHeartbeat(input: $input) {
    stopPolling
    stopRunQueueItemIds
    lostRunQueueItemIds
  }
}
    `) as unknown as TypedDocumentString<AgentHeartbeatMutation, AgentHeartbeatMutationVariables>;
export const AgentClaimItemDocument = new TypedDocumentString(`
    mutation AgentClaimItem($input: AckRunQueueItemInput!) {
  ackRunQueueItem(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentClaimItemMutation, AgentClaimItemMutationVariables>;
export const AgentWarnAboutItemDocument = new TypedDocumentString(`
    mutation AgentWarnAboutItem($input: FailRunQueueItemInput!) {
  updateRunQueueItemWarning(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentWarnAboutItemMutation, AgentWarnAboutItemMutationVariables>;
export const AgentFinishItemDocument = new TypedDocumentString(`
    mutation AgentFinishItem($input: FinishRunQueueItemInput!) {
  finishRunQueueItem(input: $input) {
    runQueueItem {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<AgentFinishItemMutation, AgentFinishItemMutationVariables>;
export const AgentAppendItemLogDocument = new TypedDocumentString(`
    mutation AgentAppendItemLog($input: AppendRunQueueItemLogInput!) {
  appendRunQueueItemLog(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentAppendItemLogMutation, AgentAppendItemLogMutationVariables>;
export const AgentJobVersionDocument = new TypedDocumentString(`
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
export const AgentArtifactDocument = new TypedDocumentString(`
    query AgentArtifact($id: ID!) {
  artifact(id: $id) {
    id
    digest
    state
  }
}
    `) as unknown as TypedDocumentString<AgentArtifactQuery, AgentArtifactQueryVariables>;
export const AgentArtifactFilesDocument = new TypedDocumentString(`
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
export const AgentRunQueuesDocument = new TypedDocumentString(`
    query AgentRunQueues($entityName: String!, $projectName: String!) {
  project(name: $projectName, entityName: $entityName) {
    runQueues {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AgentRunQueuesQuery, AgentRunQueuesQueryVariables>;
export const AgentRegisterDocument = new TypedDocumentString(`
    mutation AgentRegister($input: CreateLaunchAgentInput!) {
  createLaunchAgent(input: $input) {
    launchAgentId
  }
}
    `) as unknown as TypedDocumentString<AgentRegisterMutation, AgentRegisterMutationVariables>;
export const AgentUpdateStatusDocument = new TypedDocumentString(`
    mutation AgentUpdateStatus($input: UpdateLaunchAgentInput!) {
  updateLaunchAgent(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<AgentUpdateStatusMutation, AgentUpdateStatusMutationVariables>;
export const CliCreateUserDocument = new TypedDocumentString(`
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
export const CliCreateLoginLinkDocument = new TypedDocumentString(`
    mutation CliCreateLoginLink {
  createLoginLink(input: {  }) {
    path
  }
}
    `) as unknown as TypedDocumentString<CliCreateLoginLinkMutation, CliCreateLoginLinkMutationVariables>;
export const CliCreateTeamDocument = new TypedDocumentString(`
    mutation CliCreateTeam($input: CreateTeamInput!) {
  createTeam(input: $input) {
    entity {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CliCreateTeamMutation, CliCreateTeamMutationVariables>;
export const CliAddTeamMemberDocument = new TypedDocumentString(`
    mutation CliAddTeamMember($input: TeamMemberInput!) {
  addTeamMember(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliAddTeamMemberMutation, CliAddTeamMemberMutationVariables>;
export const CompletionJobsDocument = new TypedDocumentString(`
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
export const CompletionJobVersionsDocument = new TypedDocumentString(`
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
export const CompletionInputsDocument = new TypedDocumentString(`
    query CompletionInputs($entityName: String!, $projectName: String!, $name: String!) {
  project(name: $projectName, entityName: $entityName) {
    jobVersion(name: $name) {
      inputs
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionInputsQuery, CompletionInputsQueryVariables>;
export const CompletionQueuesDocument = new TypedDocumentString(`
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
  runQueues {
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
}`) as unknown as TypedDocumentString<CompletionQueuesQuery, CompletionQueuesQueryVariables>;
export const CompletionSecretsDocument = new TypedDocumentString(`
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
  secrets {
    name
    entityName
    variable
  }
}`) as unknown as TypedDocumentString<CompletionSecretsQuery, CompletionSecretsQueryVariables>;
export const CompletionWorkDocument = new TypedDocumentString(`
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
  launchAgents {
    id
    name
    hostname
    agentStatus
  }
}`) as unknown as TypedDocumentString<CompletionWorkQuery, CompletionWorkQueryVariables>;
export const CompletionRunsDocument = new TypedDocumentString(`
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
export const CompletionUsersDocument = new TypedDocumentString(`
    query CompletionUsers {
  users {
    edges {
      node {
        username
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompletionUsersQuery, CompletionUsersQueryVariables>;
export const CliPushDocument = new TypedDocumentString(`
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
export const CliCheckLaunchDocument = new TypedDocumentString(`
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
    runSpec
  }
}
    `) as unknown as TypedDocumentString<CliCheckLaunchMutation, CliCheckLaunchMutationVariables>;
export const CliItemsDocument = new TypedDocumentString(`
    query CliItems($entityName: String!, $states: [String!], $first: Int!) {
  entity(name: $entityName) {
    runQueueItems(states: $states, first: $first) {
      edges {
        node {
          id
          state
          jobPath
          author
          createdAt
          endedAt
          associatedRunId
          reason
          runQueue {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliItemsQuery, CliItemsQueryVariables>;
export const CliItemDocument = new TypedDocumentString(`
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
    associatedRunId
    runSpec
    inputs
    warnings {
      message
      stage
    }
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
}
    `) as unknown as TypedDocumentString<CliItemQuery, CliItemQueryVariables>;
export const CliItemProgressDocument = new TypedDocumentString(`
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
export const CliCancelItemDocument = new TypedDocumentString(`
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
export const CliRefusedLaunchesDocument = new TypedDocumentString(`
    query CliRefusedLaunches($entityName: String!, $first: Int!) {
  entity(name: $entityName) {
    refusedLaunches(first: $first) {
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
export const CliJobsDocument = new TypedDocumentString(`
    query CliJobs($entityName: String!, $after: String) {
  entity(name: $entityName) {
    projects(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          name
          entityName
          jobs(first: 100) {
            edges {
              node {
                name
                latestVersion {
                  version
                  path
                  sourceType
                  isPartial
                  createdAt
                  inputs
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliJobsQuery, CliJobsQueryVariables>;
export const CliJobVersionDocument = new TypedDocumentString(`
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
export const CliRunDocument = new TypedDocumentString(`
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
export const CliProjectsDocument = new TypedDocumentString(`
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
export const CliRunQueuesDocument = new TypedDocumentString(`
    query CliRunQueues($entityName: String!) {
  entity(name: $entityName) {
    runQueues {
      id
      name
      entityName
      resource
      prioritizationMode
      isPaused
      pendingCount
      runningCount
      launchAgents {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQueuesQuery, CliRunQueuesQueryVariables>;
export const CliRunQueueDocument = new TypedDocumentString(`
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
    }
  }
}
    `) as unknown as TypedDocumentString<CliRunQueueQuery, CliRunQueueQueryVariables>;
export const CliCreateProjectDocument = new TypedDocumentString(`
    mutation CliCreateProject($input: UpsertModelInput!) {
  upsertModel(input: $input) {
    inserted
  }
}
    `) as unknown as TypedDocumentString<CliCreateProjectMutation, CliCreateProjectMutationVariables>;
export const CliUpsertRunQueueDocument = new TypedDocumentString(`
    mutation CliUpsertRunQueue($input: UpsertRunQueueInput!) {
  upsertRunQueue(input: $input) {
    success
    configSchemaValidationErrors
  }
}
    `) as unknown as TypedDocumentString<CliUpsertRunQueueMutation, CliUpsertRunQueueMutationVariables>;
export const CliSecretsDocument = new TypedDocumentString(`
    query CliSecrets($entityName: String!) {
  entity(name: $entityName) {
    secrets {
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
}
    `) as unknown as TypedDocumentString<CliSecretsQuery, CliSecretsQueryVariables>;
export const CliSetSecretDocument = new TypedDocumentString(`
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
export const CliDeleteSecretDocument = new TypedDocumentString(`
    mutation CliDeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    success
  }
}
    `) as unknown as TypedDocumentString<CliDeleteSecretMutation, CliDeleteSecretMutationVariables>;
export const AgentReadItemSecretsDocument = new TypedDocumentString(`
    mutation AgentReadItemSecrets($input: ReadItemSecretsInput!) {
  readItemSecrets(input: $input) {
    secrets {
      name
      value
    }
  }
}
    `) as unknown as TypedDocumentString<AgentReadItemSecretsMutation, AgentReadItemSecretsMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
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