import { expect, type Locator, type Page } from '@playwright/test';

import { expectNoFindings } from '../fixtures/accessibility.ts';
import { Chat, configure, PATIENT } from '../fixtures/chat.ts';
import { test } from '../fixtures/gateway.ts';
import { storedRecords, storedDraft } from '../fixtures/stored.ts';
import { testWithOwnGateway } from '../fixtures/own-gateway.ts';
import { pictureFile } from '../fixtures/pictures.ts';

const GREEN = pictureFile('green.png', '#2f9e44');

/** Files of a drag or of the clipboard, handed to the page as the browser does. */
async function hand(page: Page, types: readonly string[], file: typeof GREEN): Promise<void> {
  const bytes = file.buffer.toString('base64');
  await page.evaluate(
    ({ bytes, name, mimeType, types }) => {
      const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], name, { type: mimeType }));
      const target = document.querySelector('textarea') ?? document.body;
      for (const type of types) {
        const init = { bubbles: true, cancelable: true };
        const event =
          type === 'paste'
            ? new ClipboardEvent(type, { ...init, clipboardData: data })
            : new DragEvent(type, { ...init, dataTransfer: data });
        target.dispatchEvent(event);
      }
    },
    { bytes, name: file.name, mimeType: file.mimeType, types },
  );
}

function thumbnails(page: Page): Locator {
  return page.getByRole('list', { name: '参考图' }).getByRole('img');
}

async function pick(page: Page, ...files: (typeof GREEN)[]): Promise<void> {
  await page.getByRole('button', { name: '添加' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: '添加参考图…' }).click();
  await (await choosing).setFiles(files);
}

/** How many files of drafts the browser keeps until the server has them. */
async function pendingFiles(page: Page): Promise<number> {
  return (await storedRecords(page, 'ask-kitten-waiting-files', 'files')).length;
}

test.describe('a reference image', () => {
  let chat: Chat;

  test.beforeEach(async ({ page }) => {
    await configure(page, PATIENT);
    chat = new Chat(page);
    await chat.open();
  });

  test('can be dropped or pasted, taken out, and outlives a reload of the draft', async ({ page }) => {
    // What takes files comes with the menu that picks them.
    await expect(page.locator('kitten-drop-target')).toBeAttached();
    await hand(page, ['dragenter', 'dragover'], GREEN);
    await expect(page.getByText('松开即可添加参考图')).toBeVisible();
    await expectNoFindings(page);
    await hand(page, ['drop'], GREEN);
    await expect(page.getByText('松开即可添加参考图')).toBeHidden();
    await hand(page, ['paste'], pictureFile('red.png', '#d03a2a'));
    await expect(thumbnails(page)).toHaveCount(2);
    await page.getByRole('button', { name: '移除参考图 1' }).click();
    await expect(thumbnails(page)).toHaveCount(1);
    await expect(chat.composer).toBeFocused();
    await expect.poll(() => pendingFiles(page)).toBe(0);
    await page.reload();
    await expect(thumbnails(page)).toHaveCount(1);
    await chat.ask('像这样');
    await expect(thumbnails(page)).toHaveCount(0);
    await expect(chat.log).toContainText('reference images: 1');
  });

  test('is not taken where it is none, whatever its name says', { tag: '@long' }, async ({ page }) => {
    await pick(page, {
      name: 'cat.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<!doctype html><script>1</script>'),
    });
    await expect(page.getByRole('alert')).toHaveText('不是 PNG、JPEG 或 WebP 图片');
    await expectNoFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoFindings(page);
    await chat.composer.fill('一只猫');
    await expect(chat.send).toBeDisabled();
    await page.getByRole('button', { name: '移除参考图 1' }).click();
    await chat.send.click();
    await expect(chat.clips).toHaveCount(1);
  });

  testWithOwnGateway('waits for the server, and the words with it', { tag: '@long' }, async ({ page, gateway }) => {
    // What is loaded when there is time has to be there before the server goes.
    await expect(page.getByRole('button', { name: '添加' })).toBeVisible();
    await gateway.kill();
    await expect(chat.status).not.toHaveText('已连接');
    await pick(page, GREEN);
    await expect(page.getByText('连上服务器后自动上传')).toBeVisible();
    await chat.composer.fill('像这样');
    await chat.composer.press('Enter');
    await expect(page.getByText('参考图上传好后才能发送')).toBeVisible();
    await expect(chat.composer).toHaveValue('像这样');
    await gateway.start();
    await expect(page.getByText('连上服务器后自动上传')).toBeHidden();
    await expect(chat.send).toBeEnabled();
    await chat.send.click();
    await expect(chat.log).toContainText('reference images: 1');
  });

  test(
    'waits for the server also over a reload, and is sent with its words',
    { tag: '@long' },
    async ({ page, context }) => {
      const uploads = '**/api/uploads*';
      await expect(page.getByRole('button', { name: '添加' })).toBeVisible();
      await context.route(uploads, (route) => route.abort());
      await pick(page, GREEN);
      await expect(page.getByRole('alert')).toHaveText('没有传上去，连上后会自动重传');
      await chat.composer.fill('像这样');
      await expect.poll(() => pendingFiles(page)).toBe(1);
      await expect.poll(() => storedDraft(page)).toContain('像这样');
      await page.reload();
      await expect(chat.composer).toHaveValue('像这样');
      await expect(thumbnails(page)).toHaveCount(1);
      await expect(chat.send).toBeDisabled();
      await context.unroute(uploads);
      await page.reload();
      await expect(chat.send).toBeEnabled();
      await chat.send.click();
      await expect(chat.log).toContainText('reference images: 1');
      await page.reload();
      await expect(thumbnails(page)).toHaveCount(0);
    },
  );

  test.describe('before an engine that draws', () => {
    testWithOwnGateway.use({ engine: 'storyboard' });

    testWithOwnGateway(
      'gives its colours to the video, which says so, and stands with the prompt, also after a reload',
      { tag: '@long' },
      async ({ page }) => {
        await pick(page, GREEN);
        await expect(thumbnails(page)).toHaveCount(1);
        await expectNoFindings(page);
        await chat.choose('/时长 1');
        await chat.ask('一只猫在草地上');
        await expect(chat.log).toContainText('参考图的主色是绿色');
        await expect(chat.clips).toHaveCount(1);
        const picture = chat.log.getByRole('img', { name: '参考图 1' });
        await expect(picture).toBeVisible();
        await expect(picture).toHaveAttribute('src', /\/media\/[0-9a-f]{32}\.png$/);
        await expectNoFindings(page);
        await page.reload();
        await expect(picture).toBeVisible();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120);
      },
    );
  });
});
