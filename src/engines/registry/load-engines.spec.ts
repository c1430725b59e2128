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

  it('has the built-in engine draw as many clips at once as is configured', async () => {
    const config = { kind: 'storyboard', concurrency: 2 } as const;
    const engines = await loadEngines([{ id: 'drawn', config, key: undefined, folder: '.' }]);
    const { engine, concurrency } = engines.default;
    const bothHaveBegun = new AbortController();
    let begun = 0;
    let ended = 0;
    // Long enough that the first can't be over before the second begins, however busy the machine is.
    const options = { seconds: 10, size: '640x360' };
    const follow = async (): Promise<void> => {
      const request = { jobId: crypto.randomUUID(), prompt: '一只橘猫', options };
      let isBegun = false;
      for await (const { kind } of engine.generate(request, bothHaveBegun.signal)) {
        if (kind === 'preview' && !isBegun) begun += 1;
        isBegun ||= kind === 'preview';
        if (begun === 2) bothHaveBegun.abort();
      }
      ended += 1;
    };
    await Promise.allSettled([follow(), follow()]);
    await engines.close();
    expect(concurrency).toBe(2);
    expect([begun, ended]).toEqual([2, 0]);
  });
});
