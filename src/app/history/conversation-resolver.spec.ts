import { until } from '../../testing/index.ts';
import { PROMPT, system, video } from '../testing/messages.ts';
import { ConversationResolver } from './conversation-resolver.ts';
import { MemoryHistoryStore } from './store/memory-history-store.ts';

describe('ConversationResolver', () => {
  const shot = { jobId: 'job-shot', replyTo: 'shot' };
  const accepted = system('accepted', { ...shot, prompt: '镜头', follows: PROMPT.id });
  let store: MemoryHistoryStore;
  let found: string[];

  function resolverFor(): ConversationResolver {
    return new ConversationResolver(store, () => Promise.resolve());
  }

  beforeEach(async () => {
    store = new MemoryHistoryStore();
    found = [];
    await store.addPrompt({ id: PROMPT.id, conversationId: 'of the wish', at: 1, prompt: PROMPT });
    await store.addPrompt({ id: 'other', conversationId: 'newest', at: 2, prompt: { ...PROMPT, id: 'other' } });
  });

  it('puts what the server has made of a prompt into the conversation of that, at once where it knows it', () => {
    const resolver = resolverFor();
    resolver.rememberPrompt(PROMPT.id, 'of the wish');
    for (const message of [accepted, video(shot)]) resolver.runWithConversation(message, (id) => found.push(id));
    expect(found).toEqual(['of the wish', 'of the wish']);
  });

  it('finds it in the store after a reload', async () => {
    const resolver = resolverFor();
    for (const message of [accepted, video(shot)]) resolver.runWithConversation(message, (id) => found.push(id));
    await until(() => found.length === 2);
    expect(found).toEqual(['of the wish', 'of the wish']);
  });

  it('keeps together what another device asked for as one group, whenever the next of it comes', async () => {
    const resolver = resolverFor();
    const madeWith = { id: 'e', name: 'e', isModel: false, options: { group: 'two' } };
    const ask = (replyTo: string): void =>
      resolver.runWithConversation(system('accepted', { jobId: replyTo, replyTo, prompt: '别处', madeWith }), (id) =>
        found.push(id),
      );
    ask('b');
    await until(() => found.length === 1);
    ask('c');
    expect(new Set(found).size).toBe(1);
    expect(found).toHaveSize(2);
    expect(found).not.toContain('newest');
  });

  it('asks by what says most of a prompt, whoever asks first', async () => {
    const resolver = resolverFor();
    const job = { jobId: 'job-far', replyTo: 'far' };
    for (const origin of [{ ...job, ts: 1 }, system('accepted', { ...job, prompt: '别处' })]) {
      resolver.runWithConversation(origin, (id) => found.push(id));
    }
    await until(() => found.length === 2);
    expect(new Set(found).size).toBe(1);
    expect(found).not.toContain('newest');
  });
});
