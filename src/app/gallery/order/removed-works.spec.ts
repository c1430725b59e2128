import { TestBed } from '@angular/core/testing';

import { MediaCache } from '../../media-cache/media-cache.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { Notices } from '../../notices/notices.ts';
import { video } from '../../testing/messages.ts';
import { collectWorks } from '../collect-works.ts';
import { RemovedWorks } from './removed-works.ts';

const DAY = 86_400_000;

describe('RemovedWorks', () => {
  afterEach(() => localStorage.removeItem('ask-kitten.removed-works'));

  function removed(): RemovedWorks {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideMemoryMediaCache()] });
    return TestBed.inject(RemovedWorks);
  }

  it('can be brought back for thirty days, and stay out of sight afterwards', () => {
    removed().remove(['a', 'b'], 0);
    removed().restore(['b']);
    const works = removed();
    expect([works.has('a'), works.has('b')]).toEqual([true, false]);
    expect([works.canReturn('a', 29 * DAY), works.canReturn('a', 30 * DAY)]).toEqual([true, false]);
  });

  it('come back by the undo of the last one, and out of the trash all of them', () => {
    const works = removed();
    const notices = TestBed.inject(Notices);
    works.discard(['a'], 0);
    works.discard(['b'], 0);
    notices.act();
    expect([works.has('a'), works.has('b')]).toEqual([true, false]);
    expect(works.canReturn('a', DAY)).toBeTrue();
    works.restore(['a']);
    expect(works.has('a')).toBeFalse();
  });

  it('lose their copy on this device only when they can’t be brought back any more', async () => {
    const works = removed();
    const cache = TestBed.inject(MediaCache);
    spyOn(cache, 'has').and.returnValue(true);
    const remove = spyOn(cache, 'remove').and.resolveTo();
    const made = ['old', 'new', 'kept'].map((id) => ({
      message: video({ id, url: `/${id}.mp4` }),
      conversationId: 'c',
    }));
    works.remove(['old'], 0);
    works.remove(['new'], 20 * DAY);
    await works.clean(collectWorks(made), 31 * DAY);
    expect(remove.calls.allArgs()).toEqual([[['/old.mp4']]]);
  });

  it('are none where something else is kept', () => {
    for (const json of ['null', '{', '{"a":"long ago"}']) {
      localStorage.setItem('ask-kitten.removed-works', json);
      expect(removed().has('a')).withContext(json).toBeFalse();
    }
  });
});
