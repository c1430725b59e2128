import { keepInStep } from './keep-in-step.ts';

/** A clip that a spec has as far as it wants, and that tells of it. */
class FakeClip extends EventTarget {
  paused = true;
  currentTime = 0;
  playbackRate = 1;

  readonly duration: number;

  constructor(duration: number) {
    super();
    this.duration = duration;
  }

  async play(): Promise<void> {
    this.paused = false;
    this.dispatch('play');
  }

  pause(): void {
    this.paused = true;
    this.dispatch('pause');
  }

  go(seconds: number, event = 'seeking'): void {
    this.currentTime = seconds;
    this.dispatch(event);
  }

  dispatch(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}

describe('keepInStep', () => {
  let leader: FakeClip;
  let follower: FakeClip;
  let end: () => void;

  beforeEach(() => {
    [leader, follower] = [new FakeClip(4), new FakeClip(3)];
    end = keepInStep(leader as unknown as HTMLVideoElement, follower as unknown as HTMLVideoElement);
  });

  it('plays, rests and goes where the first one does, as fast', () => {
    void leader.play();
    expect(follower.paused).toBeFalse();
    leader.go(2);
    expect(follower.currentTime).toBe(2);
    leader.playbackRate = 0.5;
    leader.dispatch('ratechange');
    expect(follower.playbackRate).toBe(0.5);
    leader.currentTime = 2.2;
    leader.pause();
    expect([follower.paused, follower.currentTime]).toEqual([true, 2.2]);
  });

  it('rests on its last frame where it is shorter, and begins again with the first', () => {
    void leader.play();
    follower.pause();
    leader.go(3.5);
    expect([follower.paused, follower.currentTime]).toEqual([true, 3]);
    leader.go(0);
    expect([follower.paused, follower.currentTime]).toEqual([false, 0]);
  });

  it('jumps when it is too far behind, and not for what nobody sees', () => {
    void leader.play();
    leader.go(1.05, 'timeupdate');
    expect(follower.currentTime).toBe(1.05);
    leader.go(1.1, 'timeupdate');
    expect(follower.currentTime).toBe(1.05);
  });

  it('waits while the first one loads', () => {
    void leader.play();
    leader.dispatch('waiting');
    expect(follower.paused).toBeTrue();
    leader.dispatch('playing');
    expect(follower.paused).toBeFalse();
  });

  it('ends', () => {
    end();
    void leader.play();
    expect(follower.paused).toBeTrue();
  });
});
