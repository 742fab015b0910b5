import { InvalidInputError } from '@slipway/core'
import { parseNamePage, parsePage, toNameConnection, toConnection, WHOLE_PAGES } from '../graphql/connection.ts'
import type { OpenSessionInput, Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import type { SessionProof } from './browser-sessions.ts'
import type { TeamMember } from './teams.ts'

/** What the client shows for a person's account, unlike one of a service. Source: wandb client, apis/public/teams. */
const ACCOUNT_TYPE = 'USER'

/** Users say their own addresses, so that somebody else could be let into the team. */
const INVITE_BY_NAME =
  'Cannot invite by e-mail address: this server does not check whose an address is. Give the user name.'

export const accountResolvers: Resolvers = {
  Query: {
    viewer: (_parent, _arguments, context) => context.viewer?.user ?? null,
    entity: (_parent, { name }, context) => context.services.account.findEntity(requireViewer(context), name ?? null),
    async organization(_parent, { name }, context) {
      requireViewer(context)
      const organization = await context.services.account.findOrganization()
      return organization?.name === name ? organization : null
    },
    async users(_parent, arguments_, context) {
      const page = parseNamePage(arguments_, WHOLE_PAGES)
      const { query = null, search = null } = arguments_
      const users = await context.services.account.searchUsers(requireViewer(context), { query, search, ...page })
      return toNameConnection(users, page, ({ username }) => username)
    },
    async user(_parent, { userName }, context) {
      const wanted = { query: userName, search: null, after: null, limit: 1 }
      const users = await context.services.account.searchUsers(requireViewer(context), wanted)
      return users[0] ?? null
    },
    async teams(_parent, arguments_, context) {
      const page = parseNamePage(arguments_)
      const teams = await context.services.account.listAllTeams(requireViewer(context), page)
      return toNameConnection(teams, page, ({ name }) => name)
    },
    team: (_parent, { name }, context) => context.services.account.findTeam(requireViewer(context), name),
  },
  Mutation: {
    async setOrganization(_parent, { input }, context) {
      const { account } = context.services
      return { organization: await account.setOrganization(requireViewer(context), input.name ?? null) }
    },
    async createUser(_parent, { input }, context) {
      const username = input.username ?? input.email?.split('@')[0]
      if (username === undefined || username === '') {
        throw new InvalidInputError(
          'Cannot create the user: neither a user name nor an e-mail address was given. Give one of them.',
        )
      }
      return context.services.account.createUser(requireViewer(context), {
        username,
        email: input.email ?? null,
        isAdmin: input.admin ?? false,
        apiKey: input.apiKey ?? null,
      })
    },
    async updateUser(_parent, { input }, context) {
      const change = { email: input.email ?? null, isAdmin: input.admin ?? null }
      return { user: await context.services.account.updateUser(requireViewer(context), input.username, change) }
    },
    async generateApiKey(_parent, { input }, context) {
      const { description = null, username = null } = input
      return { apiKey: await context.services.account.createApiKey(requireViewer(context), description, username) }
    },
    async deleteApiKey(_parent, { input }, context) {
      await context.services.account.deleteApiKey(requireViewer(context), input.id)
      return { success: true }
    },
    async openSession(_parent, { input }, context) {
      const { user, token } = await context.services.account.openSession(readProof(input))
      context.browserSession.open(token)
      return { user }
    },
    async setPassword(_parent, { input }, context) {
      await context.services.account.setPassword(requireViewer(context), {
        current: input.currentPassword ?? null,
        next: input.newPassword ?? null,
        keptSession: context.browserSession.token,
      })
      return { success: true }
    },
    async updateViewer(_parent, { input }, context) {
      return { user: await context.services.account.updateOwnEmail(requireViewer(context), input.email ?? null) }
    },
    async closeSession(_parent, _arguments, context) {
      const { token } = context.browserSession
      if (token !== null) await context.services.account.closeSession(token)
      context.browserSession.close()
      return { success: true }
    },
    async createLoginLink(_parent, _arguments, context) {
      const secret = await context.services.account.createLoginLink(requireViewer(context).user.id)
      return { path: `/login?token=${secret}` }
    },
    async createTeam(_parent, { input }, context) {
      const viewer = requireViewer(context)
      return {
        entity: await context.services.account.createTeam(viewer, input.teamName, input.teamAdminUserName ?? null),
      }
    },
    async addTeamMember(_parent, { input }, context) {
      await context.services.account.addTeamMember(requireViewer(context), {
        team: input.entityName,
        username: input.username,
        isAdmin: input.admin ?? false,
      })
      return { success: true }
    },
    async removeTeamMember(_parent, { input }, context) {
      await context.services.account.removeTeamMember(requireViewer(context), {
        team: input.entityName,
        username: input.username,
      })
      return { success: true }
    },
    async createInvite(_parent, { input }, context) {
      if (!input.username) throw new InvalidInputError(INVITE_BY_NAME)
      const { user, createdAt } = await context.services.account.inviteToTeam(requireViewer(context), {
        team: input.entityName,
        username: input.username,
        isAdmin: input.admin ?? false,
      })
      return { invite: { id: String(user.id), name: user.username, email: user.email, createdAt, toUser: user } }
    },
    async deleteInvite(_parent, { input }, context) {
      await context.services.account.removeTeamMemberById(requireViewer(context), {
        team: input.entityName ?? '',
        userId: parseMemberId(input.id ?? ''),
      })
      return { success: true }
    },
  },
  User: {
    id: (user) => Buffer.from(`User:${user.id}`).toString('base64'),
    name: (user) => user.username,
    admin: (user) => user.isAdmin,
    flags: () => JSON.stringify({ code_saving_enabled: true }),
    entity: (user) => user.username,
    deletedAt: () => null,
    accountType: () => ACCOUNT_TYPE,
    async organizations(_user, _arguments, context) {
      const organization = await context.services.account.findOrganization()
      return organization === null ? [] : [organization]
    },
    hasPassword: (user, _arguments, context) =>
      requireViewer(context).user.id === user.id ? context.services.account.hasPassword(user.id) : null,
    async apiKeys(user, arguments_, context) {
      const page = parsePage(arguments_, WHOLE_PAGES)
      const { after, limit } = page
      const keys = await context.services.account.listApiKeys(requireViewer(context), user, { after, limit })
      return toConnection(keys, page, ({ id }) => id)
    },
    async teams(user, arguments_, context) {
      const page = parseNamePage(arguments_, WHOLE_PAGES)
      const { after, limit } = page
      const entities = await context.services.account.listEntities(requireViewer(context), user, { after, limit })
      // The own entity comes first, whatever its name.
      return toNameConnection(entities, page, ({ id, name }) => (id === user.entityId ? '' : name))
    },
  },
  ApiKey: {
    id: (key) => String(key.id),
    name: (key) => key.wholeKey ?? key.prefix.replace(/\.+$/, ''),
    createdAt: (key) => key.createdAt,
    lastUsedAt: (key) => key.lastUsedAt,
  },
  Entity: {
    id: (entity) => Buffer.from(`Entity:${entity.id}`).toString('base64'),
    entityType: ({ isTeam, isOrganization }) => (isOrganization ? 'organization' : isTeam ? 'team' : 'user'),
    available: () => true,
    readOnly: () => false,
    readOnlyAdmin: () => false,
    privateOnly: () => false,
    isPaid: () => false,
    async storageBytes(entity, _arguments, context) {
      const { account, artifact, file } = context.services
      if (!account.isMember(requireViewer(context), entity)) return null
      return (await file.storedBytes(entity.id)) + (await artifact.storedBytes(entity.id))
    },
    codeSavingEnabled: () => true,
    defaultAccess: () => 'USER_WRITE',
    limits: () => ({}),
    organization: (_entity, _arguments, context) => context.services.account.findOrganization(),
    user: (entity, _arguments, context) => {
      const viewer = requireViewer(context)
      return entity.id === viewer.user.entityId ? viewer.user : null
    },
    xxhashDigestsEnabled: () => false,
    async members(entity, _arguments, context) {
      const first = { after: null, limit: WHOLE_PAGES.most }
      const members = await context.services.account.listTeamMembers(requireViewer(context), entity, first)
      return members.map(presentMember)
    },
    async membersConnection(entity, arguments_, context) {
      const page = parseNamePage(arguments_)
      const { after, limit } = page
      const { account } = context.services
      const members = await account.listTeamMembers(requireViewer(context), entity, { after, limit })
      const { edges, pageInfo } = toNameConnection(members, page, ({ user }) => user.username)
      return { edges: edges.map(({ node, cursor }) => ({ node: presentMember(node), cursor })), pageInfo }
    },
    memberCount: (entity, _arguments, context) =>
      context.services.account.countTeamMembers(requireViewer(context), entity),
    canChangeMembers: (entity, _arguments, context) =>
      context.services.account.mayChangeMembers(requireViewer(context), entity),
  },
  Organization: {
    id: ({ entity }) => Buffer.from(`Organization:${entity.id}`).toString('base64'),
    orgEntity: ({ entity }) => entity,
    coreWeaveOrganizationId: () => null,
    featureFlags: () => [],
  },
}

/** No member has the id 0. */
function parseMemberId(id: string): number {
  return /^[1-9]\d{0,8}$/u.test(id) ? Number(id) : 0
}

function presentMember({ user, isAdmin }: TeamMember) {
  return {
    id: String(user.id),
    admin: isAdmin,
    role: isAdmin ? 'admin' : 'member',
    pending: false,
    email: user.email,
    username: user.username,
    name: user.username,
    accountType: ACCOUNT_TYPE,
    apiKey: null,
  }
}

function readProof({ apiKey, loginToken, username, password }: OpenSessionInput): SessionProof {
  const proofs: readonly (SessionProof | null)[] = [
    apiKey ? { kind: 'api-key', apiKey: apiKey.trim() } : null,
    loginToken ? { kind: 'login-link', secret: loginToken } : null,
    username && password ? { kind: 'password', username: username.trim(), password } : null,
  ]
  const [proof = null, ...more] = proofs.filter((found) => found !== null)
  if (proof !== null && more.length === 0) return proof
  throw new InvalidInputError(
    'Cannot log in: give an API key, or a login link, or a user name with its password, and only one of them.',
  )
}
