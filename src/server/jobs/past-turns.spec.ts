import { randomUUID } from 'node:crypto';
import type { EventLog, Job } from '../ports/index.ts';
import { memoryLog } from '../testing/test-storage.ts';
import { pastTurns } from './past-turns.ts';

const CODE = 'a code';

function following(follows: string): Job {
  const job: Partial<Job> = {
    id: randomUUID(),
    code: CODE,
    prompt: { type: 'text', id: randomUUID(), content: '改成晚上', follows },
  };
  return job as Job;
}

describe('pastTurns', () => {
  let log: EventLog;

  beforeEach(() => (log = memoryLog()));
  afterEach(() => log.close());

  async function accept(id: string, fields: object): Promise<void> {
    await log.append(CODE, { type: 'system', event: 'accepted', content: '', replyTo: id, ...fields });
  }

  it('knows how many reference images came with a prompt', async () => {
    await accept('one', { prompt: '让它动起来', attachments: ['/media/a.png', '/media/b.png'] });
    await accept('two', { prompt: '海边', follows: 'one' });
    expect(await pastTurns(log, following('two'))).toEqual([{ asked: '让它动起来', images: 2 }, { asked: '海边' }]);
  });

  it('reads the end of a log, however long that is', async () => {
    await accept('old', { prompt: '很久以前' });
    for (let count = 0; count < 600; count++) await log.append(CODE, { type: 'system', event: 'notice', content: '' });
    await accept('new', { prompt: '海边', follows: 'old' });
    const read = spyOn(log, 'read').and.callThrough();
    expect(await pastTurns(log, following('new'))).toEqual([{ asked: '海边' }]);
    expect(read).toHaveBeenCalledOnceWith(CODE, 102);
  });
});
