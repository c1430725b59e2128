import { videoModelIn } from './load-provider.ts';

const settings = { apiKey: 'sk-1', apiToken: 'sk-1', fetch };

describe('videoModelIn', () => {
  it('makes the model with the first maker that has video models', () => {
    const model = { doStart: () => undefined };
    const createText = () => ({ languageModel: () => model });
    const createVideo = jasmine.createSpy().and.returnValue({ videoModel: () => model });
    expect(videoModelIn({ createText, createVideo }, '@ai-sdk/some', 'clip-1', settings)).toBe(model as never);
    expect(createVideo).toHaveBeenCalledOnceWith(settings);
  });

  it('refuses a model that has to be waited for in one request', () => {
    const createSome = () => ({ video: () => ({ doGenerate: () => undefined }) });
    expect(() => videoModelIn({ createSome }, '@ai-sdk/some', 'clip-1', settings)).toThrowError(
      /^This version of @ai-sdk\/some can’t begin a video.*npm install @ai-sdk\/some@latest, with Node\.js 22/,
    );
  });

  it('refuses a package without video models', () => {
    const createSome = () => ({});
    expect(() => videoModelIn({ createSome }, '@ai-sdk/some', 'clip-1', settings)).toThrowError(
      '@ai-sdk/some has no video models: choose another provider for clip-1.',
    );
  });
});
