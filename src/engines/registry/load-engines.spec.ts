import { json, VideosServer } from '../openai-videos/testing/videos-server.ts';
import { eventsOf } from '../testing/video-engine-contract.ts';
import { loadEngines } from './load-engines.ts';

describe('loadEngines', () => {
  it('tells of everything that can’t be loaded at once', async () => {
    const loading = loadEngines([
      { id: 'one', config: { kind: 'ai-sdk', model: 'nobody/model' }, key: undefined, folder: '.' },
      { id: 'two', config: { kind: 'instant' }, key: undefined, folder: '.' },
      {
        id: 'three',
        config: { kind: 'comfyui', url: 'http://a', workflow: 'none.json' },
        key: undefined,
        folder: '/nowhere',
      },
    ]);
    await expectAsync(loading).toBeRejectedWithError(
      'The engine "one": An engine needs the package @ai-sdk/nobody, which is not installed: npm install @ai-sdk/nobody\n' +
        'The engine "three": The workflow /nowhere/none.json can\'t be read.',
    );
  });

  it('keeps the keys of all engines to itself, and those that packages read themselves', async () => {
    const said = 'other key: sk-of-another-engine; own: r8-of-a-package';
    const server = await VideosServer.start({ faults: { start: () => ({ answer: json(400, { detail: said }) }) } });
    const engines = await loadEngines(
      [
        { id: 'one', config: { kind: 'openai-videos', url: server.url }, key: undefined, folder: '.' },
        {
          id: 'two',
          config: { kind: 'openai-videos', url: server.url },
          key: 'sk-of-another-engine',
          folder: '.',
        },
      ],
      { REPLICATE_API_TOKEN: 'r8-of-a-package' },
    );
    const request = { jobId: crypto.randomUUID(), prompt: '一只橘猫' };
    const running = eventsOf(engines.default.engine, request);
    await expectAsync(running).toBeRejectedWith(jasmine.objectContaining({ detail: 'other key: ***; own: ***' }));
    await engines.close();
    await server.close();
  });
});
