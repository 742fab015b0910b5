import { join } from 'node:path'
import { styleText } from 'node:util'
import type { CommandResult } from '../command-result.ts'
import { LOCAL_LOGIN_FILE } from '../login/login-file.ts'
import type { OutputStream } from '../terminal.ts'

/** What a person must know of a server that has just started. */
export interface StartedServer {
  readonly url: string
  readonly dataFolder: string
  readonly username: string
  readonly apiKey: string
  /** Null unless this is the first start. */
  readonly loginSecret: string | null
  readonly hasAgent: boolean
}

/** Says where to open the server and how to point a client at it; the key is shown at the first start only. */
export function describeStart(started: StartedServer, stdout: OutputStream): CommandResult {
  const { url, dataFolder, username, loginSecret } = started
  const isFirst = loginSecret !== null
  const loginLink = isFirst ? `${url}/login?token=${encodeURIComponent(loginSecret)}` : null
  const bold = (text: string): string => styleText('bold', text, { stream: stdout })
  const first = isFirst
    ? [
        `This is the first start: ${username} is the administrator.`,
        `  Log a browser in, once within a day: ${loginLink}`,
        `  API key: ${started.apiKey}`,
        '',
      ]
    : []
  return {
    document: {
      url,
      dataFolder,
      username,
      hasAgent: started.hasAgent,
      isFirstStart: isFirst,
      apiKey: isFirst ? started.apiKey : null,
      loginLink,
    },
    text: [
      `${bold('Slipway runs.')} Open ${bold(url)}`,
      `All data is in ${dataFolder}. ${started.hasAgent ? 'A launch agent takes items from the queue "default".' : 'No launch agent runs here.'}`,
      '',
      ...first,
      'Point the wandb client at it:',
      `  export WANDB_BASE_URL=${url}`,
      isFirst
        ? `  export WANDB_API_KEY=${started.apiKey}`
        : `  export WANDB_API_KEY=...   # yours; that of ${username} is in ${join(dataFolder, LOCAL_LOGIN_FILE)}`,
      '',
      'Capture a job, and launch it with another input:',
      '  slipway run -- python train.py',
      '  slipway launch JOB --set trainer.learning_rate=0.1 --watch',
      '',
      'Ctrl-C stops it; starting again finds all data.',
    ].join('\n'),
  }
}
