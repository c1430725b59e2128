import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { CurrentConversation } from '../../history/current-conversation.ts';
import { History } from '../../history/history.ts';
import { HISTORY_STORE } from '../../history/store/history-token.ts';
import { until } from '../../../testing/index.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { Draft } from '../../drafts/draft.ts';
import { PromptRecall } from './prompt-recall.ts';

describe('PromptRecall', () => {
  let draft: Draft;
  let recall: PromptRecall;
  let socket: FakeWebSocketService;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    TestBed.inject(OpenConversation);
    socket = TestBed.inject(FakeWebSocketService);
    draft = TestBed.inject(Draft);
    recall = TestBed.inject(PromptRecall);
    socket.send('一');
    socket.send('二', { seconds: 5 }, ['https://kitten.example/media/1.png']);
    socket.send('三');
    socket.send('三');
  });

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  function press(...keys: readonly string[]): readonly boolean[] {
    return keys.map((key) => recall.handleKey(new KeyboardEvent('keydown', { key })));
  }

  it('goes back prompt by prompt, with options and images, and stays at the first', () => {
    press('ArrowUp');
    expect(draft.text()).toBe('三');
    press('ArrowUp');
    expect(draft.content()).toEqual({
      text: '二',
      options: { seconds: 5 },
      attachments: ['https://kitten.example/media/1.png'],
    });
    expect(press('ArrowUp', 'ArrowUp')).toEqual([true, true]);
    expect(draft.text()).toBe('一');
  });

  it('goes back to what was last asked elsewhere in a new conversation, and on from there once that has begun', async () => {
    const current = TestBed.inject(CurrentConversation);
    const store = TestBed.inject(HISTORY_STORE);
    await TestBed.inject(History).written;
    await until(async () => (await store.content(current.id()!)).prompts.length === 4);
    current.leave(current.id()!);
    await until(() => press('ArrowUp')[0] === true);
    expect(draft.text()).toBe('三');
    press('ArrowUp');
    expect(draft.text()).toBe('二');
    draft.clear();
    socket.send('四');
    TestBed.tick();
    press('ArrowUp');
    expect(draft.text()).toBe('四');
    press('ArrowUp');
    expect(draft.text()).toBe('三');
  });

  it('goes forward again, to the empty field it came from', () => {
    press('ArrowUp', 'ArrowUp', 'ArrowDown');
    expect(draft.text()).toBe('三');
    press('ArrowDown');
    expect(draft.content()).toEqual({ text: '', options: {}, attachments: [] });
    expect(press('ArrowDown')).toEqual([false]);
  });

  it('gives the field back as it was with Escape', () => {
    press('ArrowUp', 'ArrowUp', 'Escape');
    expect(draft.text()).toBe('');
    expect(press('Escape')).toEqual([false]);
  });

  it('never takes a key from who writes', () => {
    draft.text.set('猫');
    expect(press('ArrowUp', 'ArrowDown', 'Escape', 'a')).toEqual([false, false, false, false]);
    draft.text.set('');
    press('ArrowUp');
    draft.text.set('三个');
    expect(press('ArrowUp', 'ArrowDown', 'Escape')).toEqual([false, false, false]);
    expect(draft.text()).toBe('三个');
  });

  it('leaves the arrow keys with modifiers alone', () => {
    expect(recall.handleKey(new KeyboardEvent('keydown', { key: 'ArrowUp', shiftKey: true }))).toBeFalse();
  });
});
