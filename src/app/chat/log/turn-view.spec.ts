import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

import type { PromptMessage, ServerMessage } from '../../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { error, image, OF_JOB, PROMPT, system, text, video, welcome } from '../../testing/messages.ts';
import { reduceConversation } from '../../conversation-model/reduce-conversation.ts';
import { after, ASKED } from '../../conversation-model/testing/conversation-states.ts';
import { LOCAL, BUILT_IN, WAN } from '../../engines/testing/engine-profiles.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { EMPTY_CONVERSATION } from '../../conversation-model/turn.ts';
import { TurnView } from './turn-view.ts';

describe('TurnView', () => {
  let fixture: ComponentFixture<TurnView>;
  let socket: FakeWebSocketService;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    fixture = TestBed.createComponent(TurnView);
  });

  async function show(...messages: readonly ServerMessage[]): Promise<HTMLElement> {
    fixture.componentRef.setInput('turn', after(ASKED, ...messages).turns[0]);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  function articles(element: HTMLElement): readonly (string | null)[] {
    return [...element.querySelectorAll('[role=article]')].map((article) => article.getAttribute('aria-label'));
  }

  function press(element: HTMLElement, name: string): void {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)?.click();
  }

  it('shows a prompt and how far it has come', async () => {
    socket.setWelcome(welcome());
    const element = await show();
    const states = [
      ['queued', '等待发送'],
      ['sent', '发送中'],
      ['accepted', '已送达'],
    ] as const;
    for (const [state, word] of states) {
      socket.deliver(PROMPT.id, { state });
      await fixture.whenStable();
      expect(element.querySelector('kitten-delivery-state span')?.textContent).toBe(word);
    }
    expect(articles(element)).toEqual(['我的消息']);
  });

  it('shows how the clip of a prompt was to be', async () => {
    const prompt = { ...PROMPT, options: { seconds: 10, size: '640x360', seed: 7 } };
    const { turns } = reduceConversation(EMPTY_CONVERSATION, { kind: 'sent', prompt, at: 5 });
    fixture.componentRef.setInput('turn', turns[0]);
    await fixture.whenStable();
    const labels = [...(fixture.nativeElement as HTMLElement).querySelectorAll('[aria-label=选项] li')];
    expect(labels.map(({ textContent }) => textContent)).toEqual(['时长 10 秒', '画幅 16:9 · 360p', '种子 7']);
    expect((await show()).querySelector('[aria-label=选项]')).toBeNull();
  });

  it('tells why a prompt failed, once', async () => {
    socket.deliver(PROMPT.id, { state: 'failed', reason: 'too_large', cause: '这条消息太大。' });
    const element = await show();
    expect(element.querySelector('kitten-delivery-state')?.textContent).toMatch(
      /失败\s*消息太长，服务器没有接受。\s*重试/,
    );
    await show(error({ replyTo: PROMPT.id, content: '这条消息太大。' }));
    expect(element.querySelector('kitten-delivery-state')?.textContent).toMatch(/^\s*失败\s*重试\s*$/);
  });

  it('sends a failed prompt anew under another id, and leaves its text', async () => {
    const sent: PromptMessage[] = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    socket.deliver(PROMPT.id, { state: 'failed', reason: 'too_large', cause: '这条消息太大。' });
    const element = await show();
    press(element, '重试');
    expect(sent.map(({ content }) => content)).toEqual([PROMPT.content]);
    expect(sent[0]?.id).not.toBe(PROMPT.id);
    expect(element.textContent).toContain(PROMPT.content);
  });

  it('withdraws a prompt that waits, and leaves its text', async () => {
    socket.deliver(PROMPT.id, { state: 'queued' });
    const element = await show();
    press(element, '撤回');
    expect(socket.cancel).toHaveBeenCalledOnceWith(PROMPT.id);
    expect(element.textContent).toContain(PROMPT.content);
  });

  it('says where something is missing', async () => {
    fixture.componentRef.setInput('turn', { id: 'gap', at: 1, replies: [{ kind: 'gap', id: 'gap', missing: 12 }] });
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent.trim()).toBe('有 12 条较早的消息已不在服务器上');
    expect(articles(element)).toEqual(['系统消息']);
  });

  it('does not wait for an answer that a basic server never gives', async () => {
    socket.deliver(PROMPT.id, { state: 'sent' });
    const element = await show();
    expect(element.querySelector('kitten-delivery-state')?.textContent.trim()).toBe('已发出');
  });

  it('shows a text as text, whatever it looks like', async () => {
    const element = await show(text({ ...OF_JOB, content: '<img src=x onerror=alert(1)>\n第二行' }));
    const shown = element.querySelector('[data-author=bot] p');
    expect(shown?.textContent).toBe('<img src=x onerror=alert(1)>\n第二行');
    expect(shown?.querySelector('img')).toBeNull();
    expect(shown && getComputedStyle(shown).whiteSpace).toBe('pre-wrap');
  });

  it('shows how far a job is, and lets people stop it', async () => {
    const element = await show(system('progress', { ...OF_JOB, progress: 0.42, stage: 'draw', etaMs: 4_200 }));
    expect(element.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('42');
    expect(element.textContent).toContain('绘制画面');
    expect(element.textContent).toContain('42%');
    expect(element.textContent).toContain('约剩 5–9 秒');
    press(element, '取消');
    expect(socket.cancel).toHaveBeenCalledOnceWith(PROMPT.id);
  });

  it('shows a place in the queue', async () => {
    const element = await show(system('queued', { ...OF_JOB, position: 3 }));
    expect(element.textContent).toContain('排队中，第 3 位');
    expect(element.querySelector('[role=progressbar]')?.hasAttribute('aria-valuenow')).toBeFalse();
  });

  it('puts preview, still and clip in one place, one after the other', async () => {
    const preview = image({ ...OF_JOB, preview: true });
    const poster = image({ ...OF_JOB, url: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' });
    const running = await show(system('started', OF_JOB), preview);
    expect(running.querySelector<HTMLImageElement>('kitten-flicker-free-image img')?.src).toBe(preview.url ?? '');
    await show(system('started', OF_JOB), preview, poster);
    expect(running.querySelectorAll('kitten-flicker-free-image').length).toBe(1);
    expect(running.querySelector<HTMLImageElement>('kitten-flicker-free-image img')?.src).toBe(poster.url ?? '');
    await show(system('started', OF_JOB), preview, poster, video({ ...OF_JOB, posterUrl: poster.url ?? '' }));
    expect(running.querySelector('kitten-flicker-free-image')).toBeNull();
    expect(running.querySelector('video')?.poster).toBe(poster.url ?? '');
  });

  it('ends without a progress bar, and says how long it took', async () => {
    const element = await show(
      system('started', { ...OF_JOB, ts: 1_000 }),
      video(OF_JOB),
      system('completed', { ...OF_JOB, ts: 9_000 }),
    );
    expect(element.querySelector('[role=progressbar]')).toBeNull();
    expect(articles(element)).toEqual(['我的消息', '视频', '系统消息']);
    expect(element.textContent).toContain('已完成，用时 8 秒');
  });

  it('tells the cause and the code of an error, and whether to try again', async () => {
    const element = await show(
      system('started', OF_JOB),
      error({ ...OF_JOB, code: 'rate_limited', content: '', retryable: true, retryAfterMs: 1_500 }),
    );
    const shown = element.querySelector('[aria-label=错误]')?.textContent;
    expect(shown).toContain('发送得太快');
    expect(shown).toContain('可以在 2 秒后再试');
    expect(shown).toContain('rate_limited');
    expect(element.querySelector('[role=progressbar]')).toBeNull();
  });

  it('does not say lightly to try again what may be charged again', async () => {
    const uncertain = error({ ...OF_JOB, code: 'engine_uncertain', content: '', retryable: true });
    const shown = (await show(system('started', OF_JOB), uncertain)).querySelector('[aria-label=错误]')?.textContent;
    expect(shown).toContain('可能会再次计费');
    expect(shown).not.toContain('可以稍后再试');
  });

  describe('of a bot that talks', () => {
    const full = '一只橘猫在雨夜的霓虹街头散步，电影感';

    it('offers nothing to be made again of what was only said', async () => {
      const element = await show(
        system('accepted', OF_JOB),
        text({ ...OF_JOB, content: '不客气！', seq: 2 }),
        system('completed', OF_JOB),
      );
      expect(articles(element)).toEqual(['我的消息', '小猫的消息']);
      expect(element.querySelector('.end')).toBeNull();
    });

    it('lets people change the prompt that it has made, rather than their wish', async () => {
      const edited: PromptMessage[] = [];
      fixture.componentInstance.edited.subscribe((each) => edited.push(each));
      const element = await show(
        text({ ...OF_JOB, content: `好的。\n\n> ${full}`, prompt: full, seq: 2 }),
        system('started', OF_JOB),
        text({ ...OF_JOB, content: '我看到一只橘猫。', seq: 4 }),
        video(OF_JOB),
        system('completed', OF_JOB),
      );
      press(element, '修改描述');
      expect(edited).toEqual([{ ...PROMPT, content: full }]);
    });
  });

  it('asks again for what the bot has made of a wish, and not for the wish', async () => {
    const resend = spyOn(TestBed.inject(OpenConversation), 'resend');
    const made = '一只橘猫，电影感';
    const read = [text({ ...OF_JOB, content: made, prompt: made, seq: 2 }), system('started', OF_JOB)];
    press(await show(...read, error({ ...OF_JOB, code: 'engine_failed', retryable: true })), '重试');
    expect(resend.calls.mostRecent().args).toEqual([{ ...PROMPT, content: made, verbatim: true }]);
    // A shot was the bot's own words from the beginning.
    const shot = { id: 'wan', name: '通义万相', isModel: true, prompt: PROMPT.content };
    const failed = error({ ...OF_JOB, code: 'engine_failed', retryable: true });
    press(await show(system('accepted', { ...OF_JOB, madeWith: shot }), system('started', OF_JOB), failed), '重试');
    expect(resend.calls.mostRecent().args).toEqual([{ ...PROMPT, verbatim: true }]);
    // Where the bot has not come to it, it reads the wish.
    press(await show(system('accepted', OF_JOB), failed), '重试');
    expect(resend.calls.mostRecent().args).toEqual([PROMPT]);
  });

  describe('of a server with several engines', () => {
    const made = { id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v' };
    const done = [
      system('accepted', { ...OF_JOB, madeWith: made }),
      system('started', { ...OF_JOB, ts: 1_000 }),
      video({ ...OF_JOB, madeWith: made }),
      system('completed', { ...OF_JOB, ts: 9_000 }),
    ];

    beforeEach(() => socket.setWelcome(welcome({ engines: [WAN, LOCAL, BUILT_IN] })));

    async function pick(name: string): Promise<void> {
      const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
      await menu.open();
      await menu.clickItem({ text: new RegExp(name) });
    }

    it('names the engine and its model with the job and with the clip', async () => {
      expect((await show(...done.slice(0, 2))).querySelector('kitten-job-card')?.textContent).toContain('通义万相');
      expect((await show(...done)).querySelector('kitten-video-message')?.textContent).toContain(
        '由 通义万相 · wan2.6-t2v 制作',
      );
    });

    it('asks the same of another engine, with the options that it can do', async () => {
      await show(...done);
      const resend = spyOn(TestBed.inject(OpenConversation), 'resend');
      await pick('内置引擎');
      expect(resend.calls.mostRecent().args).toEqual([{ ...PROMPT, options: { engine: 'storyboard' } }]);
    });

    it('has a prompt with more reference images than that engine takes changed first', async () => {
      const prompt = { ...PROMPT, attachments: ['/media/1.png', '/media/2.png'] };
      const edited: PromptMessage[] = [];
      fixture.componentInstance.edited.subscribe((each) => edited.push(each));
      await show(...done);
      fixture.componentRef.setInput('turn', { ...fixture.componentInstance.turn(), prompt });
      await pick('Wan 2.2 5B');
      expect(edited).toEqual([{ ...prompt, options: { engine: 'local' } }]);
    });

    it('does not ask another engine again unasked where its own is gone', async () => {
      const prompt = { ...PROMPT, options: { engine: 'gone' } };
      const edited: PromptMessage[] = [];
      fixture.componentInstance.edited.subscribe((each) => edited.push(each));
      const element = await show(...done);
      fixture.componentRef.setInput('turn', { ...fixture.componentInstance.turn(), prompt });
      await fixture.whenStable();
      press(element, '再画一次');
      expect(edited).toEqual([prompt]);
    });

    it('names none and offers none with the one engine that comes along', async () => {
      socket.setWelcome(welcome({ engines: [BUILT_IN] }));
      const by = { madeWith: { id: 'storyboard', name: '内置引擎', isModel: false } };
      const element = await show(system('started', OF_JOB), video({ ...OF_JOB, ...by }), system('completed', OF_JOB));
      expect(element.textContent).not.toContain('内置引擎');
      expect(element.querySelector('kitten-repeat-with-engine')).toBeNull();
    });
  });

  it('shows what the engine itself said of an error', async () => {
    const element = await show(
      error({ ...OF_JOB, code: 'content_refused', content: '', detail: 'DataInspectionFailed' }),
    );
    expect(element.querySelector('[aria-label=错误]')?.textContent).toMatch(/审核.*引擎的原话：DataInspectionFailed/s);
  });

  it('shows the caret only while a text grows', async () => {
    const piece = text({ ...OF_JOB, id: 'growing', append: true });
    const element = await show(system('started', OF_JOB), piece);
    expect(element.querySelector('.growing')).not.toBeNull();
    await show(system('started', OF_JOB), piece, system('cancelled', OF_JOB));
    expect(element.querySelector('.growing')).toBeNull();
    expect(element.textContent).toContain('已取消');
  });
});
