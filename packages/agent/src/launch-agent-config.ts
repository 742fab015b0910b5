/** What one launch agent listens to and how much it takes. */
export interface LaunchAgentConfig {
  /** The entity that owns the queues. */
  readonly entityName: string
  /** The project that holds the queues. Defaults to `model-registry`, where the wandb client keeps them. */
  readonly projectName?: string
  /** The queues to take items from, by name; at least one. */
  readonly queueNames: readonly string[]
  /**
   * A folder for what must survive the agent: its id, its items with their code, its caches. One agent at a time may use
   * it; an agent that starts with the folder of an earlier one takes over what that one left running.
   */
  readonly stateFolder: string
  /** How many items run at once. Defaults to 1; -1 is no limit. More is right where programs wait more than they compute. */
  readonly maxJobs?: number
  /** How long a program may take to end when it is asked to. Defaults to 10; a queue may set its own. */
  readonly stopGraceSeconds?: number
  /** How many days the folder of an ended item stays, with what its program wrote there. Defaults to 7. */
  readonly keepItemDays?: number
  /** The name under which people see the agent. Defaults to the machine's. */
  readonly hostname?: string
  readonly version?: string
  /** The environment variables of the agent. Programs inherit them, less those of the server, the agent's key and its run. */
  readonly environment: Readonly<Record<string, string | undefined>>
}
