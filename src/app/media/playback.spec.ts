import { TestBed } from '@angular/core/testing';

import { Playback } from './playback.ts';

describe('Playback', () => {
  interface Medium {
    readonly element: HTMLMediaElement;
    readonly pause: jasmine.Spy<() => void>;
  }

  function medium(): Medium {
    const element = document.createElement('video');
    return { element, pause: spyOn(element, 'pause') };
  }

  it('pauses the clip before', () => {
    const [first, second] = [medium(), medium()];
    const playback = TestBed.inject(Playback);
    playback.begin(first.element);
    playback.begin(first.element);
    expect(first.pause).not.toHaveBeenCalled();
    playback.begin(second.element);
    expect(first.pause).toHaveBeenCalledTimes(1);
  });

  it('leaves a clip alone that has left the page', () => {
    const [first, second] = [medium(), medium()];
    const playback = TestBed.inject(Playback);
    playback.begin(first.element);
    playback.forget(first.element);
    playback.begin(second.element);
    expect(first.pause).not.toHaveBeenCalled();
  });
});
