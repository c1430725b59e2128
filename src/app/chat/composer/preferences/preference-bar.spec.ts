import { TestBed } from '@angular/core/testing';

import { until } from '../../../../testing/index.ts';
import { Draft } from '../../../drafts/draft.ts';
import { BUILT_IN, WAN } from '../../../engines/testing/engine-profiles.ts';
import { Language } from '../../../language/language.ts';
import { welcome } from '../../../testing/messages.ts';
import { ComposerPage } from '../testing/composer-page.ts';

const SIZES = ['640x360', '1280x720', '360x640', '720x1280', '480x480', '720x720'];

describe('PreferenceBar', () => {
  let page: ComposerPage;

  beforeEach(async () => {
    page = new ComposerPage();
    page.socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, sizes: SIZES }] }));
    await TestBed.inject(Language).loadAll();
    await until(() => page.element.querySelector('kitten-preference-bar') !== null);
    await page.whenStable();
  });

  afterEach(() => page.leave());

  function chips(): readonly (string | null)[] {
    return [...page.element.querySelectorAll('kitten-preference-bar .chip')].map(({ ariaLabel }) => ariaLabel);
  }

  const notes = (): readonly string[] => page.texts('kitten-engine-misfits p');

  async function pick(chip: string, offer: RegExp): Promise<void> {
    const trigger = [...page.element.querySelectorAll<HTMLElement>('kitten-preference-bar .chip')].find(
      ({ ariaLabel }) => ariaLabel?.startsWith(chip),
    );
    trigger?.click();
    const offers = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
    // The menu takes the focus a moment after it is there: nobody picks sooner.
    await until(() => offers().some((each) => each === document.activeElement));
    offers()
      .find(({ textContent }) => offer.test(textContent))
      ?.click();
    await until(() => offers().length === 0);
    await page.whenStable();
  }

  async function send(text: string): Promise<void> {
    await page.write(text);
    await page.press('Enter');
  }

  it('shows what is in force: the engine’s own choice, where it tells', () => {
    expect(chips()).toEqual(['画幅：16:9', '时长：自动', '清晰度：360p', '风格：不限', '数量：1 个']);
    expect(page.texts('kitten-preference-bar .chip')).toEqual(['16:9', '时长', '360p', '风格', '1 个']);
  });

  it('sends what was chosen, for this prompt and those that follow', async () => {
    await pick('画幅', /9:16/);
    await pick('清晰度', /720p/);
    await pick('时长', /8 秒/);
    expect(document.activeElement).toBe(page.field);
    await send('一只猫');
    await send('一只狗');
    const options = { size: '720x1280', seconds: 8 };
    expect(page.sent).toEqual([
      { content: '一只猫', options },
      { content: '一只狗', options },
    ]);
    expect(chips().slice(0, 3)).toEqual(['画幅：9:16', '时长：8 秒', '清晰度：720p']);
    await pick('画幅', /自动/);
    await pick('时长', /自动/);
    await send('一只兔');
    expect(page.sent[2]).toEqual({ content: '一只兔' });
  });

  it('draws each shape as it lies or stands', async () => {
    page.element.querySelector<HTMLElement>('kitten-preference-bar .chip')?.click();
    const shapes = (): readonly Element[] => [...document.querySelectorAll('[role=menuitemradio] .shape')];
    await until(() => shapes().length === 3);
    const ratios = shapes()
      .map((shape) => getComputedStyle(shape))
      .map(({ width, height }) => parseFloat(width) / parseFloat(height));
    expect(ratios[0]).toBeCloseTo(16 / 9, 1);
    expect(ratios[1]).toBeCloseTo(9 / 16, 1);
    expect(ratios[2]).toBe(1);
  });

  it('asks for several at once, as one group, and in a style by its words', async () => {
    await pick('数量', /2 个/);
    await pick('风格', /水墨/);
    await send('一只猫');
    expect(page.sent).toEqual([
      { content: '一只猫，水墨风格', options: { seed: jasmine.any(Number), group: jasmine.any(String) } },
      { content: '一只猫，水墨风格', options: { seed: jasmine.any(Number), group: jasmine.any(String) } },
    ]);
  });

  it('takes the words of a style off a prompt that is changed, though another one is in force by then', async () => {
    await pick('风格', /油画/);
    expect(page.fixture.componentInstance.wordsOf('一只猫，水墨风格')).toBe('一只猫');
    await send('一只狗，水墨风格');
    expect(page.sent).toEqual([{ content: '一只狗，水墨风格' }]);
  });

  it('shows the own options of a prompt, and takes their place when something is chosen', async () => {
    TestBed.inject(Draft).options.set({ size: '480x480', seconds: 3, seed: 7 });
    await page.whenStable();
    expect(chips().slice(0, 3)).toEqual(['画幅：1:1', '时长：3 秒', '清晰度：480p']);
    await pick('时长', /5 秒/);
    await send('一只猫');
    expect(page.sent).toEqual([{ content: '一只猫', options: { size: '480x480', seconds: 5, seed: 7 } }]);
  });

  it('keeps a choice that another engine can’t do, and shows what that one makes of it', async () => {
    await pick('画幅', /9:16/);
    await pick('时长', /10 秒/);
    page.socket.setWelcome(welcome({ engines: [WAN] }));
    await page.whenStable();
    expect(chips()).toEqual(['画幅：9:16', '时长：8 秒', '风格：不限', '数量：1 个']);
    expect(notes()).toEqual(['“通义万相”做不了 10 秒，会改为 8 秒']);
    await send('一只猫');
    expect(page.sent).toEqual([{ content: '一只猫', options: { size: '480x832', seconds: 8 } }]);
  });

  it('says that an engine can’t do the shape that was chosen, and nothing where it can do one like it', async () => {
    await pick('画幅', /1:1/);
    page.socket.setWelcome(welcome({ engines: [WAN] }));
    await page.whenStable();
    expect(notes()).toEqual(['“通义万相”做不了 480×480，会改为 832×480']);
    await pick('画幅', /9:16/);
    expect(notes()).toEqual([]);
    page.socket.setWelcome(welcome({ engines: [{ ...BUILT_IN, sizes: SIZES }] }));
    await page.whenStable();
    expect(chips()[0]).toBe('画幅：9:16');
    expect(notes()).toEqual([]);
  });

  it('says what several cost before they are asked for', async () => {
    page.socket.setWelcome(welcome({ engines: [WAN] }));
    await pick('时长', /5 秒/);
    await pick('数量', /4 个.*12\.00/);
    expect(page.texts('kitten-engine-picker .remark')).toEqual(['约 ¥12.00']);
  });
});
