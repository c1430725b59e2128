import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test as base, expect, type Page } from '@playwright/test';

import { openAccessKey } from '../../src/server/access/access-key.ts';
import { Passes } from '../../src/server/access/passes.ts';
import { expectNoFindingsInEitherTheme } from '../fixtures/accessibility.ts';
import { Chat } from '../fixtures/chat.ts';
import { GatewayProcess } from '../fixtures/gateway-process.ts';

const MAIN = fileURLToPath(new URL('../../src/server/cli/main.ts', import.meta.url));
const PASSWORD = '一只橘猫在窗台上';

interface Fixtures {
  /** A gateway that asks for a password. */
  readonly gateway: GatewayProcess;
  readonly dataDir: string;
}

const test = base.extend<Fixtures>({
  dataDir: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  gateway: async ({ dataDir }, use) => {
    const gateway = new GatewayProcess({
      ENGINE: 'instant',
      DATA_DIR: dataDir,
      ACCESS: 'password',
      ACCESS_PASSWORD: PASSWORD,
    });
    await gateway.start();
    await use(gateway);
    await gateway.kill();
  },
  baseURL: async ({ gateway }, use) => {
    await use(gateway.url);
  },
});

/** The page that asks, as a person finds it. */
class AccessPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async expectAsked(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '请输入密码' })).toBeVisible();
    await expect(this.page.getByLabel('密码', { exact: true })).toBeFocused();
  }

  async expectGone(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: '请输入密码' })).toHaveCount(0);
  }

  async enter(password: string): Promise<void> {
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '进入' }).click();
  }
}

test('asks for the password once: a wrong one, the right one, a reload, a new user code', async ({ page }) => {
  const [access, chat] = [new AccessPage(page), new Chat(page)];
  await page.goto('/');
  await access.expectAsked();
  await access.enter('一只狗在窗台上');
  await expect(page.getByText('密码不对，请再试一次。')).toBeVisible();
  await access.enter(PASSWORD);
  await chat.expectStatus('已连接');
  await access.expectGone();
  await chat.ask('一只猫');
  await expect(chat.video).toHaveCount(1);
  await page.reload();
  await chat.expectStatus('已连接');
  const code = await chat.userCode();
  await chat.refreshCode();
  await expect.poll(() => chat.userCode()).not.toBe(code);
  await chat.expectStatus('已连接');
  await access.expectGone();
});

test(
  'leads to what a link was meant for, and is put off by who wants to look first',
  { tag: '@long' },
  async ({ page }) => {
    const [access, chat] = [new AccessPage(page), new Chat(page)];
    await page.goto('/gallery');
    await access.expectAsked();
    await page.getByRole('button', { name: '先看看这台设备上已有的内容' }).click();
    await access.expectGone();
    await expect(page.getByRole('heading', { name: '作品' })).toBeVisible();
    await page.getByRole('button', { name: '输入密码' }).click();
    await access.enter(PASSWORD);
    await chat.expectStatus('已连接');
    await expect(page).toHaveURL(/\/gallery$/);
  },
);

test('a pass that ends closes the socket, and the page asks again', { tag: '@long' }, async ({ page, dataDir }) => {
  const [access, chat] = [new AccessPage(page), new Chat(page)];
  await page.goto('/');
  await access.expectAsked();
  // On a busy machine one may end before the page has connected by it: a longer one then.
  let lastsMs = 3_000;
  await expect(async () => {
    lastsMs *= 2;
    // A cookie goes with its pass; here it stays, as with a clock that goes wrong.
    const { value } = new Passes(openAccessKey(dataDir)).issue(lastsMs);
    await page.evaluate(
      (pass) => fetch('/api/access', { method: 'POST', headers: { 'content-type': 'application/json' }, body: pass }),
      JSON.stringify({ pass: value }),
    );
    await page.reload();
    await chat.expectStatus('已连接', lastsMs);
  }).toPass();
  await access.expectAsked();
  await access.enter(PASSWORD);
  await chat.expectStatus('已连接');
});

test('an invitation lets in by its link, which does not stay in the address', async ({ page, dataDir, gateway }) => {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'admin', 'invite', '--days', '1'], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  const [, hash = ''] = /#(pass=\S+)/.exec(stdout) ?? [];
  const chat = new Chat(page);
  // Before it is refused without a pass, a socket is open for a moment too.
  const admitted = page.waitForResponse((response) => response.url().endsWith('/api/access') && response.ok());
  await page.goto(`/#${hash}`);
  await admitted;
  await chat.expectStatus('已连接');
  await expect(page).not.toHaveURL(/pass/);
  await page.context().clearCookies();
  await page.goto(`${gateway.url}/?again#${hash.slice(0, -2)}xx`);
  await expect(page.getByText('这个邀请链接已失效')).toBeVisible();
});

test(
  'the page that asks has no findings, in the light and the dark',
  { tag: ['@long', '@both-widths'] },
  async ({ page }) => {
    await page.goto('/');
    await new AccessPage(page).expectAsked();
    await expectNoFindingsInEitherTheme(page);
  },
);
