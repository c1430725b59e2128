import { TestBed } from '@angular/core/testing';

import { Language } from '../language/language.ts';
import { engineFacts, injectEngineTexts } from './engine-facts.ts';
import { LOCAL, BUILT_IN, WAN } from './testing/engine-profiles.ts';

describe('engineFacts', () => {
  beforeEach(() => TestBed.inject(Language).loadAll());

  const factsOf = (engine: typeof WAN): readonly string[] =>
    engineFacts(engine, TestBed.runInInjectionContext(injectEngineTexts));

  it('says what an engine says of itself, and nothing else', () => {
    expect(factsOf(BUILT_IN)).toEqual(['按规则画的草图，并非 AI 模型', '1–10 秒', '参考图最多 8 张']);
    expect(factsOf(WAN)).toEqual(['5 或 8 秒', '832×480 或 480×832', '不用参考图', '有声音', '¥0.60/秒']);
    expect(factsOf(LOCAL)).toEqual(['参考图作首帧']);
    expect(factsOf({ id: 'any', name: 'Any', isModel: true })).toEqual([]);
  });

  it('counts sizes where they are many', () => {
    const sizes = ['832x480', '480x832', '1280x720', '720x1280'];
    expect(factsOf({ id: 'any', name: 'Any', isModel: true, sizes })).toEqual(['4 种画幅']);
  });
});
