import { TestBed } from '@angular/core/testing';

import { UploadFailed, WebSocketStatus } from '../../../services/index.ts';
import { welcome } from '../../testing/messages.ts';
import { until } from '../../../testing/index.ts';
import { Draft } from '../../drafts/draft.ts';
import { ComposerPage, picture, transfer, uploaded } from './testing/composer-page.ts';

const URLS = ['https://kitten.example/media/1.png', 'https://kitten.example/media/2.png'] as const;

describe('Composer, with reference images', () => {
  let page: ComposerPage;

  beforeEach(async () => {
    page = new ComposerPage();
    await page.whenStable();
  });

  afterEach(() => page.leave());

  const notes = () => page.texts('kitten-reference-list .text');
  const pictures = () => [...page.element.querySelectorAll<HTMLImageElement>('kitten-reference-list img')];
  const over = (type: string, data: DataTransfer): DragEvent =>
    new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });

  async function finish(index: number): Promise<void> {
    page.uploads[index]!.states.next(uploaded(URLS[index]!));
    await page.whenStable();
  }

  it('uploads what is picked, shows how far it is, and sends it with the words', async () => {
    await page.pickFiles(picture(), picture('dog.png'));
    expect(page.uploads.length).toBe(2);
    page.uploads[0]!.states.next({ kind: 'progress', share: 0.4 });
    await page.whenStable();
    expect(notes()).toEqual(['正在上传，40%', '正在上传，0%']);
    await page.write('像这样的猫');
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    expect(page.texts('#composer-note')).toEqual(['参考图上传好后才能发送']);
    await finish(0);
    await finish(1);
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '像这样的猫', attachments: [...URLS] }]);
    expect(pictures()).toEqual([]);
  });

  it('shows the picture of this machine, also after it has arrived', async () => {
    await page.pickFiles(picture());
    const [before] = pictures();
    expect(before?.src).toMatch(/^blob:/);
    expect(before?.alt).toBe('参考图 1');
    const { src } = before!;
    await finish(0);
    expect(pictures().map((image) => image.src)).toEqual([src]);
  });

  it('takes one out whose upload ends while the button is pressed', async () => {
    await page.pickFiles(picture(), picture('dog.png'));
    const [, remove] = page.element.querySelectorAll<HTMLButtonElement>('kitten-reference-list .remove');
    page.uploads[1]!.states.next(uploaded(URLS[1]));
    remove!.click();
    await page.whenStable();
    expect(pictures().length).toBe(1);
    await page.write('一只猫');
    await finish(0);
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '一只猫', attachments: [URLS[0]] }]);
  });

  it('keeps the button of one while its upload ends, in whichever order', async () => {
    await page.pickFiles(picture(), picture('dog.png'));
    const buttons = () => [...page.element.querySelectorAll<HTMLButtonElement>('kitten-reference-list .remove')];
    const [first, second] = buttons();
    await finish(1);
    await finish(0);
    expect(new Set(buttons())).toEqual(new Set([first, second]));
  });

  it('takes what is dropped onto the page, and shows where', async () => {
    const data = transfer(picture());
    const enter = over('dragenter', data);
    document.body.dispatchEvent(enter);
    await page.whenStable();
    expect(page.texts('.target strong')).toEqual(['松开即可添加参考图']);
    const drop = over('drop', data);
    document.body.dispatchEvent(drop);
    await page.whenStable();
    expect([enter.defaultPrevented, drop.defaultPrevented]).toEqual([true, true]);
    expect(page.element.querySelector('.target')).toBeNull();
    expect(page.uploads.length).toBe(1);
  });

  it('leaves a text that is dragged alone, and ends with a drag that leaves the page', async () => {
    const text = over('dragover', transfer('一只猫'));
    document.body.dispatchEvent(text);
    expect(text.defaultPrevented).toBeFalse();
    const data = transfer(picture());
    document.body.dispatchEvent(over('dragenter', data));
    page.field.dispatchEvent(over('dragenter', data));
    document.body.dispatchEvent(over('dragleave', data));
    page.field.dispatchEvent(over('dragleave', data));
    await page.whenStable();
    expect(page.element.querySelector('.target')).toBeNull();
  });

  it('takes a picture that is pasted, and leaves a text that comes with its picture a text', async () => {
    const paste = (data: DataTransfer): ClipboardEvent =>
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    const document = paste(transfer('一只猫', picture()));
    page.field.dispatchEvent(document);
    expect(document.defaultPrevented).toBeFalse();
    expect(page.uploads.length).toBe(0);
    const shot = paste(transfer(picture()));
    page.field.dispatchEvent(shot);
    await page.whenStable();
    expect(shot.defaultPrevented).toBeTrue();
    expect(page.uploads.length).toBe(1);
  });

  it('says why one was not taken, and sends nothing while it is there', async () => {
    await page.pickFiles(picture());
    page.uploads[0]!.states.error(new UploadFailed('type'));
    await page.whenStable();
    expect(notes()).toEqual(['不是 PNG、JPEG 或 WebP 图片']);
    await page.write('一只猫');
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    await page.click('移除参考图 1');
    expect(document.activeElement).toBe(page.field);
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '一只猫' }]);
  });

  it('says when the server may take it, where the server says so', async () => {
    await page.pickFiles(picture());
    page.uploads[0]!.states.error(new UploadFailed('busy', 29_000));
    await page.whenStable();
    expect(notes()).toEqual(['上传得太快，29 秒后可以重试']);
    await page.click('重试参考图 1');
    page.uploads[1]!.states.error(new UploadFailed('no-room', 3_600_000));
    await page.whenStable();
    expect(notes()).toEqual(['服务器没有空间了，60 分钟后可以重试']);
  });

  it('tries again by hand, and by itself when the server is back', async () => {
    await page.pickFiles(picture());
    page.uploads[0]!.states.error(new UploadFailed('busy'));
    await page.whenStable();
    await page.click('重试参考图 1');
    expect(page.uploads.length).toBe(2);
    page.uploads[1]!.states.error(new UploadFailed('network'));
    page.socket.setConnection({ status: WebSocketStatus.RECONNECTING });
    page.socket.setConnection({ status: WebSocketStatus.CONNECTED });
    await page.whenStable();
    expect(page.uploads.length).toBe(3);
  });

  it('waits without a connection, and keeps the words', async () => {
    page.socket.setConnection({ status: WebSocketStatus.RECONNECTING });
    await page.pickFiles(picture());
    await page.write('一只猫');
    await page.press('Enter');
    expect([page.uploads.length, page.sent.length]).toEqual([0, 0]);
    expect(notes()).toEqual(['连上服务器后自动上传']);
    expect(page.field.value).toBe('一只猫');
    page.socket.setConnection({ status: WebSocketStatus.CONNECTED });
    await finish(0);
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '一只猫', attachments: [URLS[0]] }]);
  });

  it('says that one has to be added again that the browser has not kept, and sends nothing until it is out', async () => {
    TestBed.inject(Draft).waiting.set(['never kept']);
    await page.write('像这样');
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    await until(() => notes().includes('这张图片没能在此浏览器中留住，请重新添加'));
    await page.press('Enter');
    expect(page.sent).toEqual([]);
    await page.click('移除参考图 1');
    await page.press('Enter');
    expect(page.sent).toEqual([{ content: '像这样' }]);
  });

  it('ends an upload that nobody wants any more, and lets its picture go', async () => {
    const revoke = spyOn(URL, 'revokeObjectURL').and.callThrough();
    await page.pickFiles(picture());
    await page.click('移除参考图 1');
    expect(page.uploads[0]!.isEnded).toBeTrue();
    expect(revoke).toHaveBeenCalledTimes(1);
  });

  it('says of a photo that this browser cannot read how it can be sent', async () => {
    await page.pickFiles(new File(['ftypheic'], 'IMG_1.HEIC', { type: 'image/heic' }));
    await until(() => notes().some((note) => note.includes('HEIC')));
    expect(page.uploads.length).toBe(0);
    await page.click('移除参考图 1');
    expect(notes()).toEqual([]);
  });

  it('says that a folder is one, and takes the files beside it', async () => {
    const data = transfer(picture('a.png'), picture('folder'));
    const entry = { isDirectory: true } as FileSystemEntry;
    const [file, folder] = [...data.items] as [DataTransferItem, DataTransferItem];
    spyOn(folder, 'webkitGetAsEntry').and.returnValue(entry);
    spyOnProperty(data, 'items').and.returnValue([file, folder] as unknown as DataTransferItemList);
    document.body.dispatchEvent(over('drop', data));
    await page.whenStable();
    expect(page.uploads.length).toBe(1);
    expect(page.texts('#composer-note')).toEqual(['这是文件夹。请放入图片文件']);
  });

  it('takes as many as a message may have', async () => {
    await page.pickFiles(...Array.from({ length: 10 }, (_, index) => picture(`${index}.png`)));
    expect(page.uploads.length).toBe(8);
    expect(page.texts('#composer-note')).toEqual(['一条消息最多带 8 张参考图']);
  });

  it('offers none where the server takes none, and does not lose the page to a dropped file', async () => {
    page.socket.setWelcome(welcome());
    await page.click('添加');
    expect([...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent)).not.toContain(
      '添加参考图…',
    );
    document.querySelector<HTMLElement>('.cdk-overlay-backdrop')?.click();
    document.body.dispatchEvent(over('dragenter', transfer(picture())));
    await page.whenStable();
    expect(page.texts('.target strong')).toEqual(['这台服务器不接收参考图']);
    const drop = over('drop', transfer(picture()));
    document.body.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBeTrue();
    expect(page.uploads.length).toBe(0);
  });
});
