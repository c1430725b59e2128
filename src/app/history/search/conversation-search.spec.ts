import { TestBed } from '@angular/core/testing';

import { HistoryChannel } from '../history-channel.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import { ConversationSearch } from './conversation-search.ts';

describe('ConversationSearch', () => {
  it('reads the history when it is asked, and again only after a change', async () => {
    const store = TestBed.inject(HISTORY_STORE);
    const everything = spyOn(store, 'everything').and.callThrough();
    const search = TestBed.inject(ConversationSearch);
    const ask = (id: string, content: string): Promise<void> =>
      store.addPrompt({ id, conversationId: 'c', at: 1, prompt: { type: 'text', id, content } });
    await ask('p', '一只橘猫');
    expect((await search.find('猫')).length).toBe(1);
    await search.find('橘猫');
    expect(everything).toHaveBeenCalledTimes(1);
    await ask('q', '黑猫');
    TestBed.inject(HistoryChannel).post({ kind: 'conversation', conversationId: 'c' });
    const [one, other] = await Promise.all([search.find('猫'), search.find('黑猫')]);
    expect([one.length, other.length]).toEqual([2, 1]);
    expect(everything).toHaveBeenCalledTimes(2);
  });

  it('finds traditional characters by simplified ones, and the other way round', async () => {
    const store = TestBed.inject(HISTORY_STORE);
    const search = TestBed.inject(ConversationSearch);
    const prompt = { type: 'text', id: 't', content: '一隻貓和一只龟' } as const;
    await store.addPrompt({ id: 't', conversationId: 'c', at: 1, prompt });
    for (const query of ['猫', '貓', '龜'])
      expect((await search.find(query)).length)
        .withContext(query)
        .toBe(1);
  });

  it('reads the history again after it could not be read', async () => {
    const store = TestBed.inject(HISTORY_STORE);
    await store.addPrompt({
      id: 'r',
      conversationId: 'c',
      at: 1,
      prompt: { type: 'text', id: 'r', content: '一座灯塔' },
    });
    const everything = spyOn(store, 'everything').and.rejectWith(new Error('blocked'));
    const search = TestBed.inject(ConversationSearch);
    await expectAsync(search.find('灯塔')).toBeRejected();
    everything.and.callThrough();
    expect((await search.find('灯塔')).length).toBe(1);
  });
});
