import { expect } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';
import { withConfigFile } from '../fixtures/with-config-file.ts';

const CONFIG = {
  engines: [
    { kind: 'instant', id: 'quick', name: '快笔', seconds: [5, 8], images: 0 },
    { kind: 'instant', id: 'fine', name: '工笔', price: { amount: 0.5, currency: 'CNY', per: 'clip' } },
  ],
};

const test = testWithOwnGateway.extend({
  // The file says which engines there are.
  engine: '',
  gatewayEnv: async ({ browserName: _ }, use) => {
    await withConfigFile(CONFIG, (file) => use({ CONFIG_FILE: file }));
  },
});

test(
  'a gateway with two engines makes a clip with the one that was chosen, and again with the other',
  { tag: '@long' },
  async ({ page, gateway }) => {
    const chat = new Chat(page);
    await chat.open();
    await page.getByRole('button', { name: '视频引擎：快笔' }).click();
    await page.getByRole('menuitemradio', { name: /工笔.*¥0\.50\/条/ }).click();
    await chat.ask('一只橘猫');
    await expect(chat.log.getByText('由 工笔 制作')).toBeVisible();
    await gateway.kill();
    await gateway.start();
    await page.reload();
    await chat.expectStatus('已连接');
    await expect(chat.log.getByText('由 工笔 制作')).toBeVisible();
    await page.getByRole('button', { name: '用“快笔”再画一次' }).click();
    await expect(chat.log.getByText('由 快笔 制作')).toBeVisible();
    await expect(chat.clips).toHaveCount(2);
  },
);
