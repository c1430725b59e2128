import { FrameLength } from './frame-length.ts';
import { playerCommand } from './player-keys.ts';
import { runCommand } from './run-command.ts';

describe('the keys of a clip', () => {
  let medium: HTMLVideoElement;

  beforeEach(() => {
    medium = document.createElement('video');
    let time = 0;
    spyOnProperty(medium, 'currentTime', 'get').and.callFake(() => time);
    spyOnProperty(medium, 'currentTime', 'set').and.callFake((to) => (time = to));
  });

  function last(seconds: number): void {
    spyOnProperty(medium, 'duration').and.returnValue(seconds);
  }

  function press(...keys: readonly string[]): number {
    for (const key of keys) {
      const command = playerCommand(new KeyboardEvent('keydown', { key }));
      if (command !== undefined) runCommand(command, { medium, frame: medium, frameSeconds: 0.04 });
    }
    return medium.currentTime;
  }

  it('go a second in a short clip and five in a long one, and never beyond its ends', () => {
    last(4);
    expect(press('ArrowRight')).toBe(1);
    expect(press('ArrowLeft', 'ArrowLeft')).toBe(0);
    expect(press('End', 'ArrowRight')).toBe(4);
    expect(press('Home')).toBe(0);
  });

  it('go five seconds in a long clip', () => {
    last(60);
    expect(press('ArrowRight')).toBe(5);
  });

  it('go frame by frame, at rest', () => {
    last(4);
    const pause = spyOn(medium, 'pause');
    expect(press('.', '.')).toBeCloseTo(0.08);
    expect(press(',')).toBeCloseTo(0.04);
    expect(pause).toHaveBeenCalled();
  });

  it('make it slower and faster, within what can be followed', () => {
    last(4);
    press('<');
    expect(medium.playbackRate).toBe(0.5);
    press('>', '>', '>', '>', '>');
    expect(medium.playbackRate).toBe(2);
  });

  it('make it louder and softer, and silence gives its loudness back', () => {
    last(4);
    press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(medium.volume).toBeCloseTo(0.9);
    press('ArrowUp', 'ArrowUp');
    expect(medium.volume).toBe(1);
    medium.volume = 0.1;
    press('ArrowDown');
    expect([medium.muted, medium.volume]).toEqual([true, 0.1]);
    press('m');
    expect(medium.muted).toBeFalse();
    press('m', 'ArrowUp');
    expect([medium.muted, medium.volume]).toEqual([false, 0.1]);
  });

  it('leave a button its own', () => {
    const button = document.createElement('button');
    let asked: unknown;
    button.addEventListener('keydown', (event) => (asked = playerCommand(event)));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: ' ' }));
    expect(asked).toBeUndefined();
  });

  it('learn how long a frame is', () => {
    const length = new FrameLength();
    let presentFrame: VideoFrameRequestCallback = () => undefined;
    length.follow({ requestVideoFrameCallback: (callback) => ((presentFrame = callback), 1) });
    expect(length.seconds).toBeCloseTo(1 / 24);
    presentFrame(0, { mediaTime: 0, presentedFrames: 1 } as VideoFrameCallbackMetadata);
    presentFrame(0, { mediaTime: 0.1, presentedFrames: 4 } as VideoFrameCallbackMetadata);
    expect(length.seconds).toBeCloseTo(1 / 30);
  });
});
