import { DEFAULT_LIMITS, type PromptMessage, type ServerMessage } from '../protocol/index.ts';
import { type Delivery, type Link, Outbox } from './outbox.ts';

function prompt(id: string, content = id): PromptMessage {
  return { type: 'text', id, content };
}

function accepted(replyTo: string): ServerMessage {
  return { type: 'system', event: 'accepted', id: 'a', ts: 0, jobId: `job-${replyTo}`, replyTo };
}

/** A link that remembers the ids of what it carried. */
class RecordingLink implements Link {
  readonly carried: string[] = [];
  readonly acknowledges: boolean;
  readonly limits = DEFAULT_LIMITS;

  constructor(kind: 'full' | 'basic') {
    this.acknowledges = kind === 'full';
  }

  readonly send = (frame: string): void => {
    const { id, type, replyTo } = JSON.parse(frame) as { id?: string; type: string; replyTo?: string };
    this.carried.push(id ?? `${type} ${replyTo}`);
  };
}

function states(outbox: Outbox, id: string): Delivery['state'][] {
  const seen: Delivery['state'][] = [];
  outbox.delivery$(id).subscribe(({ state }) => seen.push(state));
  return seen;
}

describe('Outbox', () => {
  it('keeps what is sent without a link, and sends it in order when there is one', () => {
    const outbox = new Outbox();
    for (const id of ['a', 'b', 'c']) outbox.add(prompt(id));
    const seen = states(outbox, 'b');
    const link = new RecordingLink('full');
    outbox.attach(link);
    expect(link.carried).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['queued', 'sent']);
  });

  it('sends again over the next link what was not accepted, and only that', () => {
    const outbox = new Outbox();
    for (const id of ['a', 'b', 'c']) outbox.add(prompt(id));
    outbox.attach(new RecordingLink('full'));
    outbox.hear(accepted('b'));
    const seen = states(outbox, 'a');
    outbox.detach();
    const next = new RecordingLink('full');
    outbox.attach(next);
    expect(next.carried).toEqual(['a', 'c']);
    expect(seen).toEqual(['sent', 'queued', 'sent']);
  });

  it('takes any message of its job for an acceptance', () => {
    const outbox = new Outbox();
    outbox.attach(new RecordingLink('full'));
    outbox.add(prompt('a'));
    const seen = states(outbox, 'a');
    outbox.hear({ type: 'text', id: 't', ts: 0, content: '', jobId: 'job', replyTo: 'a' });
    expect(seen).toEqual(['sent', 'accepted']);
  });

  it('fails what the server refuses, with its words, and what its job does later changes nothing', () => {
    const outbox = new Outbox();
    outbox.attach(new RecordingLink('full'));
    outbox.add(prompt('a'));
    const refusal = { type: 'error', id: 'e', ts: 0, code: 'queue_full', content: '满了', retryable: true } as const;
    outbox.hear({ ...refusal, replyTo: 'a' });
    outbox.hear(accepted('a'));
    let last: Delivery | undefined;
    outbox.delivery$('a').subscribe((delivery) => (last = delivery));
    expect(last).toEqual({ state: 'failed', cause: '满了' });
  });

  it('does not take the end of a job for a refusal of the prompt', () => {
    const outbox = new Outbox();
    outbox.attach(new RecordingLink('full'));
    outbox.add(prompt('a'));
    const failure = { type: 'error', id: 'e', ts: 0, code: 'engine_failed', content: '坏了', retryable: true } as const;
    outbox.hear({ ...failure, replyTo: 'a', jobId: 'job' });
    expect(states(outbox, 'a')).toEqual(['accepted']);
  });

  it('is done with a prompt once a basic server has been sent it', () => {
    const outbox = new Outbox();
    outbox.attach(new RecordingLink('basic'));
    outbox.add(prompt('a'));
    outbox.detach();
    const next = new RecordingLink('basic');
    outbox.attach(next);
    expect(next.carried).toEqual([]);
    expect(states(outbox, 'a')).toEqual(['sent']);
  });

  it('fails a prompt that no server would take, instead of losing the socket to it', () => {
    const outbox = new Outbox();
    const link = new RecordingLink('full');
    outbox.attach(link);
    outbox.add(prompt('a', 'x'.repeat(DEFAULT_LIMITS.maxFrameBytes)));
    expect(link.carried).toEqual([]);
    expect(states(outbox, 'a')).toEqual(['failed']);
  });

  it('fails a prompt that can not be written, and goes on', () => {
    const outbox = new Outbox();
    const link = new RecordingLink('full');
    outbox.attach(link);
    outbox.add({ ...prompt('a'), options: { seed: 1n as unknown as number } });
    outbox.add(prompt('b'));
    expect(link.carried).toEqual(['b']);
    expect(states(outbox, 'a')).toEqual(['failed']);
  });

  it('is bounded: a prompt too many fails, and none before it is lost', () => {
    const outbox = new Outbox();
    for (let index = 0; index <= 1_000; index++) outbox.add(prompt(`p${index}`));
    expect(states(outbox, 'p1000')).toEqual(['failed']);
    const link = new RecordingLink('full');
    outbox.attach(link);
    expect(link.carried.length).toBe(1_000);
    expect(link.carried[0]).toBe('p0');
  });

  it('withdraws what has not gone out, and cancels what has', () => {
    const outbox = new Outbox();
    outbox.add(prompt('a'));
    outbox.cancel('a');
    const link = new RecordingLink('full');
    outbox.attach(link);
    outbox.add(prompt('b'));
    outbox.cancel('b');
    expect(link.carried).toEqual(['b', 'cancel b']);
  });

  it('keeps a cancel for the next link', () => {
    const outbox = new Outbox();
    outbox.attach(new RecordingLink('full'));
    outbox.add(prompt('a'));
    outbox.hear(accepted('a'));
    outbox.detach();
    outbox.cancel('a');
    const next = new RecordingLink('full');
    outbox.attach(next);
    expect(next.carried).toEqual(['cancel a']);
  });

  it('says nothing of a prompt that it never had', () => {
    expect(states(new Outbox(), 'x')).toEqual([]);
  });
});
