// Made by `npm run generate` from the .graphql files of packages/api. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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