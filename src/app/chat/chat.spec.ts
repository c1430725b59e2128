import { type ComponentFixture, DeferBlockState, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';

import { Notices } from '../notices/notices.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error } from '../testing/messages.ts';
import { until } from '../../testing/index.ts';
import { Chat } from './chat.ts';
import { Draft } from '../drafts/draft.ts';

describe('Chat', () => {
  const before = { text: '写了一半', options: { seconds: 5 }, attachments: [] };
  let fixture: ComponentFixture<Chat>;
  let element: HTMLElement;
  let draft: Draft;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideRouter([])] });
    fixture = TestBed.createComponent(Chat);
    element = fixture.nativeElement as HTMLElement;
    element.style.height = '640px';
    document.body.append(element);
    draft = TestBed.inject(Draft);
    draft.fill(before);
  });

  afterEach(() => {
    element.remove();
    localStorage.clear();
    sessionStorage.clear();
  });

  async function click(selector: string, name: string): Promise<void> {
    const found = () => [...element.querySelectorAll(selector)].find(({ textContent }) => textContent.includes(name));
    await until(() => found() !== undefined);
    (found() as HTMLElement).click();
  }

  it('says that a part is missing, and offers to load the page again, where its log can not be loaded', async () => {
    await until(() => element.querySelector('[role=log]') !== null);
    const [log] = await fixture.getDeferBlocks();
    await log?.render(DeferBlockState.Error);
    const alert = element.querySelector('[role=alert]');
    expect(alert?.textContent).toContain('需要重新加载');
    expect(alert?.querySelector('a')?.getAttribute('href')).toBe('');
  });

  it('offers a draft back that an example has replaced', async () => {
    await click('kitten-empty-state button', '');
    expect(draft.text()).not.toBe(before.text);
    expect(draft.options()).toEqual(before.options);
    TestBed.inject(Notices).act();
    expect(draft.content()).toEqual(before);
  });

  it('has a double click on an example make one clip', async () => {
    const sent: unknown[] = [];
    TestBed.inject(FakeWebSocketService).sent$.subscribe((prompt) => sent.push(prompt));
    draft.clear();
    await click('kitten-empty-state button', '');
    await click('kitten-empty-state button', '');
    await until(() => sent.length > 0);
    expect(sent).toHaveSize(1);
  });

  it('offers a draft back that a prompt to be changed has replaced', async () => {
    const socket = TestBed.inject(FakeWebSocketService);
    socket.receive(error({ replyTo: socket.send('一只猫') }));
    // Its conversation has a draft of its own.
    draft.fill(before);
    await click('kitten-turn-actions button', '修改描述');
    expect(draft.content()).toEqual({ text: '一只猫', options: {}, attachments: [] });
    TestBed.inject(Notices).act();
    expect(draft.content()).toEqual(before);
  });
});
