import { painted } from '../../testing/painted.ts';
import { ButtonPress } from './button-press.ts';

describe('ButtonPress', () => {
  let box: HTMLElement;
  let ended: jasmine.Spy;

  beforeEach(() => {
    box = document.createElement('div');
    box.style.cssText = 'position: fixed; top: 100px; width: 50px; height: 50px';
    document.body.append(box);
    ended = jasmine.createSpy('ended');
  });

  afterEach(() => {
    point('pointerup', 0, 0);
    box.remove();
  });

  function point(type: string, buttons: number, x: number): PointerEvent {
    const event = new PointerEvent(type, { bubbles: true, buttons, clientX: x, clientY: 110 });
    box.dispatchEvent(event);
    return event;
  }

  function begin(): ButtonPress {
    return new ButtonPress(box, point('pointerdown', 1, 10), ended);
  }

  it('knows how far what is pressed has moved', () => {
    const press = begin();
    expect(press.distance).toBe(0);
    box.style.top = '130px';
    expect(press.distance).toBe(30);
  });

  it('is no click any more once the mouse has moved, or the element is gone', () => {
    const press = begin();
    point('pointermove', 1, 13);
    expect(press.isClick).toBeTrue();
    point('pointermove', 1, 15);
    expect(press.isClick).toBeFalse();
    box.style.top = '130px';
    expect(press.distance).toBe(0);
    const other = begin();
    box.remove();
    expect(other.isClick).toBeFalse();
    document.body.append(box);
  });

  for (const end of ['pointerup', 'pointercancel', 'pointermove']) {
    it(`ends with ${end} without a button, once`, async () => {
      begin();
      point('pointermove', 1, 10);
      await painted();
      expect(ended).not.toHaveBeenCalled();
      point(end, 0, 10);
      expect(ended).not.toHaveBeenCalled();
      point('pointermove', 0, 10);
      await painted();
      expect(ended).toHaveBeenCalledTimes(1);
    });
  }
});
