import fc from 'fast-check';

import { OF_JOB, system, text, video } from '../testing/messages.ts';
import { type ConversationEvent, LiveConversation, reduceConversation } from './reduce-conversation.ts';
import { EMPTY_CONVERSATION, type Turn } from './turn.ts';
import { dropTurn, indexOf, putTurn, replaceTurn } from './turn-index.ts';

function turn(id: string): Turn {
  return {
    id,
    at: 0,
    promptId: `prompt ${id}`,
    jobId: `job ${id}`,
    replies: [{ kind: 'gap', id: `reply ${id}`, missing: null }],
  };
}

function places(turns: readonly Turn[], id: string): readonly number[] {
  const index = indexOf(turns);
  return [index.ofPrompt(turns, `prompt ${id}`), index.ofJob(turns, `job ${id}`), index.ofReply(turns, `reply ${id}`)];
}

describe('TurnIndex', () => {
  it('knows where everything is, whatever is put, replaced and dropped', () => {
    const two = putTurn(putTurn([], 0, turn('a')), 1, turn('b'));
    const three = putTurn(two, 0, turn('c'));
    expect(['a', 'b', 'c'].map((id) => places(three, id))).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [0, 0, 0],
    ]);
    const replaced = replaceTurn(three, 1, turn('d'));
    expect([places(replaced, 'a'), places(replaced, 'd')]).toEqual([
      [-1, -1, -1],
      [1, 1, 1],
    ]);
    const dropped = dropTurn(replaced, 0);
    expect(['b', 'c', 'd'].map((id) => places(dropped, id)[0])).toEqual([1, -1, 0]);
  });

  it('still knows a list that has been gone on from', () => {
    const one = putTurn([], 0, turn('a'));
    putTurn(one, 0, turn('b'));
    expect(places(one, 'a')).toEqual([0, 0, 0]);
    expect(one.length).toBe(1);
  });
});

describe('LiveConversation', () => {
  const messages = [
    system('accepted', OF_JOB),
    system('started', OF_JOB),
    system('progress', { progress: 0.1 }),
    system('progress', { progress: 0.2 }),
    text({ id: 'loose' }),
    text({ ...OF_JOB, id: 'owned' }),
    video(OF_JOB),
    text({ replyTo: 'prompt-2' }),
    system('completed', OF_JOB),
  ].map((message): ConversationEvent => ({ kind: 'received', message }));
  const prompts = ['prompt-1', 'prompt-2'].map((id): ConversationEvent => ({
    kind: 'sent',
    prompt: { type: 'text', id, content: id },
    at: 0,
  }));

  it('makes what one event after the other makes, in any order', () => {
    const events = [
      ...messages,
      ...prompts,
      { kind: 'log-changed' } as const,
      { kind: 'gap', id: 'g', at: 0, missing: 2 } as const,
    ];
    const property = fc.property(fc.shuffledSubarray(events), (history) => {
      const { turns } = history.reduce(reduceConversation, EMPTY_CONVERSATION);
      expect(new LiveConversation(history).copyTurns()).toEqual(turns);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('leaves alone what was looked at before', () => {
    const conversation = new LiveConversation(prompts);
    const before = conversation.copyTurns();
    for (const message of messages) conversation.apply(message);
    expect(before.map(({ id, job, replies }) => [id, job, replies.length])).toEqual([
      ['prompt-1', undefined, 0],
      ['prompt-2', undefined, 0],
    ]);
    expect(conversation.copyTurns().length).toBeGreaterThan(2);
  });
});
