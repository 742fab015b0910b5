import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A git repository that is served over HTTP, so that the client may fetch it. */
export interface GitHost extends AsyncDisposable {
  /** The address that the client is given: it takes no other scheme than https. */
  readonly url: string
  readonly commit: string
  /** The variables that lead git from that address to this machine. */
  readonly environment: Readonly<Record<string, string>>
}

const PUBLIC_URL = 'https://git.example.invalid/'

/** Serves a repository of one commit with these files. */
export async function startGitHost(folder: string, files: Readonly<Record<string, string>>): Promise<GitHost> {
  const repository = join(folder, 'repository.git')
  await mkdir(repository, { recursive: true })
  const git = (...arguments_: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', ...arguments_], {
      cwd: repository,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  for (const [name, text] of Object.entries(files)) await writeFile(join(repository, name), text)
  git('add', '--all')
  git('commit', '--quiet', '--message=first')
  const programs = git('--exec-path')

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', PUBLIC_URL)
    const backend = spawn(join(programs, 'git-http-backend'), {
      env: {
        PATH: '/usr/bin:/bin',
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    request.pipe(backend.stdin)
    const chunks: Buffer[] = []
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    backend.on('close', () => {
      const answer = Buffer.concat(chunks)
      const end = answer.indexOf('\r\n\r\n')
      const headers = answer.subarray(0, end).toString().split('\r\n')
      for (const header of headers) {
        const [name = '', value = ''] = header.split(': ', 2)
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
        else response.setHeader(name, value)
      }
      response.end(answer.subarray(end + 4))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${PUBLIC_URL}repository.git`,
    commit: git('rev-parse', 'HEAD'),
    environment: {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.http://127.0.0.1:${port}/.insteadOf`,
      GIT_CONFIG_VALUE_0: PUBLIC_URL,
    },
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}
