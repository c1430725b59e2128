import { until } from '../../../testing/index.ts';
import type { EventLog, JobQueue } from '../index.ts';
import { prompt } from './messages.ts';
import type { RecordingJobHandler } from './recording-job-handler.ts';

const [CAT, DOG] = ['5a0c1f0e-0000-4000-8000-00000000000a', '5a0c1f0e-0000-4000-8000-00000000000b'];
const [NEAR, FAR] = ['192.0.2.1', '192.0.2.2'];

/** What a queue has to do, and its log, where two jobs of an address may be remembered. */
export async function expectOldestToGo({
  queue,
  log,
  handler,
}: {
  readonly queue: JobQueue;
  readonly log: EventLog;
  readonly handler: RecordingJobHandler;
}): Promise<void> {
  const others = prompt('二');
  // What runs has no end, so that all others wait.
  for (const message of [prompt('一'), others]) await queue.add({ code: CAT, address: FAR }, message);
  await handler.called('run 一');
  await queue.cancel(CAT, others.id);
  const prompts = ['三', '四', '五'].map((content) => prompt(content));
  for (const message of prompts) {
    await queue.add({ code: DOG, address: NEAR }, message);
    await queue.cancel(DOG, message.id);
  }
  await queue.add({ code: DOG, address: NEAR }, prompt('六'));
  await until(async () => (await log.extent(DOG)).firstSeq === 3, { what: 'the first job has gone' });
  const known = await Promise.all(prompts.map(({ id }) => queue.find(DOG, id)));
  expect(known.map((job) => job?.prompt.content)).toEqual([undefined, '四', '五']);
  expect(await log.extent(DOG)).toEqual({ firstSeq: 3, lastSeq: 7 });
  expect(await log.extent(CAT)).toEqual({ firstSeq: 1, lastSeq: 3 });
  expect((await queue.find(CAT, others.id))?.prompt).toEqual(others);
}
