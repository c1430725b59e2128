import { TestBed } from '@angular/core/testing';

import { Playback, type PlayingClip } from './playback.ts';

describe('Playback', () => {
  interface Medium {
    readonly clip: PlayingClip;
    readonly pause: jasmine.Spy<() => void>;
  }

  function medium(id: string): Medium {
    const element = document.createElement('video');
    return { clip: { id, element }, pause: spyOn(element, 'pause') };
  }

  it('pauses the clip before', () => {
    const [first, second] = [medium('1'), medium('2')];
    const playback = TestBed.inject(Playback);
    playback.begin(first.clip);
    playback.begin(first.clip);
    expect(first.pause).not.toHaveBeenCalled();
    playback.begin(second.clip);
    expect(first.pause).toHaveBeenCalledTimes(1);
  });

  it('pauses the same clip where it is shown a second time', () => {
    const [log, viewer] = [medium('1'), medium('1')];
    const playback = TestBed.inject(Playback);
    playback.begin(log.clip);
    playback.begin(viewer.clip);
    expect(log.pause).toHaveBeenCalledTimes(1);
  });

  it('tells what plays, until it rests', () => {
    const [first, second] = [medium('1'), medium('2')];
    const playback = TestBed.inject(Playback);
    expect(playback.current()).toBeNull();
    playback.begin(first.clip);
    playback.begin(second.clip);
    playback.end(first.clip.element);
    expect(playback.current()?.id).toBe('2');
    playback.end(second.clip.element);
    expect(playback.current()).toBeNull();
  });

  it('leaves a clip alone that has left the page', () => {
    const [first, second] = [medium('1'), medium('2')];
    const playback = TestBed.inject(Playback);
    playback.begin(first.clip);
    playback.end(first.clip.element);
    playback.begin(second.clip);
    expect(first.pause).not.toHaveBeenCalled();
  });

  it('lets those of one group play side by side', () => {
    const [one, other, alone] = [medium('1'), medium('2'), medium('3')];
    const playback = TestBed.inject(Playback);
    playback.begin({ ...one.clip, group: 'g' });
    playback.begin({ ...other.clip, group: 'g' });
    expect(one.pause).not.toHaveBeenCalled();
    playback.begin(alone.clip);
    expect(one.pause).toHaveBeenCalledTimes(1);
    expect(other.pause).toHaveBeenCalledTimes(1);
  });
});
