import { TestBed } from '@angular/core/testing';

import { flush } from '../../../testing/index.ts';
import { Language } from '../../language/language.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { image, PROMPT, video } from '../../testing/messages.ts';
import { Viewer } from './viewer.ts';
import type { ViewerItem } from './viewer-item.ts';

describe('Viewer', () => {
  const items: readonly ViewerItem[] = [
    { kind: 'image', message: image({ id: 'a', width: 160, height: 90 }), caption: '一只猫' },
    { kind: 'video', message: video({ id: 'b' }), caption: '一只狗' },
    { kind: 'image', message: image({ id: 'c' }), caption: '一条鱼' },
  ];
  let opener: HTMLButtonElement;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), provideMemoryMediaCache()] });
    opener = document.body.appendChild(document.createElement('button'));
    opener.focus();
  });

  afterEach(() => opener.remove());

  async function open(id: string): Promise<void> {
    await TestBed.inject(Viewer).openAt(items, id);
    await settled();
  }

  async function settled(): Promise<void> {
    TestBed.tick();
    await flush();
    TestBed.tick();
  }

  function dialog(): HTMLElement | null {
    return document.querySelector('kitten-viewer-dialog');
  }

  function press(key: string, target: Element | null = dialog()): void {
    target?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...(key === 'Escape' && { keyCode: 27 }) }),
    );
    TestBed.tick();
    TestBed.tick();
  }

  function place(): string | undefined {
    return dialog()?.querySelector('.place')?.textContent;
  }

  function percent(): string | undefined {
    return dialog()?.querySelector('.percent')?.textContent.trim();
  }

  it('opens at a medium, as a named dialog, with what was asked', async () => {
    await open('c');
    expect(place()).toBe('3 / 3');
    expect(dialog()?.querySelector('.below')?.textContent).toContain('一条鱼');
    const container = document.querySelector('[role="dialog"]');
    expect([container?.ariaModal, container?.ariaLabel]).toEqual(['true', '查看大图']);
    expect(container?.contains(document.activeElement)).toBeTrue();
    press('Escape', document.activeElement);
  });

  it('goes through all of them by keys, and stays at the ends', async () => {
    await open('a');
    press('ArrowLeft');
    expect(place()).toBe('1 / 3');
    press('ArrowRight');
    expect(place()).toBe('2 / 3');
    expect(dialog()?.querySelector('video')?.ariaLabel).toBe('一只狗');
    press('ArrowRight', dialog()!.querySelector('video'));
    expect(place()).withContext('the arrows of a clip are its own').toBe('2 / 3');
    press('End');
    press('ArrowRight');
    expect(place()).toBe('3 / 3');
    press('Home');
    expect(place()).toBe('1 / 3');
    press('Escape', document.activeElement);
  });

  it('hands a clip its keys, wherever the focus is', async () => {
    await open('b');
    const clip = dialog()!.querySelector('video')!;
    const play = spyOn(clip, 'play').and.resolveTo();
    play.calls.reset();
    for (const key of ['m', 'M']) {
      const isMuted = clip.muted;
      press(key);
      expect(clip.muted).withContext(key).toBe(!isMuted);
    }
    const speed = clip.playbackRate;
    press('>');
    expect(clip.playbackRate).toBeGreaterThan(speed);
    press(' ');
    expect(play).toHaveBeenCalledTimes(1);
    press(' ', dialog()!.querySelector('summary'));
    expect(play).withContext('a summary unfolds by it').toHaveBeenCalledTimes(1);
    press('Escape', document.activeElement);
  });

  it('zooms by keys, and begins the next picture whole', async () => {
    await open('a');
    press('+');
    press('+');
    press('-');
    expect(percent()).toBe('150%');
    press('0');
    expect(percent()).toBe('100%');
    press('+');
    press('End');
    expect(percent()).toBe('100%');
    press('Escape', document.activeElement);
  });

  it('leads to a remix, to the words and to the conversation, once it has closed', async () => {
    await TestBed.inject(Language).loadAll();
    const went: string[] = [];
    const go = (way: string): (() => void) => {
      return () => went.push(`${way}, ${dialog() === null ? 'closed' : 'open'}`);
    };
    const ways = { remix: go('remix'), openConversation: go('conversation') };
    const item: ViewerItem = { kind: 'video', message: video({ id: 'd' }), caption: '', prompt: PROMPT, ways };
    for (const name of ['做个变体', '查看所在对话']) {
      await TestBed.inject(Viewer).openAt([item], 'd');
      await settled();
      const buttons = [...dialog()!.querySelectorAll<HTMLElement>('kitten-medium-ways button')];
      expect(buttons.map(({ textContent }) => textContent.trim())).toEqual(['做个变体', '复制描述', '查看所在对话']);
      buttons.find(({ textContent }) => textContent.trim() === name)?.click();
    }
    expect(went).toEqual(['remix, closed', 'conversation, closed']);
  });

  it('gives the focus back when it closes', async () => {
    await open('a');
    expect(document.activeElement).not.toBe(opener);
    press('Escape', document.activeElement);
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});
