import { planAnimation } from './plan-animation.ts'
import { recordSession } from './record-session.ts'
import { renderSvg } from './render-svg.ts'

const DESCRIPTION = {
  title: 'Slipway in a terminal',
  text: 'A training program is captured as a job. The job lists its inputs with types and defaults. It is launched with another learning rate and another model, and trains again. The item shows what was asked and what the run saw. A launch with a misspelt input and a wrong type is refused, with a line for each.',
}

/** Where the recording is kept, from the root of the checkout. */
export const RECORDING = 'docs/images/launch.svg'

/** Runs the session and draws it. */
export async function recordSvg(python: string): Promise<string> {
  return renderSvg(planAnimation(await recordSession(python)), DESCRIPTION)
}
