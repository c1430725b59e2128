import type { Job, MessageDraft } from '../ports/index.ts';
import { prompt } from '../ports/testing/messages.ts';
import { MemoryBusHub } from '../testing/memory-bus.ts';
import { LiveJobs } from './live-jobs.ts';

const CODE = 'a code';

function job(id: string, code = CODE): Job {
  return { id, code, address: '', prompt: prompt(id) };
}

function progress(jobId: string, share: number): MessageDraft {
  return { type: 'system', event: 'progress', progress: share, jobId };
}

function text(jobId: string, content: string): MessageDraft {
  return { type: 'text', content, append: true, jobId };
}

describe('LiveJobs', () => {
  let hub: MemoryBusHub;
  let published: (readonly [process: string, code: string, draft: MessageDraft])[];

  beforeEach(() => {
    hub = new MemoryBusHub();
    published = [];
  });

  /** Those of a process; all that one publishes is written down. */
  function start(process: string): LiveJobs {
    const log = { publish: (code: string, draft: MessageDraft) => void published.push([process, code, draft]) };
    return new LiveJobs(log, hub.join());
  }

  it('remember the last of each kind, and a text whole', () => {
    const live = start('one');
    live.publish(job('a'), progress('a', 0.1));
    live.publish(job('a'), progress('a', 0.2));
    live.publish(job('a'), text('a', '喵'));
    live.publish(job('a'), text('a', '呜'));
    live.publish(job('b'), progress('b', 0.5));
    expect(live.snapshot(CODE)).toEqual([
      progress('a', 0.2),
      { type: 'text', content: '喵呜', jobId: 'a' },
      progress('b', 0.5),
    ]);
    live.forget(job('a'));
    expect(live.snapshot(CODE)).toEqual([progress('b', 0.5)]);
    expect(live.snapshot('another code')).toEqual([]);
  });

  it('have the other processes publish what they know of a code, and not the one that asks', () => {
    const [here, there, idle] = [start('here'), start('there'), start('idle')];
    here.publish(job('a'), progress('a', 0.1));
    there.publish(job('b'), progress('b', 0.2));
    there.publish(job('b'), text('b', '喵'));
    there.publish(job('c', 'another code'), progress('c', 0.3));
    published = [];
    here.askOthers(CODE);
    expect(published).toEqual([
      ['there', CODE, progress('b', 0.2)],
      ['there', CODE, { type: 'text', content: '喵', jobId: 'b' }],
    ]);
    published = [];
    idle.askOthers(CODE);
    expect(published.map(([process]) => process)).toEqual(['here', 'there', 'there']);
  });

  it('ask nobody where there is no other process', () => {
    const log = { publish: () => fail('nobody asked') };
    expect(() => new LiveJobs(log).askOthers(CODE)).not.toThrow();
  });
});
