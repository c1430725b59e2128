import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { filter, take } from 'rxjs';

import type { ServerMessage } from '../protocol/index.ts';
import { byScope, useFakeClock } from '../testing/index.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import type { FakeServer } from './testing/fake-network.ts';
import { elapse, type FakeBrowser, newBrowser, ServiceHarness } from './testing/service-harness.ts';

/** One thing that happens to a page. */
type Step =
  | { readonly kind: 'send' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'lose' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'go-silent' }
  | { readonly kind: 'network'; readonly isUp: boolean }
  | { readonly kind: 'reload' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'wait'; readonly milliseconds: number };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>({ kind: 'send' }) },
    { weight: 3, arbitrary: fc.constant<Step>({ kind: 'publish' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'lose' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'drop' }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(1000, 1001, 1011, 1013, 4408, 4429).map((code): Step => ({ kind: 'close', code })),
    },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'go-silent' }) },
    { weight: 2, arbitrary: fc.boolean().map((isUp): Step => ({ kind: 'network', isUp })) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'reload' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'connect' }) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(1, 3, 10, 1_000, 3_001, 20_000)
        .map((milliseconds): Step => ({ kind: 'wait', milliseconds })),
    },
  ),
  { minLength: 1, maxLength: 40 },
);

/** A browser, a gateway, and what has come of the one before the other. */
class History {
  readonly gateway = new FakeGateway();
  readonly sent: string[] = [];
  /** What the page that is open has been shown, in order; a reload begins anew. */
  shown: ServerMessage[] = [];
  /**
   * The first `seq` that it has to have been shown: a first visit gets no history, a page that comes back gets it all.
   */
  firstSeq = 1;
  private readonly browser: FakeBrowser;
  /** Whether the application saves what it receives: then a page that comes back gets what is new, and no more. */
  private readonly isSaved: boolean;
  private isUp = true;
  private page: ServiceHarness;

  constructor(isSaved: boolean) {
    this.isSaved = isSaved;
    this.browser = newBrowser();
    this.page = this.openPage();
  }

  async live(step: Step): Promise<void> {
    switch (step.kind) {
      case 'send':
        this.sent.push(this.page.service.send('一只猫'));
        break;
      case 'publish':
        this.gateway.publish({ type: 'text', content: '你好' });
        break;
      case 'lose':
        this.gateway.loseMessages(() => this.gateway.publish({ type: 'text', content: '你好' }));
        break;
      case 'drop':
        this.page.network.peers.at(-1)?.drop();
        break;
      case 'close':
        this.page.network.peers.at(-1)?.close(step.code);
        break;
      case 'go-silent':
        // Before its first greeting a dead server can't be told from a basic one, which has nothing to say.
        if (this.browser.storage.getItem('ask-kitten.log') !== null) this.page.network.peers.at(-1)?.goSilent();
        break;
      case 'network':
        this.isUp = step.isUp;
        break;
      case 'reload':
        this.page.leave();
        this.page = this.openPage();
        break;
      case 'connect':
        this.page.service.connect().catch(() => undefined);
        break;
      case 'wait':
        await elapse(step.milliseconds);
    }
    await elapse(0);
    this.expectOneLiveSocket();
  }

  /** Everything mends, and the person reconnects where the page had given up. */
  async mend(): Promise<void> {
    this.isUp = true;
    for (let turn = 0; turn < 12; turn++) {
      this.page.service.connect().catch(() => undefined);
      await elapse(5_000);
    }
    for (let turn = 0; turn < 100; turn++) await elapse(5);
    // What was lost last is noticed by what comes after it.
    this.gateway.publish({ type: 'text', content: '再见' });
    await elapse(3_001);
    await elapse(10);
  }

  close(): void {
    this.page.leave();
  }

  expectNothingLost(): void {
    expectSame('jobs', this.gateway.prompts, this.sent);
    const { seqs } = this.gateway;
    expectSame(
      'messages',
      this.shown.map(({ seq }) => seq),
      seqs.slice(this.firstSeq - 1),
    );
  }

  private expectOneLiveSocket(): void {
    const live = this.page.network.peers.filter(({ isOpen }) => isOpen);
    if (live.length > 1) throw new Error(`${live.length} sockets are open`);
  }

  private openPage(): ServiceHarness {
    const server: FakeServer = (peer) => (this.isUp ? this.gateway.server(peer) : peer.refuse());
    const page = new ServiceHarness(server, {}, this.browser);
    const shown = this.isSaved ? this.shown : [];
    this.shown = shown;
    let epoch = '';
    page.service.messages$.subscribe((message) => {
      if (message.type === 'system' && message.event === 'welcome') epoch = message.epoch;
      if (message.seq === undefined) return;
      shown.push(message);
      if (this.isSaved) this.browser.savedTo = { epoch, seq: message.seq };
    });
    if (this.isSaved && shown.length > 0) return connected(page);
    if (this.browser.storage.getItem('ask-kitten.log') !== null) this.firstSeq = 1;
    else
      page.service.welcome$
        .pipe(
          filter((welcome) => welcome !== null),
          take(1),
        )
        .subscribe(({ lastSeq }) => (this.firstSeq = lastSeq + 1));
    return connected(page);
  }
}

function connected(page: ServiceHarness): ServiceHarness {
  page.service.connect().catch(() => undefined);
  return page;
}

describe('WebSocketService, whatever happens', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  for (const [name, isSaved] of [
    ['', false],
    [', in what is saved over reloads', true],
  ] as const) {
    it(`loses nothing, repeats nothing, keeps the order, and has one socket${name}`, async () => {
      const property = fc.asyncProperty(steps, async (history) => {
        const world = new History(isSaved);
        for (const step of history) await world.live(step);
        await world.mend();
        world.close();
        world.expectNothingLost();
      });
      const { failed, counterexample, errorInstance } = await fc.check(property, {
        numRuns: byScope({ quick: 50, all: 300 }),
      });
      expect(failed)
        .withContext(`${JSON.stringify(counterexample)} ${String(errorInstance)}`)
        .toBeFalse();
    }, 120_000);
  }
});

/** Throws rather than expects, so that the history at fault can be made smaller. */
function expectSame(what: string, actual: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
