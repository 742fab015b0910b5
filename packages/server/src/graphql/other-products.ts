/** Something that the client knows of and this server does not have. */
export interface OtherProduct {
  /** In the plural: `registries`. */
  readonly name: string
  readonly hint: string
}

const REGISTRIES: OtherProduct = {
  name: 'registries',
  hint: 'Link artifacts to a collection of a project instead.',
}
const AUTOMATIONS: OtherProduct = {
  name: 'automations',
  hint: 'Have a program of yours follow runs and artifacts by the API instead.',
}
const REPORTS: OtherProduct = { name: 'reports', hint: 'Compare runs in the web application instead.' }

const SERVICE_ACCOUNTS: OtherProduct = {
  name: 'service accounts',
  hint: 'Have an administrator make a user for the program, and invite that user to the team instead.',
}
const CUSTOM_CHARTS: OtherProduct = {
  name: 'custom charts',
  hint: 'Log a figure as an image, or the numbers as metrics or a table instead.',
}

/** The client's documents, by the names of their operations. Source: wandb client, its GraphQL documents. */
const PRODUCTS: ReadonlyMap<string, OtherProduct> = new Map([
  ...[
    // As release 0.19 calls them.
    'Collections',
    'Registries',
    'Versions',
    'deleteProject',
    'renameProject',
    'CreateRegistryMembers',
    'DeleteRegistry',
    'DeleteRegistryMembers',
    'FetchAdvancedRegistryFeatures',
    'FetchRegistries',
    'FetchRegistry',
    'RegistryCollections',
    'RegistryTeamMembers',
    'RegistryUserMembers',
    'RegistryVersions',
    'RenameRegistry',
    'UpdateTeamRegistryRole',
    'UpdateUserRegistryRole',
    'UpsertRegistry',
    'UpsertRegistryProject',
  ].map((name): [string, OtherProduct] => [name, REGISTRIES]),
  ...[
    'CreateAutomation',
    'CreateGenericWebhookIntegration',
    'DeleteAutomation',
    'GetAutomations',
    'GetAutomationsByEntity',
    'GetAutomationsLegacy',
    'GetEntityAutomations',
    'GetEntityAutomationsLegacy',
    'GetOrgAutomations',
    'GenericWebhookIntegrationsByEntity',
    'IntegrationsByEntity',
    'SlackIntegrationsByEntity',
    'UpdateAutomation',
  ].map((name): [string, OtherProduct] => [name, AUTOMATIONS]),
  ['ProjectViews', REPORTS],
  ['CreateServiceAccount', SERVICE_ACCOUNTS],
  ['CreateCustomChart', CUSTOM_CHARTS],
])

/** What an operation of the client is for, where this server does not have it; null for any other operation. */
export function findOtherProduct(operationName: string | undefined): OtherProduct | null {
  return operationName === undefined ? null : (PRODUCTS.get(operationName) ?? null)
}
