import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { filter, take, timer } from 'rxjs';

import type { ServerMessage } from '../protocol/index.ts';
import { byScope, elapse, useFakeClock } from '../testing/index.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import type { FakePeer } from './testing/fake-peer.ts';
import { type FakeBrowser, newBrowser, ServiceHarness } from './testing/service-harness.ts';

/** What answers the connections to come: the gateway, at once or late, or a basic server, talkative or silent. */
type ServerKind = 'gateway' | 'slow' | 'talking' | 'silent';

/** One thing that happens to a page. */
type Step =
  | { readonly kind: 'send' | 'publish' | 'lose' | 'drop' | 'go-silent' | 'reload' | 'connect' }
  | { readonly kind: 'open-tab' | 'close-tab' | 'send-there' }
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'network'; readonly isUp: boolean }
  | { readonly kind: 'serve'; readonly as: ServerKind }
  | { readonly kind: 'store'; readonly is: 'cleared' | 'blocked' | 'open' }
  | { readonly kind: 'wait'; readonly milliseconds: number };

/** A step of one of several, so often as its weight says. */
function often<Value>(
  weight: number,
  values: readonly Value[],
  step: (value: Value) => Step,
): fc.WeightedArbitrary<Step> {
  return { weight, arbitrary: fc.constantFrom(...values).map(step) };
}

