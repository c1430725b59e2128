import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import { LiveConversation } from '../conversation-model/reduce-conversation.ts';
import type { Turn } from '../conversation-model/turn.ts';
import type { PromptMessage } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { system, text } from '../testing/messages.ts';
import { until } from '../../testing/index.ts';
import { Notices } from '../notices/notices.ts';
import { CurrentConversation } from './current-conversation.ts';
import { OpenConversation } from './open-conversation.ts';
import { Variations } from './variations.ts';
import { HISTORY_STORE } from './store/history-token.ts';

describe('OpenConversation', () => {
  let socket: FakeWebSocketService;
  let conversation: OpenConversation;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    conversation = TestBed.inject(OpenConversation);
  });

  function turns(): readonly Turn[] {
    return conversation.turns() ?? [];
  }

  it('begins empty', () => {
    expect(turns()).toEqual([]);
  });

  it('has what came before anybody looked', () => {
    const id = socket.send('一只猫');
    socket.receive(text({ replyTo: id }));
    const [turn] = turns();
    expect(turn?.prompt?.content).toBe('一只猫');
    expect(turn?.replies.length).toBe(1);
  });

  it('is one change for what comes together, and none for what changes nothing', () => {
    const replyTo = socket.send('一只猫');
    const seen: number[] = [];
    TestBed.runInInjectionContext(() => effect(() => void seen.push(turns().length)));
    TestBed.tick();
    socket.receive(text(), text(), system('completed', { jobId: 'job', replyTo }));
    TestBed.tick();
    const before = turns();
    socket.receive(system('pong', {}), system('completed', { jobId: 'job', replyTo }));
    TestBed.tick();
    expect(seen).toEqual([1, 3]);
    expect(turns()).toBe(before);
  });

  it('copies its turns when somebody looks, and not for each event', () => {
    const copy = spyOn(LiveConversation.prototype, 'copyTurns').and.callThrough();
    socket.receive(...Array.from({ length: 1_000 }, () => text()));
    expect(copy).not.toHaveBeenCalled();
    expect(turns().length).toBe(1_000);
    expect(copy).toHaveBeenCalledTimes(1);
  });

  it('sends a prompt again with its options, and remembers which one that was', () => {
    const sent: PromptMessage[] = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    const id = socket.send('一只猫', { seconds: 4 });
    const [first] = turns();
    conversation.resend(first?.prompt as PromptMessage);
    const shown = turns();
    expect(shown.map(({ prompt, setAside }) => [prompt?.content, setAside])).toEqual([
      ['一只猫', 'resent'],
      ['一只猫', undefined],
    ]);
    expect(shown[0]?.promptId).toBe(id);
    expect(sent.map(({ options }) => options)).toEqual([{ seconds: 4 }, { seconds: 4 }]);
  });

  it('sends what began a conversation again as its sequel, and what came later in its old place', () => {
    const sent: PromptMessage[] = [];
    const first = socket.send('一只猫');
    const second = socket.send('改成晚上', undefined, undefined, first);
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    const [began, changed] = turns().map(({ prompt }) => prompt as PromptMessage);
    conversation.resend(began!);
    conversation.resend(changed!);
    TestBed.inject(Variations).ask(began!);
    expect(second).not.toBe(first);
    expect(sent.map(({ follows }) => follows)).toEqual([first, first, first]);
  });

  it('takes presses that follow at once for one, and a later one for another wish', () => {
    const at = Date.now();
    const now = spyOn(Date, 'now');
    now.and.returnValue(at);
    socket.send('一只猫');
    const asked = turns()[0]?.prompt as PromptMessage;
    for (const later of [0, 150, 900, 1_800]) {
      now.and.returnValue(at + later);
      conversation.resend(asked);
    }
    expect(turns().length).toBe(2);
    conversation.resend({ ...asked, options: { seconds: 4 } });
    now.and.returnValue(at + 4_000);
    conversation.resend(asked);
    expect(turns().length).toBe(4);
  });

  it('asks for others with seeds of their own, several as one group, and leaves what was there', () => {
    const sent: PromptMessage[] = [];
    socket.send('一只猫', { seconds: 4, seed: 7, group: 'old' });
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    const asked = turns()[0]?.prompt as PromptMessage;
    const variations = TestBed.inject(Variations);
    variations.ask(asked);
    variations.ask(asked);
    expect(sent.length).withContext('a double click').toBe(1);
    expect(sent[0]?.options).toEqual({ seconds: 4, seed: jasmine.any(Number) as unknown as number });
    expect(sent[0]?.options?.seed).not.toBe(7);
    variations.ask({ ...asked, id: 'another' }, 4);
    const several = sent.slice(1).map(({ options }) => options);
    expect(new Set(several.map((options) => options?.group)).size).toBe(1);
    expect(several.length).toBe(4);
    expect(turns()[0]?.setAside).toBeUndefined();
  });

  it('says so where there is no conversation at an address, and shows one that is deleted', async () => {
    const [current, notices] = [TestBed.inject(CurrentConversation), TestBed.inject(Notices)];
    const store = TestBed.inject(HISTORY_STORE);
    await store.addPrompt({ id: 'p', conversationId: 'c', at: 1, prompt: { type: 'text', id: 'p', content: '猫' } });
    await store.changeConversation('c', { deletedAt: Date.now() });
    await current.reopen('c');
    await until(() => turns().length === 1);
    expect([current.id(), notices.current()]).toEqual(['c', null]);
    current.leave('c');
    await current.reopen('nothing');
    await until(() => current.id() === null);
    expect(notices.current()).toContain('没有找到这段对话');
  });

  it('knows which prompt the next one follows: the last that was neither withdrawn nor refused', () => {
    expect(conversation.lastPromptId()).toBeUndefined();
    const cat = socket.send('一只猫');
    const dog = socket.send('一只狗');
    expect(conversation.lastPromptId()).toBe(dog);
    const shown = turns();
    conversation.withdraw(shown[1]?.prompt as PromptMessage);
    expect(conversation.lastPromptId()).toBe(cat);
    socket.deliver(cat, { state: 'failed', reason: 'too_large', cause: '太长' });
    expect(conversation.lastPromptId()).toBeUndefined();
  });

  it('sends a prompt again as one that follows what it has followed', () => {
    const sent: PromptMessage[] = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    socket.send('改成晚上', undefined, [], 'the sea');
    const [turn] = turns();
    conversation.resend(turn?.prompt as PromptMessage);
    expect(sent.map(({ follows }) => follows)).toEqual(['the sea', 'the sea']);
  });

  it('withdraws a prompt and keeps its turn', () => {
    const id = socket.send('一只猫');
    const [turn] = turns();
    conversation.withdraw(turn?.prompt as PromptMessage);
    expect(socket.cancel).toHaveBeenCalledOnceWith(id);
    expect(turns().map(({ setAside }) => setAside)).toEqual(['withdrawn']);
  });

  it('gives up on running jobs when the user code changes', () => {
    socket.receive(system('started', { jobId: 'job-1', replyTo: socket.send('一只猫') }));
    socket.refreshUserCode();
    const [turn] = turns();
    expect(turn?.job?.status).toBe('lost');
  });
});
