import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { App } from './app.ts';
import { routes } from './app.routes.ts';
import { WebSocketStatus } from '../services/index.ts';
import { PageTitle } from './shell/page-title.ts';
import { FakeWebSocketService, provideFakeWebSocket } from './testing/fake-web-socket-service.ts';
import { text, welcome } from './testing/messages.ts';
import { painted } from './testing/painted.ts';
import { until } from '../testing/index.ts';

describe('App', () => {
  let socket: FakeWebSocketService;

  beforeEach(() => {
    const title = { provide: TitleStrategy, useExisting: PageTitle };
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter(routes), title] });
    socket = TestBed.inject(FakeWebSocketService);
  });

  afterEach(() => {
    localStorage.removeItem('ask-kitten.draft');
    sessionStorage.removeItem('ask-kitten.draft');
  });

  async function start(): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(App);
    await TestBed.inject(Router).navigateByUrl('/');
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('has one status, one log, one composer and the way to each page', async () => {
    const element = await start();
    for (const selector of [
      'kitten-connection-status [role=status]',
      '[role=log]',
      'textarea[aria-label=消息]',
      '.skip',
      'kitten-toolbar',
    ]) {
      expect(element.querySelectorAll(selector).length).withContext(selector).toBe(1);
    }
    const links = [...element.querySelectorAll('nav a')].map(({ textContent }) => textContent.trim());
    expect(links).toEqual(['聊天', '作品', '诊断']);
    expect(element.querySelector('nav [aria-current=page]')?.textContent.trim()).toBe('聊天');
    expect(document.title).toBe('问小猫');
  });

  it('makes an example by one click', async () => {
    const element = await start();
    await until(() => element.querySelector('kitten-example-cards .card') !== null);
    const examples = [...element.querySelectorAll('kitten-example-cards .card')];
    expect(examples.map(({ textContent }) => textContent)).toContain('一只橘猫在雨夜的霓虹街头散步');
    let sent = 0;
    socket.sent$.subscribe(() => sent++);
    (examples[0] as HTMLButtonElement).click();
    TestBed.tick();
    expect(element.querySelector('textarea')?.value).toBe('');
    expect(sent).toBe(1);
  });

  it('keeps the draft and what waits when the code is revoked and replaced', async () => {
    const element = await start();
    const field = element.querySelector('textarea') as HTMLTextAreaElement;
    field.value = '还没写完';
    field.dispatchEvent(new Event('input'));
    const id = socket.send('一只猫');
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked' });
    await until(() => element.querySelector('[role=alert] button') !== null);
    (element.querySelector('[role=alert] button') as HTMLButtonElement).click();
    TestBed.tick();
    expect(socket.userCode()).toMatch(/^7c9e/);
    expect(field.value).toBe('还没写完');
    await until(() => element.querySelector('.asked') !== null);
    await painted();
    expect(element.querySelector('.asked')?.textContent).toMatch(/一只猫.*等待发送/s);
    socket.deliver(id, { state: 'accepted' });
    TestBed.tick();
    expect(element.querySelector('.asked')?.textContent).toContain('已送达');
  });

  it('says plainly where the built-in engine draws', async () => {
    const element = await start();
    expect(element.textContent).not.toContain('并非 AI 模型');
    socket.setWelcome(welcome());
    TestBed.tick();
    expect(element.textContent).toContain('当前由内置引擎按规则绘制，并非 AI 模型');
    socket.setWelcome(welcome({ engine: { name: 'sora', isModel: true } }));
    TestBed.tick();
    expect(element.textContent).not.toContain('并非 AI 模型');
  });
});

describe('routes', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter(routes)] });
  });

  it('keep the conversation while another page is open', async () => {
    const harness = await RouterTestingHarness.create('/');
    TestBed.inject(FakeWebSocketService).receive(text({ content: '还在' }));
    await harness.navigateByUrl('/gallery');
    expect(harness.routeNativeElement?.textContent).not.toContain('还在');
    await harness.navigateByUrl('/');
    await until(() => harness.routeNativeElement?.querySelector('kitten-turn') !== null);
    expect(harness.routeNativeElement?.textContent).toContain('还在');
  });

  it('lead from an unknown address to the chat', async () => {
    await RouterTestingHarness.create('/nowhere');
    expect(TestBed.inject(Router).url).toBe('/');
  });
});
