import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';

import type { PromptMessage, ServerMessage } from '../../../services/index.ts';
import { until } from '../../../testing/index.ts';
import { after, ASKED } from '../../conversation-model/testing/conversation-states.ts';
import { BUILT_IN, WAN } from '../../engines/testing/engine-profiles.ts';
import { Language } from '../../language/language.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { OF_JOB, PROMPT, system, text, video, welcome } from '../../testing/messages.ts';
import { TurnView } from './turn-view.ts';

describe('TurnView of an engine that tells what it has read', () => {
  let fixture: ComponentFixture<TurnView>;
  let socket: FakeWebSocketService;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    await TestBed.inject(Language).loadAll();
    socket = TestBed.inject(FakeWebSocketService);
    fixture = TestBed.createComponent(TurnView);
  });

  async function show(...messages: readonly ServerMessage[]): Promise<HTMLElement> {
    fixture.componentRef.setInput('turn', after(ASKED, ...messages).turns[0]);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  const words = {
    subject: { cat: { zh: '猫', en: 'cat' }, dog: { zh: '狗', en: 'dog' } },
    weather: { rain: { zh: '下雨', en: 'rain' }, snow: { zh: '下雪', en: 'snow' } },
  };
  const scene = { subjects: [{ subject: 'cat', count: 2 }], weather: 'rain' };
  const read = text({ ...OF_JOB, content: '好呀', append: true, scene });
  const started = system('started', OF_JOB);
  let sent: PromptMessage[];

  beforeEach(() => {
    sent = [];
    socket.sent$.subscribe((prompt) => sent.push(prompt));
    socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, scene: words }, WAN] }));
  });

  beforeEach(async () => {
    // The first one loads what a menu is made of.
    const element = await show(started, read);
    await until(() => element.querySelector('kitten-scene') !== null);
  });

  const chips = (element: HTMLElement) =>
    [...element.querySelectorAll('kitten-scene .shot li button')].map(({ textContent }) => textContent.trim());

  it('says before what drawing it otherwise costs, where the engine takes something', async () => {
    expect((await show(started, read)).querySelector('kitten-scene')?.textContent).not.toContain('改一处就重画');
    const price = { amount: 0.5, currency: 'CNY', per: 'clip' } as const;
    socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, scene: words, price }, WAN] }));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('kitten-scene')?.textContent).toContain('改一处就重画 · 约 ¥0.50');
  });

  it('shows it word by word while it is drawn, and afterwards', async () => {
    expect(chips(await show(started, read))).toEqual(['猫 × 2', '下雨', '加主体']);
    const whole = text({ ...OF_JOB, id: read.id, seq: 3, content: '好呀', scene });
    const element = await show(started, read, whole, video(OF_JOB), system('completed', OF_JOB));
    expect(chips(element)).toEqual(['猫 × 2', '下雨', '加主体']);
    expect(element.querySelector('kitten-scene ul')?.getAttribute('aria-label')).toBe('画面里有');
    expect(element.querySelector('kitten-scene button')?.getAttribute('aria-label')).toBe('主体：猫 × 2，换一个');
  });

  it('draws again with the word that is chosen instead, by the same words of the person', async () => {
    await show(started, read, video(OF_JOB), system('completed', OF_JOB));
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(
      MatMenuHarness.with({ triggerText: /下雨/ }),
    );
    await menu.open();
    const items = await menu.getItems();
    expect(await Promise.all(items.map(async (item) => (await item.host()).getAttribute('aria-checked')))).toEqual([
      'true',
      'false',
    ]);
    await items[1]?.click();
    expect(sent.map(({ content, options }) => ({ content, options }))).toEqual([
      { content: PROMPT.content, options: { scene: { ...scene, weather: 'snow' } } },
    ]);
  });

  it('lets go of what is being drawn when another word is chosen', async () => {
    await show(started, read);
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness.with({ triggerText: /猫/ }));
    await menu.open();
    await menu.clickItem({ text: /狗/ });
    expect(socket.cancel).toHaveBeenCalledOnceWith(PROMPT.id);
    expect(sent[0]?.options?.scene?.subjects).toEqual([{ subject: 'dog', count: 2 }]);
  });

  it('draws again with what is added where nothing was said of it', async () => {
    const bare = text({ ...OF_JOB, content: '好呀', append: true, scene: { place: 'park' } });
    const element = await show(started, bare, video(OF_JOB), system('completed', OF_JOB));
    expect(chips(element)).toEqual(['park', '加主体', '加天气']);
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(
      MatMenuHarness.with({ triggerText: /加天气/ }),
    );
    await menu.open();
    await (await menu.getItems())[1]?.click();
    expect(sent[0]?.options?.scene).toEqual({ place: 'park', weather: 'snow' });
  });

  it('says which words are known where one is not, and draws with the one that is clicked', async () => {
    const strange = text({ ...OF_JOB, content: '好呀', append: true, scene: { ...scene, unknown: ['缝纫机'] } });
    expect((await show(started, read)).querySelector('kitten-known-words')).toBeNull();
    const element = await show(started, strange, video(OF_JOB), system('completed', OF_JOB));
    const known = element.querySelector('kitten-known-words')!;
    const named = (name: string) =>
      [...known.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    expect(known.querySelector('ul')?.getAttribute('aria-label')).toBe('会画的主体');
    expect(named('主体')?.getAttribute('aria-pressed')).toBe('true');
    expect(named('狗')?.getAttribute('aria-label')).toBe('狗，照它重画');
    named('天气')?.click();
    await fixture.whenStable();
    // What it has been drawn with already is no other word.
    expect(named('下雨')).toBeUndefined();
    named('下雪')?.click();
    expect(sent[0]?.options?.scene).toEqual({ ...scene, weather: 'snow' });
  });

  it('finds a subject among all that the engine knows', async () => {
    const found = () => document.querySelectorAll<HTMLButtonElement>('kitten-subject-search li button');
    const subjects = { giraffe: { zh: '长颈鹿', en: 'giraffe' }, whale: { zh: '鲸鱼', en: 'whale' } };
    spyOn(globalThis, 'fetch').and.resolveTo(new Response(JSON.stringify(subjects)));
    const profile = { ...BUILT_IN, scene: words, subjects: 'https://kitten.example/api/engines/storyboard/subjects' };
    socket.setWelcome(welcome({ engines: [profile, WAN] }));
    await show(started, read, video(OF_JOB), system('completed', OF_JOB));
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(
      MatMenuHarness.with({ triggerText: /加主体/ }),
    );
    await menu.open();
    const [first] = await menu.getItems();
    expect(await first?.getText()).toContain('搜索全部主体…');
    await first?.click();
    await until(() => found().length === 2);
    const field = document.querySelector<HTMLInputElement>('kitten-subject-search input');
    if (field === null) return fail('no field');
    field.value = "chang'jing";
    field.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await fixture.whenStable();
    expect(found().length).toBe(2);
    field.value = 'gir';
    field.dispatchEvent(new Event('input'));
    await until(() => found().length === 1);
    found()[0]?.click();
    await until(() => sent.length === 1);
    expect(sent[0]?.options?.scene?.subjects?.map(({ subject }) => subject)).toEqual(['cat', 'giraffe']);
  });

  it('shows none of an engine that takes none', async () => {
    socket.setWelcome(welcome({ engines: [BUILT_IN] }));
    expect(chips(await show(started, read))).toEqual([]);
    socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, scene: words }] }));
    expect(chips(await show(started, text(OF_JOB)))).toEqual([]);
  });
});
