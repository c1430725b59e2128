import { describeEventLogContract } from '../ports/testing/index.ts';
import { MemoryEventLog } from './memory-event-log.ts';

describeEventLogContract('MemoryEventLog', (keep) =>
  Promise.resolve(new MemoryEventLog(keep === undefined ? {} : { keep })),
);

describe('MemoryEventLog', () => {
  it('keeps exactly as many messages as it was told', async () => {
    const log = new MemoryEventLog({ keep: 2 });
    for (const content of ['一', '二', '三']) await log.append('code', { type: 'text', content });
    expect(await log.extent('code')).toEqual({ firstSeq: 2, lastSeq: 3 });
    expect((await log.read('code', 0)).map(({ seq }) => seq)).toEqual([2, 3]);
  });
});
