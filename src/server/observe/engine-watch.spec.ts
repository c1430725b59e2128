import { EngineWatch } from './engine-watch.ts';

describe('EngineWatch', () => {
  let now: number;
  let watch: EngineWatch;

  beforeEach(() => {
    now = 0;
    watch = new EngineWatch(() => now);
  });

  const end = (engine: string, outcome: string): void => watch.ended({ engine, outcome, seconds: 1 });

  it('finds fault only where no engine is left that may make something', () => {
    expect(watch.fault(['a', 'b'])).toBeUndefined();
    end('a', 'engine_unavailable');
    expect(watch.fault(['a', 'b'])).toBeUndefined();
    end('b', 'engine_no_credit');
    expect(watch.fault(['a', 'b'])).toBe('a: engine_unavailable, b: engine_no_credit');
  });

  it('trusts an engine again that has made something, or was not asked for a minute', () => {
    end('a', 'engine_unavailable');
    end('a', 'completed');
    expect(watch.fault(['a'])).toBeUndefined();
    end('a', 'engine_unavailable');
    now = 60_000;
    expect(watch.fault(['a'])).toBeUndefined();
  });

  it('blames no engine for a prompt that it refused', () => {
    end('a', 'content_refused');
    expect(watch.fault(['a'])).toBeUndefined();
  });
});
