import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { BehaviorSubject, NEVER } from 'rxjs';

import { ConnectionLog, ONLINE, WebSocketStatus } from '../../services/index.ts';
import { Language } from '../language/language.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { welcome } from '../testing/messages.ts';
import { flush, until } from '../../testing/index.ts';
import { Diagnostics } from './diagnostics.ts';
import { SAVE_FILE } from '../saving/save-file.ts';
import { ASK_SERVER, type ServerAnswer } from './checks/server-probe.ts';
import { type StorageAnswer, TRY_STORAGE } from './checks/storage-probe.ts';

const CODE = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('Diagnostics', () => {
  const save = jasmine.createSpy<(file: File) => void>('save');
  const saved = (): File => save.calls.mostRecent().args[0];
  let answer: ServerAnswer;
  let storage: StorageAnswer;
  let online: BehaviorSubject<boolean>;
  let socket: FakeWebSocketService;
  let fixture: ComponentFixture<Diagnostics>;
  let loader: HarnessLoader;
  let element: HTMLElement;

  beforeEach(() => {
    answer = { kind: 'answered', milliseconds: 5 };
    storage = { isLocalWritable: true, isDatabaseWritable: true };
    online = new BehaviorSubject(true);
    save.calls.reset();
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: ASK_SERVER, useValue: () => Promise.resolve(answer) },
        { provide: TRY_STORAGE, useValue: () => Promise.resolve(storage) },
        { provide: ONLINE, useValue: online },
        { provide: SAVE_FILE, useValue: save },
      ],
    });
    socket = TestBed.inject(FakeWebSocketService);
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(Diagnostics);
    loader = TestbedHarnessEnvironment.loader(fixture);
    element = fixture.nativeElement as HTMLElement;
    await whenStable();
  }

  /** Lets what has been asked answer, and the page show it. */
  async function whenStable(): Promise<void> {
    await fixture.whenStable();
    await flush();
    await fixture.whenStable();
  }

  function check(name: string): { readonly state: string | undefined; readonly words: string } {
    const row = element.querySelector<HTMLElement>(`[data-check=${name}]`);
    return { state: row?.dataset['state'], words: row?.textContent ?? '' };
  }

  function verdict(): string {
    return element.querySelector('.verdict')?.textContent ?? '';
  }

  async function press(text: string | RegExp): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  }

  it('leaves the focus with a check whose button goes with what it does', async () => {
    await open();
    const offer = { prompt: () => Promise.resolve({ outcome: 'accepted' }) };
    window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), offer));
    await whenStable();
    await press('安装');
    expect(document.activeElement?.getAttribute('data-check')).toBe('offline');
    expect(document.activeElement?.querySelector('button')).toBeNull();
  });

  it('finds everything well', async () => {
    await open();
    expect(verdict()).toBe('一切正常');
    for (const name of ['network', 'server', 'socket', 'code', 'encryption', 'faults', 'storage', 'version']) {
      expect(check(name).state).withContext(name).toBe('ok');
    }
    expect(check('server').words).toContain('5 毫秒');
  });

  it('follows what changes while it is open', async () => {
    await open();
    socket.setConnection({ status: WebSocketStatus.RECONNECTING, attempt: 2, lastCloseCode: 1006 });
    answer = { kind: 'silent' };
    await whenStable();
    expect(verdict()).toBe('发现 2 个问题');
    expect(check('server').state).toBe('problem');
    expect(check('socket').words).toMatch(/第 2\/5 次.*1006/s);
    expect(check('code').state).toBe('unknown');
    answer = { kind: 'answered', milliseconds: 9 };
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    await whenStable();
    expect(verdict()).toBe('一切正常');
  });

  it('warns of errors of the conversation while the connection is well, and tells of them in the report', async () => {
    await open();
    const log = TestBed.inject(ConnectionLog);
    const failure = {
      type: 'error',
      id: CODE,
      ts: 1,
      code: 'engine_failed',
      content: '一只猫',
      retryable: true,
    } as const;
    log.recordFrame('x'.repeat(90));
    log.recordReceived(failure, 'next');
    await whenStable();
    expect(verdict()).toBe('现在正常，但出过错误');
    expect(check('errors').state).toBe('warning');
    expect(check('errors').words).toMatch(/服务器报错 1 次。最近一次：engine_failed（\d/);
    await press(/导出 JSON/);
    const text = await saved().text();
    expect(text).toContain('"code": "engine_failed"');
    expect(text).not.toContain('一只猫');
    socket.setConnection({ status: WebSocketStatus.RECONNECTING, attempt: 1 });
    await whenStable();
    expect(check('errors').state).toBe('problem');
  });

  it('says that there is no network, and blames nothing else for it', async () => {
    socket.setEndpoint('wss://server.example/api/ws/video-generation');
    online.next(false);
    answer = { kind: 'silent' };
    socket.setConnection({ status: WebSocketStatus.RECONNECTING, attempt: 1 });
    await open();
    expect(check('network').state).toBe('problem');
    expect(check('server').state).toBe('unknown');
  });

  it('has a new user code taken where the server refuses the old one', async () => {
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked', lastCloseCode: 4401 });
    await open();
    expect(check('code').words).toContain('已失效');
    const before = socket.userCode();
    await press('刷新用户码');
    expect(socket.userCode()).not.toBe(before);
  });

  it('reconnects, and looks again, when it is told to', async () => {
    socket.setConnection({ status: WebSocketStatus.DISCONNECTED });
    await open();
    await press('立即重连');
    expect(socket.connect).toHaveBeenCalledTimes(1);
    storage = { isLocalWritable: false, isDatabaseWritable: true };
    await press(/重新检查/);
    await whenStable();
    expect(check('storage').state).toBe('problem');
    expect(socket.ping).toHaveBeenCalled();
  });

  it('shows round trips as a line with words for it', async () => {
    await open();
    expect(element.querySelector('kitten-round-trip-plot')?.textContent).toContain('还没有测到');
    const log = TestBed.inject(ConnectionLog);
    for (const milliseconds of [30, 10, 20]) log.recordRoundTrip(milliseconds);
    await whenStable();
    const plot = element.querySelector('svg[role=img]');
    expect(plot?.getAttribute('aria-label')).toContain('最短 10 毫秒，中位数 20 毫秒，最近一次 20 毫秒');
    expect(plot?.querySelector('.line')?.getAttribute('points')?.split(' ').length).toBe(3);
  });

  it('lists what happened, the newest first, and counts it', async () => {
    const log = TestBed.inject(ConnectionLog);
    log.recordChange({ kind: 'connecting', attempt: 0 });
    log.recordChange({ kind: 'open', send: () => true, frames$: NEVER });
    log.recordFrame('x'.repeat(300));
    log.recordReceived({ ...welcome(), id: CODE }, 'duplicate');
    await open();
    const rows = [...element.querySelectorAll('tbody .what')].map(({ textContent }) => textContent.trim());
    expect(rows).toEqual(['重复的系统消息，已忽略', '已连接', '开始连接']);
    const counts = element.querySelector('kitten-connection-counts')?.textContent ?? '';
    expect(counts).toMatch(/建立连接\s*1.*重复的消息\s*1/s);
  });

  it('saves a report that holds neither the user code nor the address', async () => {
    TestBed.inject(ConnectionLog).recordReceived({ ...welcome(), id: CODE }, 'next');
    await open();
    await press(/导出 JSON/);
    const text = await saved().text();
    expect(saved().name).toMatch(/^ask-kitten-diagnostics-.*\.json$/);
    expect(JSON.parse(text)).toEqual(jasmine.objectContaining({ app: 'ask-kitten' }));
    for (const secret of [CODE, socket.userCode(), '127.0.0.1']) expect(text).not.toContain(secret);
  });

  it('speaks English', async () => {
    await open();
    const language = TestBed.inject(Language);
    language.choose('en');
    await until(() => language.current() === 'en');
    await whenStable();
    expect(verdict()).toBe('Everything is fine');
    language.choose('zh-CN');
  });
});
