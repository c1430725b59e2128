import { breakdown } from './breakdown.mjs';

describe('the breakdown of a bundle', () => {
  it('adds up packages and folders of the layer, the largest first', () => {
    const inputs = {
      'dist/bench/layer/services/outbox/outbox.js': { bytesInOutput: 3 },
      'dist/bench/layer/services/outbox/outbox-queue.js': { bytesInOutput: 2 },
      'dist/bench/layer/services/websocket.js': { bytesInOutput: 1 },
      'dist/bench/layer/protocol/codec.js': { bytesInOutput: 4 },
      'node_modules/rxjs/dist/esm/Observable.js': { bytesInOutput: 9 },
      '<stdin>': { bytesInOutput: 0 },
    };
    expect(breakdown({ outputs: { 'main.js': { inputs } } })).toEqual([
      { part: 'rxjs', bytes: 9 },
      { part: 'services/outbox', bytes: 5 },
      { part: 'protocol', bytes: 4 },
      { part: 'services', bytes: 1 },
    ]);
  });
});
