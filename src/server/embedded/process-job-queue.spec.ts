import { randomUUID } from 'node:crypto';
import { RecordingJobHandler } from '../ports/testing/recording-job-handler.ts';
import { describeJobQueueContract } from '../ports/testing/index.ts';
import { ProcessJobQueue } from './process-job-queue.ts';

describeJobQueueContract('ProcessJobQueue', (setting) =>
  Promise.resolve(new ProcessJobQueue({ ...setting, onHandlerFault: () => undefined })),
);

describe('ProcessJobQueue', () => {
  it('reports what a handler rejects with', async () => {
    const faults: unknown[] = [];
    const queue = new ProcessJobQueue({ onHandlerFault: (error) => faults.push(error) });
    const handler = new RecordingJobHandler();
    queue.start(handler);
    for (const content of ['一', '二']) await queue.add('code', { type: 'text', id: randomUUID(), content });
    handler.endBadly('一');
    await handler.called('run 二');
    expect(faults).toEqual([new Error('一 fell over')]);
    await queue.close();
  });

  it('cancels a job while it is being accepted', async () => {
    const queue = new ProcessJobQueue();
    const handler = new RecordingJobHandler();
    queue.start(handler);
    const message = { type: 'text', id: randomUUID(), content: '二' } as const;
    await queue.add('code', { ...message, id: randomUUID(), content: '一' });
    const adding = queue.add('code', message);
    expect(await queue.cancel('code', message.id)).toBeTrue();
    await adding;
    expect(handler.calls.slice(-3)).toEqual(['accepted 二', 'moved 二 1', 'cancelled 二']);
    await queue.close();
  });

  it('takes nothing before it has started', async () => {
    const queue = new ProcessJobQueue();
    const adding = queue.add('code', { type: 'text', id: randomUUID(), content: '一' });
    await expectAsync(adding).toBeRejectedWithError('the queue is not open');
  });
});
