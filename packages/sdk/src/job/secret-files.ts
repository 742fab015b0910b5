/** Names of files that hold keys and passwords, in small letters. What only shows which ones there are is no secret. */
const SECRETS: readonly RegExp[] = [
  /^\.env(\..+)?$/u,
  /^[._]netrc$/u,
  /^\.pgpass$/u,
  /^\.git-credentials$/u,
  /^id_(rsa|dsa|ecdsa|ed25519)$/u,
  /\.(pem|key|p12|pfx|keystore|jks|kdbx)$/u,
  /^(credentials|service[-_]account.*|client[-_]secret.*)\.json$/u,
]
const HARMLESS = /^\.env\.(example|sample|template|dist|defaults?)$/u
const SECRET_FOLDERS: ReadonlySet<string> = new Set(['.ssh', '.aws', '.gnupg', '.azure', '.gcloud', '.kube', '.docker'])

/** Tells whether a file most likely holds a secret, by its name. */
export function isSecretFile(name: string): boolean {
  const small = name.toLowerCase()
  return !HARMLESS.test(small) && SECRETS.some((secret) => secret.test(small))
}

/** Tells whether a folder is one in which programs keep secrets. */
export function isSecretFolder(name: string): boolean {
  return SECRET_FOLDERS.has(name)
}

/** Tells whether the text of an `.npmrc` holds a key or a password. */
export function hasRegistryKey(text: string): boolean {
  return /^\s*[^#;=]*(_auth|_authToken|_password|certfile|keyfile)\s*=/mu.test(text)
}
