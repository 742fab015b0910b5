import { formatPresetContent, formatPresetPath, NotFoundError } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import { isLaunchable } from './preset.ts'
import { formatPresetId, formatPresetVersionId, parsePresetId, parsePresetVersionId } from './wire-id.ts'

export const presetResolvers: Resolvers = {
  Query: {
    async preset(_parent, { entityName, name }, context) {
      return (await context.services.preset.find(requireViewer(context), entityName, name))?.preset ?? null
    },
    presetVersion(_parent, { id }, context) {
      const rowId = parsePresetVersionId(id)
      return rowId === null ? null : context.services.preset.findVersion(requireViewer(context), rowId)
    },
    async presetLayers(_parent, { presets }, context) {
      return [...(await context.services.preset.findLayers(requireViewer(context), presets))]
    },
    async presetDiff(_parent, { fromID, toID }, context) {
      const [from, to] = [parsePresetVersionId(fromID) ?? 0, parsePresetVersionId(toID) ?? 0]
      const differences = await context.services.preset.compare(requireViewer(context), from, to)
      return differences.map((difference) => ({
        ...difference,
        isSetFrom: 'from' in difference,
        isSetTo: 'to' in difference,
      }))
    },
  },
  Mutation: {
    async savePreset(_parent, { input }, context) {
      const { version, isNew } = await context.services.preset.save(requireViewer(context), {
        entityName: input.entityName,
        name: input.name,
        content: input.content,
        basedOn: input.basedOn ?? [],
        job: input.job ?? null,
        description: input.description ?? null,
      })
      return { presetVersion: version, isNew }
    },
    async deletePreset(_parent, { input }, context) {
      await context.services.preset.delete(requireViewer(context), parsePresetId(input.presetID) ?? 0)
      return { success: true, clientMutationId: input.clientMutationId }
    },
  },
  Entity: {
    async presets(entity, arguments_, context) {
      const page = parsePage(arguments_)
      const rows = await context.services.preset.list(
        requireViewer(context),
        { entityId: entity.id, jobPath: arguments_.job ?? null },
        { beforeId: page.after, limit: page.limit },
      )
      return toConnection(
        rows.map(({ preset }) => preset),
        page,
        (preset) => preset.id,
      )
    },
  },
  Preset: {
    id: (preset) => formatPresetId(preset.id),
    createdBy: (preset) => preset.createdByName,
    latestVersion: (preset, _arguments, context) =>
      context.services.preset.findNewestOf(requireViewer(context), preset),
    async version(preset, { name }, context) {
      const viewer = requireViewer(context)
      const { preset: presets } = context.services
      if (name === 'latest') return presets.findNewestOf(viewer, preset)
      const number = /^v(\d{1,9})$/u.exec(name)?.[1]
      const path = `${preset.entityName}/${preset.name}`
      const version = number === undefined ? null : await presets.findNamedVersion(viewer, path, Number(number))
      return version !== null && isLaunchable(version) ? version : null
    },
    async versions(preset, arguments_, context) {
      const page = parsePage(arguments_)
      const rows = await context.services.preset.listVersions(requireViewer(context), preset, {
        // The cursor holds the version's number and one, since 0 stands for the start of the list.
        beforeVersion: page.after === 0 ? null : page.after - 1,
        limit: page.limit,
      })
      return toConnection(rows, page, ({ version }) => version + 1)
    },
  },
  PresetVersion: {
    id: ({ id }) => formatPresetVersionId(id),
    version: ({ version }) => `v${version}`,
    versionIndex: ({ version }) => version,
    path: ({ preset, version }) => formatPresetPath({ name: `${preset.entityName}/${preset.name}`, version }),
    content: ({ content }) => formatPresetContent(content),
    async basedOn(version, _arguments, context) {
      const viewer = requireViewer(context)
      const bases = await Promise.all(version.baseIds.map((id) => context.services.preset.findVersion(viewer, id)))
      const seen = bases.filter((base) => base !== null)
      return seen.length === bases.length ? seen : null
    },
    async resolved(version, _arguments, context) {
      try {
        return formatPresetContent(await context.services.preset.resolve(requireViewer(context), version))
      } catch (error) {
        if (error instanceof NotFoundError) return null
        throw error
      }
    },
    async problems(version, { job }, context) {
      return [...(await context.services.preset.findProblems(requireViewer(context), version, job))]
    },
  },
}
