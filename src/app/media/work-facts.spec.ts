import { TestBed } from '@angular/core/testing';

import { image, PROMPT, video } from '../testing/messages.ts';
import { provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { Language } from '../language/language.ts';
import { injectWorkFacts } from './work-facts.ts';

describe('the facts of a work', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    await TestBed.inject(Language).loadAll();
  });

  it('are what the engine was given, and what came of it', () => {
    const facts = TestBed.runInInjectionContext(injectWorkFacts);
    const madeWith = {
      id: 'wan',
      name: '通义万相',
      isModel: true,
      model: 'wan2.6',
      prompt: '橘猫，电影感',
      options: { seed: 8 },
    };
    const message = video({ durationMs: 4_000, width: 360, height: 640, madeWith });
    const told = facts({ message, prompt: { ...PROMPT, options: { seed: 7 } } });
    expect(told.slice(0, -1).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '描述 橘猫，电影感',
      '时长 4 秒',
      '画幅 9:16 · 360×640',
      '种子 8',
      '引擎 通义万相',
      '模型 wan2.6',
    ]);
  });

  it('are what was asked where no engine says what it was given, and nothing that nobody knows', () => {
    const facts = TestBed.runInInjectionContext(injectWorkFacts);
    const kinds = facts({ message: image(), prompt: { ...PROMPT, options: { seed: 7 } } }).map(({ kind }) => kind);
    expect(kinds).toEqual(['prompt', 'seed', 'time']);
  });
});
