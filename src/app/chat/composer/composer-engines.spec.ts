import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatMenuHarness } from '@angular/material/menu/testing';

import { until } from '../../../testing/index.ts';
import { Draft } from '../../drafts/draft.ts';
import { LOCAL, BUILT_IN, WAN } from '../../engines/testing/engine-profiles.ts';
import { welcome } from '../../testing/messages.ts';
import { ComposerPage, picture, uploaded } from './testing/composer-page.ts';

describe('Composer, with a choice of engines', () => {
  let page: ComposerPage;

  beforeEach(() => {
    page = new ComposerPage();
  });

  afterEach(() => page.leave());

  const greet = (...engines: readonly (typeof WAN)[]): void =>
    page.socket.setWelcome(welcome({ features: ['uploads'], engines }));
  const chips = () => page.texts('kitten-option-chips li');
  const notes = () => page.texts('kitten-engine-misfits p');
  const trigger = () => page.element.querySelector<HTMLElement>('kitten-engine-picker button');

  async function open(): Promise<MatMenuHarness> {
    await until(() => trigger() !== null);
    const loader = TestbedHarnessEnvironment.loader(page.fixture);
    const menu = await loader.getHarness(MatMenuHarness.with({ ancestor: 'kitten-engine-picker' }));
    await menu.open();
    return menu;
  }

  async function choose(name: string): Promise<void> {
    await (await open()).clickItem({ text: new RegExp(name) });
    await page.whenStable();
  }

  async function send(text = '一只猫'): Promise<object | undefined> {
    await page.write(text);
    await page.press('Enter');
    return page.sent.at(-1);
  }

  it('has nothing to choose with one engine, and names none', async () => {
    greet(BUILT_IN);
    await page.whenStable();
    expect(page.element.querySelector('kitten-engine-picker')).toBeNull();
    expect(page.texts('kitten-built-in-engine-note')).toEqual(['当前由内置引擎按规则绘制，并非 AI 模型']);
    expect(await send()).toEqual({ content: '一只猫' });
  });

  it('says before what a clip costs, also where there is one engine', async () => {
    greet(WAN);
    await until(() => trigger() !== null);
    expect(page.element.querySelector('kitten-engine-picker')?.textContent).toMatch(/¥\d/);
    expect(page.element.querySelector('kitten-built-in-engine-note')).toBeNull();
  });

  it('offers each with what it can do, and begins with the server’s first', async () => {
    greet(BUILT_IN, WAN);
    const items = await (await open()).getItems();
    expect(await Promise.all(items.map((item) => item.getText()))).toEqual([
      jasmine.stringMatching(/内置引擎.*并非 AI 模型.*1–10 秒/s),
      jasmine.stringMatching(/通义万相.*wan2\.6-t2v.*5 或 8 秒.*¥0\.60\/秒/s),
    ]);
    expect(trigger()?.ariaLabel).toBe('视频引擎：内置引擎');
    expect(page.texts('.remark')).toEqual(['按规则画的草图，并非 AI 模型']);
    expect(await send()).toEqual({ content: '一只猫', options: { engine: 'storyboard' } });
  });

  it('sends to the one that was chosen, remembers it, and gives the focus to the field', async () => {
    greet(BUILT_IN, WAN);
    await choose('通义万相');
    expect(document.activeElement).toBe(page.field);
    expect(await send()).toEqual({ content: '一只猫', options: { engine: 'wan' } });
    expect(localStorage.getItem('ask-kitten.engine')).toBe('wan');
    expect(trigger()?.ariaLabel).toBe('视频引擎：通义万相');
  });

  it('offers only the lengths and sizes of the engine, and no seed where it knows none', async () => {
    greet(BUILT_IN, WAN);
    await choose('通义万相');
    await page.write('/');
    expect(page.texts('[role=option] .label')).toEqual(['/时长', '/画幅']);
    await page.write('/时长 ');
    expect(page.texts('[role=option] .label')).toEqual(['5 秒', '8 秒']);
    await page.write('/画幅 ');
    expect(page.texts('[role=option] .label')).toEqual(['832×480', '480×832']);
    expect(page.texts('[role=option] .detail')).toEqual(['16:9', '9:16']);
    await page.write('/时长 6');
    await page.press('Enter');
    expect(page.texts('#composer-note')).toEqual(['时长只能是 5 或 8 秒，已改为 5 秒']);
    await page.write('/seed 7');
    expect(page.texts('.hint')).toEqual(['这个引擎不用种子']);
  });

  it('shows what the clip is going to cost', async () => {
    greet(BUILT_IN, WAN);
    await choose('通义万相');
    expect(page.texts('.remark')).toEqual(['¥0.60/秒']);
    await page.write('/时长 8');
    await page.press('Enter');
    expect(page.texts('.remark')).toEqual(['约 ¥4.80']);
    // A bot may make several clips of it, and says how many only then.
    page.socket.setWelcome(welcome({ features: ['talk'], engines: [BUILT_IN, WAN] }));
    await page.whenStable();
    expect(page.texts('.remark')).toEqual(['每条约 ¥4.80']);
  });

  it('says what an engine can’t do of the draft before it is sent, and sends the nearest', async () => {
    greet(BUILT_IN, WAN);
    for (const command of ['/时长 10', '/画幅 1:1', '/种子 7']) {
      await page.write(command);
      await page.press('Enter');
    }
    expect(notes()).toEqual([]);
    await choose('通义万相');
    expect(chips()).toEqual(['时长 8 秒', '画幅 16:9 · 480p', '种子 7']);
    expect(page.texts('.dropped')).toEqual(['种子 7']);
    expect(notes()).toEqual([
      '“通义万相”做不了 10 秒，会改为 8 秒',
      '“通义万相”做不了 480×480，会改为 832×480',
      '“通义万相”不用种子，这次不会带上',
    ]);
    await choose('内置引擎');
    expect([chips(), notes()]).toEqual([['时长 10 秒', '画幅 1:1 · 480p', '种子 7'], []]);
    await choose('通义万相');
    expect(await send()).toEqual({ content: '一只猫', options: { seconds: 8, size: '832x480', engine: 'wan' } });
  });

  it('does not send reference images to an engine that takes none, or fewer', async () => {
    greet(BUILT_IN, WAN, LOCAL);
    await page.pickFiles(picture('1.png'), picture('2.png'));
    for (const [index, upload] of page.uploads.entries()) upload.states.next(uploaded(`/media/${index}.png`));
    await choose('通义万相');
    expect(notes()).toEqual(['“通义万相”不用参考图，请先移除，或换一个引擎']);
    expect(await send()).toBeUndefined();
    await choose('Wan 2.2 5B');
    expect(notes()).toEqual(['“Wan 2.2 5B”最多用 1 张参考图，请移除多出的，或换一个引擎']);
    await page.click('移除参考图 1');
    expect(notes()).toEqual([]);
    expect(await send()).toEqual({ content: '一只猫', options: { engine: 'local' }, attachments: ['/media/1.png'] });
  });

  it('says that the chosen engine is gone after a reconnect, and which one takes its place', async () => {
    greet(BUILT_IN, WAN);
    await choose('通义万相');
    greet(BUILT_IN, LOCAL);
    await page.whenStable();
    expect(notes()).toEqual(['之前选的引擎“通义万相”已不在这台服务器上，将由“内置引擎”来做']);
    greet(BUILT_IN);
    await page.whenStable();
    expect(notes().length).toBe(1);
    greet(BUILT_IN, WAN);
    await page.whenStable();
    expect([notes(), trigger()?.ariaLabel]).toEqual([[], '视频引擎：通义万相']);
  });

  it('says so of an engine that is remembered, or comes with a prompt', async () => {
    localStorage.setItem('ask-kitten.engine', 'gone');
    page.leave();
    TestBed.resetTestingModule();
    page = new ComposerPage();
    greet(BUILT_IN);
    TestBed.inject(Draft).fillFrom({ content: '一只猫', options: { engine: 'sora', seconds: 5 } });
    await page.whenStable();
    await until(() => notes().length > 0 && chips().length > 0);
    expect(notes()).toEqual(['之前选的引擎“sora”已不在这台服务器上，将由“内置引擎”来做']);
    expect(chips()).toEqual(['时长 5 秒']);
    expect(await send()).toEqual({ content: '一只猫', options: { seconds: 5 } });
  });

  it('makes a prompt that is brought back with its engine, until another one is chosen', async () => {
    greet(BUILT_IN, WAN);
    TestBed.inject(Draft).fillFrom({ content: '一只猫', options: { engine: 'wan' } });
    await until(() => trigger()?.ariaLabel === '视频引擎：通义万相');
    await choose('内置引擎');
    expect(await send()).toEqual({ content: '一只猫', options: { engine: 'storyboard' } });
  });

  it('sends the wish as it is before the server has said what it has', async () => {
    page.socket.setWelcome(null);
    TestBed.inject(Draft).fillFrom({ content: '一只猫', options: { engine: 'wan', seconds: 60 } });
    await page.whenStable();
    expect(await send()).toEqual({ content: '一只猫', options: { engine: 'wan', seconds: 60 } });
  });
});
