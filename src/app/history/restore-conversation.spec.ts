import type { ServerMessage } from '../../services/index.ts';
import { system, text } from '../testing/messages.ts';
import { restoreConversation } from './restore-conversation.ts';
import type { ConversationContent, EventRecord, PromptRecord } from './store/records.ts';
import { eventRecord, promptRecord } from './testing/records.ts';

function prompt(id: string, after: number, fields: Partial<PromptRecord> = {}): PromptRecord {
  return promptRecord(id, id, { at: after, after, ...fields });
}

function event(position: number, message: ServerMessage, log = 'log'): EventRecord {
  return eventRecord(message, { position, log });
}

function shown(
  content: ConversationContent,
  log = 'log',
  transient: readonly ServerMessage[] = [],
): readonly unknown[] {
  return restoreConversation(content, { log, transient })
    .copyTurns()
    .map((turn) => [turn.prompt?.content ?? turn.id, turn.job?.status]);
}

describe('restoreConversation', () => {
  const running = system('started', { jobId: 'job', replyTo: 'b' });

  it('has prompts and messages in the order in which they came', () => {
    const content = {
      prompts: [prompt('b', 1), prompt('a', 0)],
      events: [event(1, text({ id: 'between' })), event(2, running)],
    };
    expect(shown(content)).toEqual([
      ['a', undefined],
      ['between', undefined],
      ['b', 'running'],
    ]);
  });

  it('goes on with the transient messages of a job', () => {
    const content = { prompts: [prompt('b', 0)], events: [event(1, running)] };
    const progress = system('progress', { jobId: 'job', progress: 0.4 });
    expect(restoreConversation(content, { log: 'log', transient: [progress] }).copyTurns()[0]?.job?.progress).toBe(0.4);
  });

  it('gives up on the jobs of another log', () => {
    const content = { prompts: [prompt('b', 0)], events: [event(1, running, 'old')] };
    expect(shown(content, 'new')).toEqual([['b', 'lost']]);
    expect(shown({ ...content, events: [...content.events, event(2, text({ id: 't' }), 'new')] }, 'new')[0]).toEqual([
      'b',
      'lost',
    ]);
  });

  it('remembers what became of a prompt', () => {
    const content = {
      prompts: [prompt('b', 0, { failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' })],
      events: [],
    };
    expect(restoreConversation(content, { log: undefined, transient: [] }).copyTurns()).toEqual([
      jasmine.objectContaining({ failure: { reason: 'too_large', cause: '太长' }, setAside: 'resent' }),
    ]);
  });
});
