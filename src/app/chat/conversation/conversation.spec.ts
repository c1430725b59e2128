import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';

import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { system, text } from '../../testing/messages.ts';
import { Conversation } from './conversation.ts';

describe('Conversation', () => {
  let socket: FakeWebSocketService;
  let conversation: Conversation;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    conversation = TestBed.inject(Conversation);
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

  it('gives up on running jobs when the user code changes', async () => {
    socket.receive(system('started', { jobId: 'job-1' }));
    socket.refreshUserCode();
    const [turn] = await firstValueFrom(conversation.turns$);
    expect(turn?.job?.status).toBe('lost');
  });
});
