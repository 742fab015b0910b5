export { typeDefs } from './generated/type-defs.ts'
export * from './generated/documents.ts'
