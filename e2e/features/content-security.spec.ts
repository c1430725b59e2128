import { expect, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { pictureFile } from '../fixtures/pictures.ts';
import { expectPlays } from '../fixtures/playing.ts';

// The service worker too has to be let in by the policy.
test.use({ serviceWorkers: 'allow' });

/** Everything that the browser has refused or complained of, as it comes. */
async function complaints(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.exposeFunction('hearViolation', (text: string) => heard.push(text));
  await page.addInitScript(() => {
    const { hearViolation } = window as unknown as { readonly hearViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      hearViolation(`${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  return heard;
}

test('nothing that a person does breaks the policy', { tag: '@long' }, async ({ page }) => {
  const heard = await complaints(page);
  const chat = new Chat(page);
  await chat.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await chat.ask('一只橘猫');
  await expect(chat.video).toBeVisible();
  await expectPlays(chat.video);
  for (const path of ['/gallery', '/diagnostics', '/']) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
  }
  await page.evaluate(() => localStorage.setItem('ask-kitten.language', 'en'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(heard).toEqual([]);
  await expectNoFindings(page);
});

test('nor do a reference image, the viewer, an export and a search', { tag: '@long' }, async ({ page }) => {
  const heard = await complaints(page);
  const chat = new Chat(page);
  await chat.open();
  await page.locator('input[type=file]').setInputFiles([pictureFile('green.png', '#2f9e44')]);
  await expect(page.getByRole('list', { name: '参考图' }).getByRole('img')).toHaveCount(1);
  await chat.ask('一只橘猫');
  await expect(chat.log.getByRole('img', { name: '参考图 1' })).toBeVisible();
  await expect(chat.log).toContainText('已完成');
  for (const format of ['导出为 Markdown', '导出为 JSON', '连同媒体导出为 ZIP']) {
    await chat.openSidePanel();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '“一只橘猫”的更多操作' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    expect(await (await download).failure()).toBeNull();
  }
  await chat.openSidePanel();
  await page.getByRole('searchbox', { name: '搜索聊天记录' }).fill('橘猫');
  await expect(page.getByRole('navigation', { name: '会话' }).locator('mark').first()).toHaveText('橘猫');
  await chat.goTo('作品');
  await page.getByRole('button', { name: '播放：一只橘猫' }).click();
  const viewer = page.getByRole('dialog', { name: '查看大图' });
  await expect(viewer.locator('video')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  expect(heard).toEqual([]);
  await expectNoFindings(page);
});

test('nor do the settings and the diagnostics', { tag: '@long' }, async ({ page }) => {
  const heard = await complaints(page);
  await new Chat(page).open('/settings');
  await page.getByRole('radio', { name: '深色' }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await page.getByRole('radio', { name: '中文' }).click();
  await page.getByRole('link', { name: '打开诊断' }).click();
  await expect(page.getByRole('status').filter({ hasText: '一切正常' })).toBeVisible();
  await expect(page.getByRole('img', { name: /最近 \d+ 次往返/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 JSON' }).click();
  expect(await (await download).failure()).toBeNull();
  expect(heard).toEqual([]);
  await expectNoFindings(page);
});

test('a script that gets into the page is not run', async ({ page, gateway }) => {
  await page.route(gateway.url, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      '<body>',
      '<body><script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">',
    );
    await route.fulfill({ response: answer, body });
  });
  const heard = await complaints(page);
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect.poll(() => heard.filter((text) => text.startsWith('script-src')).length).toBe(2);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('texts are not taken for markup, addresses of scripts or code', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).open();
  const outcomes = await page.evaluate(async () => {
    // What a test calls itself may do more than the page: after a turn it is the page that acts.
    await new Promise((resolve) => setTimeout(resolve));
    const attempts: readonly (() => unknown)[] = [
      () => (document.body.innerHTML = '<img src=x onerror="window.pwned = 1">'),
      () => (document.createElement('script').src = '/main.js'),
      () => (document.createElement('script').text = 'window.pwned = 1'),
      () => document.body.setAttribute('onclick', 'window.pwned = 1'),
      () => navigator.serviceWorker.register('/ngsw-worker.js'),
      () => (0, eval)('window.pwned = 1') as unknown,
    ];
    const names: string[] = [];
    for (const attempt of attempts) {
      try {
        await attempt();
        names.push('done');
      } catch (error) {
        names.push((error as Error).name);
      }
    }
    return { names, isPwned: 'pwned' in window };
  });
  expect(outcomes.isPwned).toBe(false);
  expect(outcomes.names).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'EvalError']);
});

test('a policy of another name, or a second one of a name, is not made', { tag: '@long' }, async ({ page }) => {
  await new Chat(page).open();
  const made = await page.evaluate(() => {
    interface Factory {
      createPolicy(name: string, rules: object): unknown;
    }
    const { trustedTypes } = window as unknown as { readonly trustedTypes: Factory };
    return ['default', 'mine', 'kitten-worker'].filter((name) => {
      try {
        trustedTypes.createPolicy(name, {});
        return true;
      } catch {
        return false;
      }
    });
  });
  expect(made).toEqual([]);
});
