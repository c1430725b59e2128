import { ErrorHandler } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { welcome } from '../../testing/messages.ts';
import { Composer } from './composer.ts';
import { Draft } from '../../drafts/draft.ts';

describe('Composer', () => {
  let fixture: ComponentFixture<Composer>;
  let socket: FakeWebSocketService;
  let sent: string[];
  let reported: unknown[];

  beforeEach(async () => {
    reported = [];
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: ErrorHandler, useValue: { handleError: (error: unknown) => reported.push(error) } },
      ],
      rethrowApplicationErrors: false,
    });
    socket = TestBed.inject(FakeWebSocketService);
    sent = [];
    socket.sent$.subscribe(({ content }) => sent.push(content));
    fixture = TestBed.createComponent(Composer);
    document.body.append(element());
    await fixture.whenStable();
  });

  afterEach(() => {
    element().remove();
    localStorage.clear();
    sessionStorage.clear();
  });

  function element(): HTMLElement {
    return fixture.nativeElement as HTMLElement;
  }

  function field(): HTMLTextAreaElement {
    return element().querySelector('textarea') as HTMLTextAreaElement;
  }

  function button(): HTMLButtonElement {
    return element().querySelector('button[aria-label="发送"]') as HTMLButtonElement;
  }

  async function write(text: string): Promise<void> {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  async function press(init: KeyboardEventInit): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init });
    field().dispatchEvent(event);
    await fixture.whenStable();
    return event;
  }

  it('is empty after what was written and sent before the page was drawn', async () => {
    field().focus();
    field().value = '一只橘猫';
    field().dispatchEvent(new Event('input'));
    await press({});
    expect(sent).toEqual(['一只橘猫']);
    expect(field().value).toBe('');
  });

  it('has the name 消息', () => {
    expect(field().getAttribute('aria-label')).toBe('消息');
  });

  it('sends with Enter, clears the field and stays in it', async () => {
    await write('一只猫');
    const event = await press({});
    expect(sent).toEqual(['一只猫']);
    expect(event.defaultPrevented).toBeTrue();
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
  });

  it('sends with the button', async () => {
    await write('一只猫');
    button().click();
    await fixture.whenStable();
    expect(sent).toEqual(['一只猫']);
    expect(document.activeElement).toBe(field());
  });

  it('makes a line with Shift and Enter', async () => {
    await write('一只猫');
    const event = await press({ shiftKey: true });
    expect(sent).toEqual([]);
    expect(event.defaultPrevented).toBeFalse();
  });

  it('leaves the Enter of an input method alone, in Safari’s order too', async () => {
    await write('yi zhi mao');
    await press({ isComposing: true });
    field().dispatchEvent(new CompositionEvent('compositionend', { data: '一只猫' }));
    await press({ keyCode: 229 });
    expect(sent).toEqual([]);
    await press({ keyCode: 13 });
    expect(sent).toEqual(['yi zhi mao']);
  });

  it('says which prompt the next one follows', async () => {
    const followed: (string | undefined)[] = [];
    socket.sent$.subscribe(({ follows }) => followed.push(follows));
    for (const words of ['海边', '改成晚上']) {
      await write(words);
      button().click();
    }
    expect(followed).toEqual([undefined, 'sent-1']);
  });

  it('sends nothing where there is nothing', async () => {
    await write(' \n ');
    await press({});
    expect(sent).toEqual([]);
    expect(button().disabled).toBeTrue();
  });

  it('keeps the text where sending fails', async () => {
    const failure = new Error('broken');
    spyOn(socket, 'send').and.throwError(failure);
    await write('一只猫');
    await press({});
    expect(reported).toEqual([failure]);
    expect(field().value).toBe('一只猫');
  });

  it('counts characters as people do, near the limit that the server tells', async () => {
    socket.setWelcome(welcome({ limits: { maxContentLength: 10, maxFrameBytes: 65_536 } }));
    await write('猫'.repeat(8));
    expect(element().querySelector('.count')).toBeNull();
    await write('🐱'.repeat(10));
    expect(element().querySelector('.count')?.textContent).toBe('10/10');
    expect(button().disabled).toBeFalse();
  });

  it('says by how much a text is too long, and does not send it', async () => {
    await write('猫'.repeat(4_002));
    await press({});
    expect(sent).toEqual([]);
    expect(button().disabled).toBeTrue();
    expect(element().querySelector('#composer-note')?.textContent).toContain('超出 2 个字符');
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a draft from elsewhere', async () => {
    TestBed.inject(Draft).text.set('来自示例');
    await fixture.whenStable();
    expect(field().value).toBe('来自示例');
  });

  it('grows with its text, and not while a word is composed', async () => {
    await write('一');
    const low = field().offsetHeight;
    field().dispatchEvent(new CompositionEvent('compositionstart'));
    await write('一\n二\n三');
    expect(field().offsetHeight).toBe(low);
    field().dispatchEvent(new CompositionEvent('compositionend'));
    await fixture.whenStable();
    expect(field().offsetHeight).toBeGreaterThan(low);
  });
});
