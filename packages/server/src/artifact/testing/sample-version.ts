/** A version of the project "p" by its name, with its files. */
export const VERSION = `query($name: String!) { project(name: "p") { artifact(name: $name) {
  id versionIndex state digest size fileCount description metadata aliases { alias } tags { name }
  files { totalCount edges { node { name sizeBytes md5 directUrl } } } } } }`

/** The files of a version; they come in the order of their paths. */
export const files = { 'b.txt': 'bee', 'a/é.txt': 'deep', empty: '' }
