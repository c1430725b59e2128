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
});
