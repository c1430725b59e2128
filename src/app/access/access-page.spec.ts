import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { OPEN_CHANNEL, PASS_NEEDED, WebSocketStatus } from '../../services/index.ts';
import { until } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { AccessGate } from './access-gate.ts';
import { AccessPage } from './access-page.ts';
import { ASK_FOR_PASS, type AskForPass } from './ask-for-pass.ts';

const HERE = `ws://${location.host}/api/ws/video-generation`;

describe('AccessPage', () => {
  let fixture: ComponentFixture<AccessPage>;
  let socket: FakeWebSocketService;
  let ask: jasmine.Spy<AskForPass>;
  let channel: { postMessage: jasmine.Spy; close: jasmine.Spy; onmessage: ((event: MessageEvent) => void) | null };

  async function open(endpoint = HERE): Promise<HTMLElement> {
    ask = jasmine.createSpy<AskForPass>('ask').and.resolveTo({ kind: 'admitted' });
    channel = { postMessage: jasmine.createSpy(), close: jasmine.createSpy(), onmessage: null };
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: ASK_FOR_PASS, useValue: ask },
        { provide: OPEN_CHANNEL, useValue: () => channel },
      ],
    });
    socket = TestBed.inject(FakeWebSocketService);
    socket.setEndpoint(endpoint);
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'refused', lastCloseReason: PASS_NEEDED });
    return show();
  }

  async function show(): Promise<HTMLElement> {
    fixture = TestBed.createComponent(AccessPage);
    await settled();
    return fixture.nativeElement as HTMLElement;
  }

  /** The texts of the page come by themselves. */
  async function settled(): Promise<void> {
    await fixture.whenStable();
    await until(() => (fixture.nativeElement as HTMLElement).querySelector('h1') !== null);
    await fixture.whenStable();
  }

  async function enter(element: HTMLElement, password: string): Promise<void> {
    const field = element.querySelector('input') as HTMLInputElement;
    field.value = password;
    (element.querySelector('button[type=submit]') as HTMLButtonElement).click();
    await settled();
  }

  function problem(element: HTMLElement): string {
    return element.querySelector('[role=alert]')?.textContent.trim() ?? '';
  }

  it('asks, and connects with the right password, in other tabs too', async () => {
    const element = await open();
    expect(element.querySelector('h1')?.textContent).toBe('请输入密码');
    await enter(element, '一只橘猫在窗台上');
    expect(ask).toHaveBeenCalledOnceWith(HERE, { password: '一只橘猫在窗台上' });
    expect(socket.connect).toHaveBeenCalledTimes(1);
    expect(channel.postMessage).toHaveBeenCalledTimes(1);
    channel.onmessage?.(new MessageEvent('message'));
    expect(socket.connect).toHaveBeenCalledTimes(2);
  });

  it('says what was wrong, and asks again', async () => {
    const element = await open();
    ask.and.resolveTo({ kind: 'wrong' });
    await enter(element, 'x');
    expect(problem(element)).toBe('密码不对，请再试一次。');
    ask.and.resolveTo({ kind: 'too-many', seconds: 8 });
    await enter(element, 'x');
    expect(problem(element)).toBe('试得太多了，请在 8 秒后再试。');
    ask.and.resolveTo({ kind: 'unreachable' });
    await enter(element, 'x');
    expect(problem(element)).toBe('没有连上服务器，请再试一次。');
    expect(socket.connect).not.toHaveBeenCalled();
  });

  it('asks for nothing while there is nothing in the field', async () => {
    await enter(await open(), '');
    expect(ask).not.toHaveBeenCalled();
  });

  it('takes the pass of an invitation by itself, and says where that is over', async () => {
    await open();
    fixture.destroy();
    spyOn(TestBed.inject(AccessGate), 'takeInvitation').and.returnValues('1.a.b', '1.c.d');
    ask.and.resolveTo({ kind: 'wrong' });
    const element = await show();
    expect(ask).toHaveBeenCalledOnceWith(HERE, { pass: '1.a.b' });
    expect(problem(element)).toContain('邀请链接已失效');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    expect(ask).toHaveBeenCalledWith(HERE, { pass: '1.c.d' });
    await settled();
  });

  it('leads to the page of a server elsewhere, whose cookie would not be sent from here', async () => {
    const element = await open('wss://kitten.example/api/ws/video-generation');
    expect(element.querySelector('input')).toBeNull();
    expect(element.querySelector('a')?.href).toBe('https://kitten.example/');
  });

  it('can be put off', async () => {
    const element = await open();
    const [later] = [...element.querySelectorAll('button')].slice(-1);
    later?.click();
    expect(TestBed.inject(AccessGate).isShut()).toBeFalse();
  });
});
