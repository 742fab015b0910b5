import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import { formatRunId } from '../run/run-id.ts'
import { requireRunByName } from '../run/run-resolvers.ts'
import { toFileName } from './file-name.ts'
import { fileOrderKey } from './file-service.ts'

/** A client asks for the addresses of all parts before it sends the first one. */
const PARTS_EXPIRE_SECONDS = 7 * 24 * 60 * 60

export const fileResolvers: Resolvers = {
  Mutation: {
    async createRunFiles(_parent, { input }, context) {
      const run = await requireRunByName(context, input)
      const files = context.services.file.createUploads(run, input.files)
      return { runID: formatRunId(run), uploadHeaders: [], files }
    },
    // The bytes say by themselves when they are here: an upload counts from the moment its PUT is answered.
    async markRunFilesUploaded(_parent, { input }, context) {
      await requireRunByName(context, input)
      return { success: true }
    },
    async deleteFiles(_parent, { input }, context) {
      await context.services.file.delete(requireViewer(context), input.files)
      return { success: true }
    },
  },
  Run: {
    fileCount: (run, _arguments, context) => context.services.file.count(run),
    async files(run, { names, pattern, ...paging }, context) {
      const page = parsePage(paging)
      const wanted = (names ?? []).filter((name): name is string => typeof name === 'string').map(toFileName)
      const filter = { names: wanted, pattern: wanted.length > 0 ? null : (pattern ?? null) }
      const found = await context.services.file.list(run, filter, page)
      // Asking for a file by its name also is the way to get an address to upload it to. Source: wandb client protocol.
      const missing =
        wanted.length === 0 || page.after > 0 || found.length > page.size
          ? []
          : (await context.services.file.listMissing(run, wanted)).slice(0, page.size - found.length)
      return { ...toConnection([...found, ...missing], page, fileOrderKey), uploadHeaders: [] }
    },
  },
  FileConnection: {
    totalCount: (connection) => connection.totalCount ?? null,
  },
  File: {
    displayName: (file) => file.name,
    url(file, { upload }, context) {
      const target = upload === true ? file.upload : (file.download ?? file.upload)
      const method = upload === true ? 'PUT' : 'GET'
      return target ? context.services.file.signUrl({ method, ...target, fileName: file.name }) : (file.address ?? null)
    },
    directUrl: (file, _arguments, context) =>
      file.download
        ? context.services.file.signUrl({ method: 'GET', ...file.download, fileName: file.name })
        : (file.address ?? null),
    // Clients up to release 0.19 go through the list without looking whether there is one.
    uploadHeaders: (file) => file.uploadHeaders ?? [],
    uploadUrl: (file, _arguments, context) =>
      file.upload ? context.services.file.signUrl({ method: 'PUT', ...file.upload, fileName: file.name }) : null,
    uploadMultipartUrls: ({ multipart }, _arguments, context) =>
      multipart
        ? {
            uploadID: multipart.uploadKey,
            uploadUrlParts: multipart.parts.map(({ partNumber, target }) => ({
              partNumber,
              uploadUrl: context.services.file.signUrl({
                method: 'PUT',
                ...target,
                expiresInSeconds: PARTS_EXPIRE_SECONDS,
              }),
            })),
          }
        : null,
    storagePath: (file) => file.storagePath ?? file.name,
  },
}
