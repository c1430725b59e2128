import type { DurableMessage, EventLog } from '../ports/index.ts';

/** How many of the newest messages are looked through: what is changed was made a short while ago. */
const NEWEST = 500;

/** The newest messages of a code, oldest first: what a job may refer to, however long its log is. */
export async function newestMessages(
  log: Pick<EventLog, 'extent' | 'read'>,
  code: string,
): Promise<readonly DurableMessage[]> {
  const { lastSeq } = await log.extent(code);
  return log.read(code, Math.max(0, lastSeq - NEWEST));
}
