export type { LaunchAgentConfig } from './launch-agent-config.ts'
export type { LaunchAgentDeps, RunningLaunchAgent } from './launch-agent.ts'
export { startLaunchAgent } from './launch-agent.ts'
export type { Log } from './log.ts'
