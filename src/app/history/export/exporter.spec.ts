import { TestBed } from '@angular/core/testing';

import { MemoryMediaStore } from '../../media-cache/testing/memory-media-store.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { image, text, video } from '../../testing/messages.ts';
import { HISTORY_STORE } from '../store/history-token.ts';
import type { NewEvent } from '../store/records.ts';
import type { ServerMessage } from '../../../services/index.ts';
import { SAVE_FILE } from '../../saving/save-file.ts';
import { Exporter, type ExportFormat } from './exporter.ts';

function received(message: ServerMessage): NewEvent {
  return { id: message.id, conversationId: 'c', event: { kind: 'received', message: { ...message, replyTo: 'p' } } };
}

describe('Exporter', () => {
  const files: File[] = [];

  beforeEach(async () => {
    files.length = 0;
    const saveFile = { provide: SAVE_FILE, useValue: (file: File) => files.push(file) };
    TestBed.configureTestingModule({ providers: [provideMemoryMediaCache(), saveFile] });
    const store = TestBed.inject(HISTORY_STORE);
    await store.addPrompt({
      id: 'p',
      conversationId: 'c',
      at: 1,
      prompt: { type: 'text', id: 'p', content: '一只猫\n# 两行' },
    });
    await store.append([
      received(text({ content: '**好的**' })),
      received(
        video({
          name: '橘猫.mp4',
          url: 'https://127.0.0.1:1/clip.mp4',
          madeWith: { id: 'wan', name: '通义万相', isModel: true, model: 'wan2.6-t2v' },
        }),
      ),
      received(image({ body: new Uint8Array([1, 2, 3]), mimeType: 'image/png' })),
    ]);
  });

  async function exported(format: ExportFormat): Promise<{ readonly name: string; readonly content: string }> {
    const [conversation] = await TestBed.inject(HISTORY_STORE).conversations();
    await TestBed.inject(Exporter).export({ id: 'c', createdAt: 1, changedAt: 1, ...conversation }, format);
    const [file] = files;
    return { name: file?.name ?? '', content: (await file?.text()) ?? '' };
  }

  it('writes Markdown, with what was asked as it was written', async () => {
    const { name, content } = await exported('markdown');
    expect(name).toBe('一只猫 # 两行.md');
    expect(content).toContain('> 一只猫\n> # 两行');
    expect(content).toContain('**好的**');
    expect(content).toContain('[橘猫.mp4](<https://127.0.0.1:1/clip.mp4>)\n\n由 通义万相 · wan2.6-t2v 制作\n');
    expect(content).toContain('图片：文件已无法取得');
  });

  it('takes a clip whose link has expired from the media cache', async () => {
    await TestBed.inject(MemoryMediaStore).save('https://127.0.0.1:1/clip.mp4', new Blob(['stored bytes']), 1);
    const { content } = await exported('zip');
    expect(content).toContain('[橘猫.mp4](<media/001 橘猫.mp4>)');
    expect(content).toContain('stored bytes');
  });

  describe('of prompts with reference images and options', () => {
    const [there, gone] = ['data:image/png;base64,AQID', 'https://127.0.0.1:1/gone.png'];

    beforeEach(async () => {
      const prompt = { type: 'text', content: '像这样', attachments: [there, gone] } as const;
      const options = { seconds: 5, size: '640x360', seed: 42 };
      const store = TestBed.inject(HISTORY_STORE);
      await store.addPrompt({ id: 'q', conversationId: 'c', at: 2, prompt: { ...prompt, id: 'q', options } });
      await store.addPrompt({ id: 'r', conversationId: 'c', at: 3, prompt: { ...prompt, id: 'r' } });
    });

    it('names them in the Markdown', async () => {
      const { content } = await exported('markdown');
      const references = `![参考图 1](<${there}>)\n\n![参考图 2](<${gone}>)\n\n`;
      expect(content).toContain(`> 像这样\n\n${references}时长 5 秒 · 画幅 640×360 · 种子 42\n`);
    });

    it('puts each image that can be had into the archive once', async () => {
      const { content } = await exported('zip');
      expect(content).toContain('media/002 reference.png');
      expect(content).not.toContain('media/003');
      expect(content.match(/!\[参考图 1\]\(<media\/002 reference\.png>\)/g)?.length).toBe(2);
      expect(content).toContain('> 参考图 2：文件已无法取得');
    });
  });

  it('writes JSON with everything that is stored', async () => {
    const { name, content } = await exported('json');
    expect(name).toBe('一只猫 # 两行.json');
    const document = JSON.parse(content) as {
      prompts: { content: string }[];
      messages: { body?: string; type: string }[];
    };
    expect(document.prompts.map((prompt) => prompt.content)).toEqual(['一只猫\n# 两行']);
    expect(document.messages.map(({ type, body }) => [type, body])).toEqual([
      ['text', undefined],
      ['video', undefined],
      ['image', 'AQID'],
    ]);
  });

  it('puts the media that can be had into an archive, and says which can not', async () => {
    const { name, content } = await exported('zip');
    expect(name).toBe('一只猫 # 两行.zip');
    expect(content).toContain('media/001 image.png');
    expect(content).toContain('橘猫.mp4：文件已无法取得');
    expect(content).toContain('](<media/001 image.png>)');
  });
});
