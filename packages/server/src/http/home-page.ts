import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'

const SESSION_COOKIE = 'slipway_session'
const SESSION_SECONDS = 30 * 24 * 60 * 60

/** Registers the plain page that says what runs here, and the login link that opens a browser session. */
export function registerHomePage(
  app: FastifyInstance,
  deps: { readonly account: AccountService; readonly publicUrl: () => string },
): void {
  app.get('/', async (request, reply) => {
    const token = readCookie(request.headers.cookie, SESSION_COOKIE)
    const viewer = token === null ? null : await deps.account.authenticateSession(token)
    return reply.type('text/html; charset=utf-8').send(homePage(deps.publicUrl(), viewer))
  })
  // The Python client prints this address as that of its run.
  app.get<{ Params: { entity: string; project: string; run: string } }>(
    '/:entity/:project/runs/:run',
    async ({ params }, reply) => {
      const path = `${params.entity}/${params.project}/${params.run}`
      // The page shows a command to copy, which must not hold whatever the author of a link would like to be run.
      if (!/^[\w./-]+$/.test(path)) return reply.callNotFound()
      return reply.type('text/html; charset=utf-8').send(runPage(path))
    },
  )
  app.get<{ Querystring: { token?: string | string[] } }>('/login', async (request, reply) => {
    const { token } = request.query
    const session = typeof token === 'string' ? await deps.account.openSession(token) : null
    if (session === null) {
      return reply
        .status(401)
        .type('text/html; charset=utf-8')
        .send(
          page(
            'Login',
            '<p>This login link was used already or is too old. Get a new one with <code>slipway admin login-link</code>.</p>',
          ),
        )
    }
    const secure = deps.publicUrl().startsWith('https:') ? '; Secure' : ''
    return reply
      .header(
        'set-cookie',
        `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${SESSION_SECONDS}${secure}`,
      )
      .redirect('/')
  })
}

function readCookie(header: string | undefined, name: string): string | null {
  const pair = (header ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair === undefined ? null : pair.slice(name.length + 1)
}

function homePage(publicUrl: string, viewer: Viewer | null): string {
  const who =
    viewer === null
      ? '<p>You are not logged in. Open the login link that the server printed when it was first started.</p>'
      : `<p>Logged in as <strong>${escapeHtml(viewer.user.username)}</strong>.</p>`
  return page(
    'Slipway',
    `<p>Slipway runs here: launch machine-learning jobs with other inputs.</p>${who}
<p>Point a client at it:</p>
<pre>export WANDB_BASE_URL=${escapeHtml(publicUrl)}
wandb login --relogin</pre>
<p>Capture a job, and launch it with another input:</p>
<pre>slipway run -- python train.py
slipway job list
slipway launch JOB --set trainer.learning_rate=0.1 --queue default --watch</pre>`,
  )
}

// Says nothing of the run, not even whether there is one: who asks is not known here.
function runPage(path: string): string {
  return page(
    'Slipway',
    `<p>What a run had for inputs, how it went and what it printed, from a terminal:</p>
<pre>slipway run show ${escapeHtml(path)}</pre>`,
  )
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>\n`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
