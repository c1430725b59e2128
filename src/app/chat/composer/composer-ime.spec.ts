import { TestBed } from '@angular/core/testing';

import { SEND_KEYS, SendKey } from '../../preferences/send-key.ts';
import { ComposerPage } from './testing/composer-page.ts';

type Step =
  | { readonly do: 'start' | 'end' | 'input'; readonly text: string }
  | { readonly do: 'key'; readonly init: KeyboardEventInit };

const start = { do: 'start', text: '' } as const;
const input = (text: string): Step => ({ do: 'input', text });
const end = (text: string): Step => ({ do: 'end', text });
const key = (init: KeyboardEventInit): Step => ({ do: 'key', init });

/** What each browser tells of `ni` typed in pinyin and the first candidate taken with Enter, in its order. */
const ORDERS: Readonly<Record<string, readonly Step[]>> = {
  Chrome: [
    key({ key: 'Process', keyCode: 229 }),
    start,
    input('n'),
    key({ key: 'Process', keyCode: 229, isComposing: true }),
    input('ni'),
    key({ key: 'Process', keyCode: 229, isComposing: true }),
    input('你'),
    end('你'),
  ],
  'Chrome on macOS': [
    key({ key: 'n', keyCode: 229 }),
    start,
    input('n'),
    key({ key: 'i', keyCode: 229, isComposing: true }),
    input('ni'),
    key({ key: 'Enter', keyCode: 229, isComposing: true }),
    input('你'),
    end('你'),
  ],
  Firefox: [
    key({ key: 'Process', keyCode: 229 }),
    start,
    input('n'),
    key({ key: 'Process', keyCode: 229, isComposing: true }),
    input('ni'),
    key({ key: 'Enter', keyCode: 13, isComposing: true }),
    end('你'),
    input('你'),
  ],
  Safari: [
    start,
    input('n'),
    key({ key: 'n', keyCode: 229, isComposing: true }),
    input('ni'),
    key({ key: 'i', keyCode: 229, isComposing: true }),
    // The composition is over before the keydown that ended it.
    input('你'),
    end('你'),
    key({ key: 'Enter', keyCode: 229, isComposing: false }),
  ],
};

describe('Composer, with an input method', () => {
  let page: ComposerPage;

  beforeEach(async () => {
    page = new ComposerPage();
    await page.whenStable();
  });

  afterEach(() => page.leave());

  async function take(step: Step): Promise<void> {
    if (step.do === 'key') {
      await page.press(step.init.key ?? '', step.init);
    } else if (step.do === 'input') {
      page.field.value = step.text;
      page.field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    } else {
      page.field.dispatchEvent(new CompositionEvent(`composition${step.do}`, { data: step.text, bubbles: true }));
    }
    await page.whenStable();
  }

  for (const [browser, steps] of Object.entries(ORDERS)) {
    for (const choice of SEND_KEYS) {
      it(`sends no half word in the order of ${browser}, and the whole one with the next Enter (${choice})`, async () => {
        TestBed.inject(SendKey).choose(choice);
        for (const step of steps) await take(step);
        expect(page.sent).toEqual([]);
        expect(page.field.value).toBe('你');
        await page.press('Enter', { keyCode: 13, ctrlKey: choice !== 'enter' });
        expect(page.sent).toEqual([{ content: '你' }]);
      });
    }

    it(`takes no candidate’s key for a command or an earlier prompt in the order of ${browser}`, async () => {
      await page.write('/');
      await take(start);
      for (const name of ['ArrowDown', 'ArrowUp', 'Escape', 'Tab', 'Enter']) {
        const event = await page.press(name, { keyCode: 229, isComposing: browser !== 'Safari' });
        expect(event.defaultPrevented).withContext(name).toBeFalse();
      }
      expect(page.field.value).toBe('/');
    });

    it(`does not grow in the order of ${browser} before the word is whole`, async () => {
      const low = page.field.offsetHeight;
      await take(start);
      for (const text of ['一', '一\n', '一\n二\n三']) {
        await take(input(text));
        expect(page.field.offsetHeight).toBe(low);
      }
      await take(end('三'));
      expect(page.field.offsetHeight).toBeGreaterThan(low);
    });
  }

  it('takes a half composed word as it is where the button is touched', async () => {
    page.field.focus();
    await take(start);
    await take(input('你hao'));
    await page.click('发送');
    expect(page.sent).toEqual([{ content: '你hao' }]);
    expect(page.field.value).toBe('');
    expect(document.activeElement).toBe(page.field);
  });
});
