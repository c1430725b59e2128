import { expect, type Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';

// The service worker too has to be let in by the policy.
test.use({ engine: 'instant', serviceWorkers: 'allow' });

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

test('nothing that a person does breaks the policy', async ({ page }) => {
  const heard = await complaints(page);
  const chat = new Chat(page);
  await chat.open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await chat.ask('一只橘猫');
  await expect(chat.video).toBeVisible();
  await chat.video.evaluate((video: HTMLVideoElement) => {
    video.muted = true;
    return video.play();
  });
  for (const path of ['/gallery', '/diagnostics', '/']) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
  }
  await page.evaluate(() => localStorage.setItem('ask-kitten.language', 'en'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(heard).toEqual([]);
});

test('a script that gets into the page is not run', async ({ page, gateway }) => {
  await page.route(gateway.url, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('<body>', '<body><script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">');
    await route.fulfill({ response: answer, body });
  });
  const heard = await complaints(page);
  await page.goto('/');
  await expect(page.getByRole('main')).toBeVisible();
  await expect.poll(() => heard.filter((text) => text.startsWith('script-src')).length).toBe(2);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('texts are not taken for markup, addresses of scripts or code', async ({ page }) => {
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

test('a policy of another name, or a second one of a name, is not made', async ({ page }) => {
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