const steps = fc.array(
  fc.oneof(
    often(4, ['send'] as const, (kind) => ({ kind })),
    often(3, ['publish'] as const, (kind) => ({ kind })),
    often(4, ['drop', 'send-there'] as const, (kind) => ({ kind })),
    often(5, ['lose', 'go-silent', 'open-tab', 'close-tab', 'reload', 'connect'] as const, (kind) => ({ kind })),
    often(2, [1000, 1001, 1011, 1013, 4408, 4429], (code) => ({ kind: 'close', code })),
    often(2, [true, false], (isUp) => ({ kind: 'network', isUp })),
    often(2, ['gateway', 'gateway', 'slow', 'talking', 'silent'] as const, (as) => ({ kind: 'serve', as })),
    often(1, ['cleared', 'blocked', 'open'] as const, (is) => ({ kind: 'store', is })),
    often(4, [1, 3, 10, 1_000, 3_001, 20_000], (milliseconds) => ({ kind: 'wait', milliseconds })),
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
  private serves: ServerKind = 'gateway';
  /** Whether something may wait that the browser refused to store: a page that is closed takes it along. */
  private isUnstored = false;
  private page: ServiceHarness;
  private tab: ServiceHarness | undefined;
  /** What the basic servers have been connected to by. */
  private readonly basicPeers: FakePeer[] = [];
  private hasSentFromTwo = false;
  private wasBlocked = false;
  private hasReloaded = false;

  constructor(isSaved: boolean) {
    this.isSaved = isSaved;
    this.browser = newBrowser();
    this.page = this.openPage();
  }

  async live(step: Step): Promise<void> {
    switch (step.kind) {
      case 'send':
        this.sendFrom(this.page);
        break;
      case 'send-there':
        if (this.tab === undefined) break;
        this.hasSentFromTwo = true;
        this.sendFrom(this.tab);
        break;
      case 'serve':
        this.serves = step.as;
        break;
      case 'store':
        this.changeStore(step.is);
        break;
      case 'open-tab':
        // What a first visit is shown depends on which of two pages is greeted first.
        if (this.tab !== undefined || !this.isKnown) break;
        this.tab = connected(new ServiceHarness((peer) => this.serve(peer), {}, this.browser, 'further'));
        break;
      case 'close-tab':
        this.closeTab();
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
        if (this.isKnown) this.page.network.peers.at(-1)?.goSilent();
        break;
      case 'network':
        this.isUp = step.isUp;
        break;
      case 'reload':
        if (this.isUnstored) break;
        this.closeTab();
        this.page.leave();
        this.hasReloaded = true;
        this.page = this.openPage();
        break;
      case 'connect':
        void this.page.service.connect();
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
    this.serves = 'gateway';
    this.browser.outbox.isBlocked = false;
    for (const peer of this.basicPeers) peer.drop();
    for (let turn = 0; turn < 12; turn++) {
      for (const page of [this.page, this.tab]) void page?.service.connect();
      await elapse(5_000);
    }
    for (let turn = 0; turn < 100; turn++) await elapse(5);
    // What was lost last is noticed by what comes after it.
    this.gateway.publish({ type: 'text', content: '再见' });
    await elapse(3_001);
    await elapse(10);
  }

  expectNothingLost(): void {
    const atBasicServers = new Set(this.basicPeers.flatMap(({ received }) => received.map(promptId)));
    const expected = this.sent.filter((id) => this.gateway.prompts.includes(id) || !atBasicServers.has(id));
    // Two tabs have an order each; and a page that can't read what is stored does not wait for that.
    if (this.hasSentFromTwo || (this.wasBlocked && this.hasReloaded))
      expectSame('jobs', this.gateway.prompts.toSorted(), expected.toSorted());
    else expectSame('jobs', this.gateway.prompts, expected);
    const { seqs } = this.gateway;
    expectSame(
      'messages',
      this.shown.map(({ seq }) => seq),
      seqs.slice(this.firstSeq - 1),
    );
  }

  /** Whether a server has greeted this browser. */
  private get isKnown(): boolean {
    return this.browser.storage.getItem('ask-kitten.log') !== null;
  }

  private sendFrom({ service }: ServiceHarness): void {
    if (this.browser.outbox.isBlocked) this.isUnstored = true;
    this.sent.push(service.send('一只猫'));
  }

  private changeStore(is: 'cleared' | 'blocked' | 'open'): void {
    this.wasBlocked ||= is === 'blocked';
    if (is === 'cleared') this.browser.outbox.clear();
    else this.browser.outbox.isBlocked = is === 'blocked';
  }

  close(): void {
    this.tab?.leave();
    this.page.leave();
  }

  private closeTab(): void {
    if (this.isUnstored) return;
    this.tab?.leave();
    this.tab = undefined;
  }

  private serve(peer: FakePeer): void {
    if (!this.isUp) return peer.refuse();
    if (this.serves === 'gateway') return this.gateway.server(peer);
    peer.accept();
    // Before its first greeting a server that is slow can't be told from a basic one either.
    if (this.serves === 'slow' && this.isKnown) return this.greetLate(peer);
    this.basicPeers.push(peer);
    if (this.serves === 'talking') peer.send('{"type":"text","id":"1","content":"你好"}');
  }

  /** What has come before the greeting is handled after it. */
  private greetLate(peer: FakePeer): void {
    const early: string[] = [];
    peer.onFrame = (frame) => early.push(frame);
    timer(2_600).subscribe(() => {
      if (!peer.isOpen) return;
      this.gateway.server(peer);
      for (const frame of early) peer.onFrame(frame);
    });
  }

  private expectOneLiveSocket(): void {
    for (const page of [this.page, this.tab]) {
      const live = page?.network.peers.filter(({ isOpen }) => isOpen) ?? [];
      if (live.length > 1) throw new Error(`${live.length} sockets are open`);
    }
  }

  private openPage(): ServiceHarness {
    const page = new ServiceHarness((peer) => this.serve(peer), {}, this.browser);
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
    if (this.isKnown) this.firstSeq = 1;
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

function promptId(frame: string): string | undefined {
  return (JSON.parse(frame) as { readonly id?: string }).id;
}

function connected(page: ServiceHarness): ServiceHarness {
  void page.service.connect();
  return page;
}

/** What was found by chance once, and is tried each time. */
const FOUND: [Step[]][] = [
  [[{ kind: 'send' }, { kind: 'store', is: 'blocked' }, { kind: 'reload' }, { kind: 'send' }]],
  [[{ kind: 'send' }, { kind: 'store', is: 'blocked' }, { kind: 'reload' }, { kind: 'wait', milliseconds: 1 }]],
];

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
        examples: FOUND,
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
