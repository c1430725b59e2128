import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import type { PromptMessage } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { system, text } from '../testing/messages.ts';
import { OpenConversation } from './open-conversation.ts';

describe('OpenConversation', () => {
  let socket: FakeWebSocketService;
  let conversation: OpenConversation;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    conversation = TestBed.inject(OpenConversation);
  });

  it('begins empty', async () => {
    expect(await firstValueFrom(conversation.turns$)).toEqual([]);
  });

  it('has what came before anybody looked', async () => {
    const id = socket.send('一只猫');
    socket.receive(text({ replyTo: id }));
    const [turn] = await firstValueFrom(conversation.turns$);
    expect(turn?.prompt?.content).toBe('一只猫');
    expect(turn?.replies.length).toBe(1);
  });

  it('folds each event once, however many look', () => {
    let last = 0;
    conversation.turns$.subscribe();
    conversation.turns$.subscribe((turns) => (last = turns.length));
    socket.receive(text(), text());
    expect(last).toBe(2);
  });

  it('emits nothing for what changes nothing', () => {
    let emissions = 0;
    conversation.turns$.subscribe(() => emissions++);
    socket.receive(system('pong', {}));
    expect(emissions).toBe(1);
  });

  it('sends a prompt again with its options, and remembers which one that was', async () => {
    const sent: PromptMessage[] = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    const id = socket.send('一只猫', { seconds: 4 });
    const [first] = await firstValueFrom(conversation.turns$);
    conversation.resend(first?.prompt as PromptMessage);
    const turns = await firstValueFrom(conversation.turns$);
    expect(turns.map(({ prompt, setAside }) => [prompt?.content, setAside])).toEqual([
      ['一只猫', 'resent'],
      ['一只猫', undefined],
    ]);
    expect(turns[0]?.promptId).toBe(id);
    expect(sent.map(({ options }) => options)).toEqual([{ seconds: 4 }, { seconds: 4 }]);
  });

  it('knows which prompt the next one follows: the last that was neither withdrawn nor refused', async () => {
    expect(conversation.lastPromptId()).toBeUndefined();
    const cat = socket.send('一只猫');
    const dog = socket.send('一只狗');
    expect(conversation.lastPromptId()).toBe(dog);
    const turns = await firstValueFrom(conversation.turns$);
    conversation.withdraw(turns[1]?.prompt as PromptMessage);
    expect(conversation.lastPromptId()).toBe(cat);
    socket.deliver(cat, { state: 'failed', reason: 'too_large', cause: '太长' });
    expect(conversation.lastPromptId()).toBeUndefined();
  });

  it('sends a prompt again as one that follows what it has followed', async () => {
    const sent: PromptMessage[] = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    socket.send('改成晚上', undefined, [], 'the sea');
    const [turn] = await firstValueFrom(conversation.turns$);
    conversation.resend(turn?.prompt as PromptMessage);
    expect(sent.map(({ follows }) => follows)).toEqual(['the sea', 'the sea']);
  });

  it('withdraws a prompt and keeps its turn', async () => {
    const id = socket.send('一只猫');
    const [turn] = await firstValueFrom(conversation.turns$);
    conversation.withdraw(turn?.prompt as PromptMessage);
    expect(socket.cancel).toHaveBeenCalledOnceWith(id);
    expect((await firstValueFrom(conversation.turns$)).map(({ setAside }) => setAside)).toEqual(['withdrawn']);
  });

  it('gives up on running jobs when the user code changes', async () => {
    socket.receive(system('started', { jobId: 'job-1', replyTo: socket.send('一只猫') }));
    socket.refreshUserCode();
    const [turn] = await firstValueFrom(conversation.turns$);
    expect(turn?.job?.status).toBe('lost');
  });
});
