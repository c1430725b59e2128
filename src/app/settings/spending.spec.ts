import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { MadeWith, ServerMessage } from '../../services/index.ts';
import { LOCAL, BUILT_IN, WAN } from '../engines/testing/engine-profiles.ts';
import { HISTORY_STORE } from '../history/store/history-token.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error, PROMPT, system, text, video, welcome } from '../testing/messages.ts';
import { Spending } from './spending.ts';

const PAID = { ...LOCAL, price: { amount: 0.25, currency: 'USD', per: 'clip' } } as const;

describe('Spending', () => {
  let fixture: ComponentFixture<Spending>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    TestBed.inject(FakeWebSocketService).setWelcome(welcome({ engines: [BUILT_IN, WAN, PAID] }));
  });

  async function rows(...messages: readonly ServerMessage[]): Promise<readonly string[]> {
    const store = TestBed.inject(HISTORY_STORE);
    await store.addPrompt({ id: PROMPT.id, conversationId: 'c', at: 1, prompt: PROMPT });
    await store.append(
      messages.map((message) => ({ id: message.id, conversationId: 'c', event: { kind: 'received', message } })),
    );
    fixture = TestBed.createComponent(Spending);
    await fixture.whenStable();
    const lines = [...(fixture.nativeElement as HTMLElement).querySelectorAll('dl > div')];
    return lines.map(({ children }) => [...children].map(({ textContent }) => textContent.trim()).join(': '));
  }

  it('sums what was made with each engine that takes money, by length or by clip, and by currency', async () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true };
    const clips = [
      video({ madeWith: { ...wan, options: { seconds: 5 } } }),
      video({ madeWith: wan, durationMs: 8_000 }),
      video({ madeWith: { id: 'local', name: 'Wan 2.2 5B', isModel: true } }),
      video({ madeWith: { id: 'storyboard', name: '内置引擎', isModel: false } }),
      video(),
    ];
    expect(await rows(...clips)).toEqual([
      '通义万相: 2 条 · 约 ¥7.80',
      'Wan 2.2 5B: 1 条 · 约 $0.25',
      '合计: 约 ¥7.80 + $0.25',
    ]);
  });

  it('goes by what was taken then, also by engines that are gone', async () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true, options: { seconds: 5 } };
    const clips = [
      video({ madeWith: { ...wan, price: { amount: 0.1, currency: 'CNY', per: 'second' } } }),
      video({ madeWith: { ...wan, price: { amount: 2, currency: 'CNY', per: 'clip' } } }),
      video({
        madeWith: { id: 'old', name: '旧引擎', isModel: true, price: { amount: 1, currency: 'CNY', per: 'clip' } },
      }),
    ];
    expect(await rows(...clips)).toEqual(['通义万相: 2 条 · 约 ¥2.50', '旧引擎: 1 条 · 约 ¥1.00', '合计: 约 ¥3.50']);
  });

  it('says that there is nothing yet', async () => {
    expect(await rows()).toEqual(['合计: 还没有']);
  });

  describe('of jobs that ended without a clip', () => {
    const wan = { id: 'wan', name: '通义万相', isModel: true };
    const accepted = (jobId: string, madeWith: MadeWith) => system('accepted', { jobId, madeWith });
    const started = (jobId: string) => system('started', { jobId });
    const notes = () =>
      [...(fixture.nativeElement as HTMLElement).querySelectorAll('p')].map(({ textContent }) => textContent);

    it('says apart what they may have cost at most: the engine had begun, and may charge', async () => {
      const jobs = [
        [
          accepted('a', { ...wan, options: { seconds: 5 } }),
          started('a'),
          error({ jobId: 'a', code: 'engine_uncertain' }),
        ],
        [
          accepted('b', { ...wan, options: { seconds: 5 } }),
          started('b'),
          error({ jobId: 'b', code: 'engine_timeout' }),
        ],
        // As long as the longest, for all that anybody knows.
        [accepted('c', wan), started('c'), started('c'), system('cancelled', { jobId: 'c' })],
      ];
      expect(await rows(...jobs.flat())).toEqual(['合计: 还没有', '可能另收: 3 个任务 · 至多 ¥10.80']);
      expect(notes()).toEqual([jasmine.any(String), jasmine.stringContaining('不算在合计里')]);
    });

    it('leaves out what has surely cost nothing, or is counted already', async () => {
      const jobs = [
        [accepted('waits', wan), system('cancelled', { jobId: 'waits' })],
        [accepted('refused', wan), started('refused'), error({ jobId: 'refused', code: 'engine_no_credit' })],
        [accepted('free', { ...wan, id: 'storyboard' }), started('free'), error({ jobId: 'free' })],
        [accepted('words', wan), started('words'), text({ jobId: 'words' }), system('completed', { jobId: 'words' })],
        [accepted('clip', wan), started('clip'), video({ jobId: 'clip', madeWith: wan, durationMs: 5_000 })],
        [system('completed', { jobId: 'clip' })],
        [accepted('runs', wan), started('runs')],
      ];
      expect(await rows(...jobs.flat())).toEqual(['通义万相: 1 条 · 约 ¥3.00']);
      expect(notes().length).toBe(1);
    });

    it('names no sum where it can’t be known', async () => {
      const old = {
        id: 'old',
        name: '旧引擎',
        isModel: true,
        price: { amount: 1, currency: 'CNY', per: 'second' },
      } as const;
      const jobs = [
        [accepted('a', old), started('a'), error({ jobId: 'a', code: 'engine_timeout' })],
        [
          accepted('b', { ...wan, options: { seconds: 5 } }),
          started('b'),
          error({ jobId: 'b', code: 'engine_timeout' }),
        ],
      ];
      expect(await rows(...jobs.flat())).toEqual(['合计: 还没有', '可能另收: 2 个任务']);
    });
  });
});
