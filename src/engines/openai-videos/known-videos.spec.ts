import { KnownVideos } from './known-videos.ts';

describe('KnownVideos', () => {
  it('knows the thousand that were followed last, however long the process lives', () => {
    const known = new KnownVideos();
    known.add('again');
    for (let count = 0; count < 999; count++) known.add(`video ${count}`);
    known.add('again');
    expect(['again', 'video 0'].map((id) => known.has(id))).toEqual([true, true]);
    known.add('one more');
    expect(['again', 'video 0', 'video 1', 'one more'].map((id) => known.has(id))).toEqual([true, false, true, true]);
  });
});
