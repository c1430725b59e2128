import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { filter, take, timer } from 'rxjs';

import type { ServerMessage } from '../protocol/index.ts';
import { byScope, elapse, useFakeClock } from '../testing/index.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import type { FakePeer } from './testing/fake-peer.ts';
import { type ServerKind, type Step, STEPS } from './testing/history-steps.ts';
import { type FakeBrowser, newBrowser, ServiceHarness } from './testing/service-harness.ts';

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
  /** Whether something may be stored that the page could not read: it goes with the store, and nobody can bring it back. */
  private isUnread = false;
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
        await pass(step.milliseconds);
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
      await pass(5_000);
    }
    for (let turn = 0; turn < 100; turn++) await elapse(5);
    // What was lost last is noticed by what comes after it.
    this.gateway.publish({ type: 'text', content: '再见' });
    await pass(3_001);
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
    if (is === 'cleared' && this.isUnread) return;
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
    this.isUnread = this.browser.outbox.isBlocked;
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

/** Lets time pass in steps within which a store that is there can answer: the page waits two seconds for it. */
async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1_000) await elapse(Math.min(left, 1_000));
}

function connected(page: ServiceHarness): ServiceHarness {
  void page.service.connect();
  return page;
}

const SEND: Step = { kind: 'send' };
const RELOAD: Step = { kind: 'reload' };
const BLOCK: Step = { kind: 'store', is: 'blocked' };

/** What was found by chance once, and is tried each time. */
const FOUND: [Step[]][] = [
  [[SEND, BLOCK, RELOAD, SEND]],
  [[SEND, BLOCK, RELOAD, { kind: 'wait', milliseconds: 1 }]],
  [[SEND, BLOCK, RELOAD, { kind: 'store', is: 'cleared' }]],
  [
    [
      BLOCK,
      SEND,
      { kind: 'network', isUp: false },
      { kind: 'wait', milliseconds: 20_000 },
      { kind: 'store', is: 'open' },
      SEND,
    ],
  ],
  [[SEND, { kind: 'close', code: 4429 }, BLOCK, SEND, { kind: 'close', code: 1000 }]],
];

describe('WebSocketService, whatever happens', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  for (const [name, isSaved] of [
    ['', false],
    [', in what is saved over reloads', true],
  ] as const) {
    it(`loses nothing, repeats nothing, keeps the order, and has one socket${name}`, async () => {
      const property = fc.asyncProperty(STEPS, async (history) => {
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
