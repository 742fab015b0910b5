/**
 * Tells whether a failure is the echo of a lost claim. A stock agent whose claim is refused, because another agent has
 * claimed the item, reports the refusal as a failure of that very item, and does not say which agent it is. Its message is
 * then the client's own text for a refused claim, which no other failure has. Source: wandb client, ack_run_queue_item.
 */
export function isLostClaimReport(message: string): boolean {
  return /error acking run queue item/iu.test(message)
}
