import type { EngineRequest } from '../port/video-engine.ts';
import { Estimates } from './estimate.ts';

function request(seconds: number, size: string): EngineRequest {
  return { jobId: 'a', prompt: 'b', options: { seconds, size } };
}

describe('Estimates', () => {
  it('learns for each length and size by itself', () => {
    const estimates = new Estimates(90_000);
    estimates.of(request(5, '832x480')).learn(60_000);
    estimates.of(request(10, '1920x1080')).learn(600_000);
    expect(estimates.of(request(5, '832x480')).progressAfter(20_000).etaMs).toBe(40_000);
    expect(estimates.of(request(10, '1920x1080')).progressAfter(20_000).etaMs).toBe(580_000);
    expect(estimates.of(request(5, '1920x1080')).progressAfter(20_000).etaMs).toBeUndefined();
  });

  it('remembers those that were asked for last', () => {
    const estimates = new Estimates(90_000);
    estimates.of(request(1, '832x480')).learn(60_000);
    for (let seconds = 2; seconds <= 101; seconds++) estimates.of(request(seconds, '832x480')).learn(60_000);
    expect(estimates.of(request(101, '832x480')).progressAfter(0).etaMs).toBe(60_000);
    expect(estimates.of(request(1, '832x480')).progressAfter(0).etaMs).toBeUndefined();
  });
});
