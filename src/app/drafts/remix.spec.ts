import { Injector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';

import type { PromptMessage } from '../../services/index.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { PROMPT, video } from '../testing/messages.ts';
import { Remix, takeRemixes } from './remix.ts';
import { WorkWays } from './work-ways.ts';

describe('Remix', () => {
  const opened: unknown[][] = [];

  beforeEach(() => {
    opened.length = 0;
    const current = { openConversation: async (...args: unknown[]) => void opened.push(args) };
    TestBed.configureTestingModule({ providers: [{ provide: CurrentConversation, useValue: current }] });
  });

  it('has the prompt with another seed put into the composer of its conversation, once', async () => {
    const put: PromptMessage[] = [];
    runInInjectionContext(TestBed.inject(Injector), () => takeRemixes((prompt) => put.push(prompt)));
    const asked = { ...PROMPT, options: { seconds: 4, seed: 7 } };
    await TestBed.inject(Remix).open(asked, 'c');
    expect(opened).toEqual([['c']]);
    TestBed.tick();
    TestBed.tick();
    expect(put).toEqual([{ ...asked, options: { seconds: 4, seed: jasmine.any(Number) } }]);
    expect(put[0]?.options?.seed).not.toBe(7);
  });

  it('is offered where it is known what was asked, as the way to the turn is', () => {
    const ways = TestBed.inject(WorkWays);
    const placed = { message: video(), conversationId: 'c', turnId: 't' };
    ways.of(placed).openConversation?.();
    expect(opened).toEqual([['c', 't']]);
    expect(ways.of(placed).remix).toBeUndefined();
    expect(ways.of({ ...placed, prompt: PROMPT }).remix).toBeDefined();
    expect(ways.of({ ...placed, conversationId: null })).toEqual({});
  });
});
