import { afterNextRender, DestroyRef, Directive, ElementRef, inject, input, signal } from '@angular/core';

/** How near the end counts as at it, in pixels: positions are fractions on scaled screens. */
const TOLERANCE = 2;

/** How far a finger moves before it scrolls, in pixels. */
const SLOP = 4;

/** How much of the visible part a key for a page moves: a line of what was read stays to go on from. */
const PAGE = 0.9;

/** What a button of the mouse is down on, and where that stood in the window. */
interface Pressed {
  readonly element: Element;
  readonly top: number;
}

/**
 * Keeps a scrolling element at its end while its content grows, as long as the person is there: any move upwards ends
 * that, and coming back to the end begins it again. Wheel, finger and keys are heard before they scroll, since content
 * that grows in between would carry the person back; whatever else scrolls (the scrollbar, Tab, the virtual cursor of
 * a screen reader) is known by its scrolling.
 */
@Directive({
  selector: '[kittenFollowEnd]',
  exportAs: 'kittenFollowEnd',
  host: {
    '(scroll)': 'noticeScroll()',
    '(wheel)': 'noticeWheel($event)',
    '(pointerdown)': 'noticePress($event)',
    '(touchstart)': 'noticeTouch($event)',
    '(touchmove)': 'noticeFinger($event)',
    '(keydown)': 'noticeKey($event)',
  },
})
export class FollowEnd {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly following = signal(true);
  private lastTop = 0;
  private lastHeight = 0;
  private lastRoom = 0;
  private touchY = 0;
  /** Under a finger nothing is moved: it would be a fight over every frame, and the finger would lose. */
  private isTouched = false;
  private pressed: Pressed | null = null;

  /** Whether there is something of which the end is wanted: anything else is read from its top. */
  readonly hasEnd = input.required<boolean>({ alias: 'kittenFollowEnd' });

  /** Whether the element is kept at its end. */
  readonly isFollowing = this.following.asReadonly();

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.keepUp());
      observer.observe(this.element);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  /** Goes to the end and stays there. */
  follow(): void {
    this.following.set(true);
    this.isTouched = false;
    this.goToEnd();
  }

  /** Stays where it is, whatever comes. */
  letGo(): void {
    this.following.set(false);
  }

  /** Goes to where the end is now, if it is followed. Called when the content has another height. */
  keepUp(): void {
    if (this.pressed !== null) this.keepUnderMouse(this.pressed);
    else if (this.hasEnd() && this.following() && !this.isTouched) this.goToEnd();
  }

  /** What is pressed has to be there still when it is let go, or nothing has been clicked. */
  private keepUnderMouse({ element, top }: Pressed): void {
    if (!element.isConnected) return;
    this.element.scrollTop += element.getBoundingClientRect().top - top;
    this.remember();
  }

  private goToEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
    // Told by an event only later: by then a person may have moved on from here.
    this.remember();
  }

  protected noticeWheel({ deltaY, ctrlKey }: WheelEvent): void {
    // With Ctrl it zooms.
    if (deltaY < 0 && !ctrlKey) this.noticeUpward();
  }

  protected noticeTouch({ touches, target }: TouchEvent): void {
    this.touchY = touches[0]?.clientY ?? 0;
    this.isTouched = true;
    const release = (event: Event): void => this.noticeRelease(event as TouchEvent);
    // On what was touched: where that has left the page by then, nothing else hears of the end.
    for (const name of ['touchend', 'touchcancel']) target?.addEventListener(name, release, { once: true });
  }

  protected noticePress({ pointerType, target }: PointerEvent): void {
    // A finger's pointer ends where it begins to scroll, and a scrollbar's does not tell when it does.
    if (pointerType === 'touch' || target === this.element || !(target instanceof Element)) return;
    this.press(target);
    const listening = new AbortController();
    const release = (event: Event): void => {
      if ((event as PointerEvent).buttons > 0) return;
      listening.abort();
      // After the click that comes of it.
      requestAnimationFrame(() => {
        this.pressed = null;
        this.keepUp();
      });
    };
    // Whoever keeps the end of a press to itself, as players do, lets the next move be seen.
    for (const name of ['pointerup', 'pointercancel', 'pointermove']) {
      window.addEventListener(name, release, { signal: listening.signal });
    }
  }

  protected noticeFinger({ touches }: TouchEvent): void {
    // The content goes with the finger: down is towards what came before.
    if (touches.length === 1 && (touches[0]?.clientY ?? 0) > this.touchY + SLOP) this.noticeUpward();
  }

  /**
   * Long ways are gone at once: the browser's own gliding would stop where rows that come into sight turn out higher
   * or lower than was thought.
   */
  protected noticeKey(event: KeyboardEvent): void {
    const { key, shiftKey, target, altKey, ctrlKey, metaKey } = event;
    if (target !== this.element || altKey || ctrlKey || metaKey) return;
    if (key === 'ArrowUp') return this.noticeUpward();
    if (key === 'Home') this.goBy(-this.element.scrollTop);
    else if (key === 'End') this.follow();
    else if (key === 'PageUp' || (key === ' ' && shiftKey)) this.goBy(-PAGE * this.element.clientHeight);
    else if (key === 'PageDown' || key === ' ') this.goBy(PAGE * this.element.clientHeight);
    else return;
    event.preventDefault();
  }

  protected noticeScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    const moved = scrollTop - this.lastTop;
    const grown = scrollHeight - this.lastHeight;
    const isResized = clientHeight !== this.lastRoom;
    this.remember();
    if (!this.hasEnd()) return;
    if (this.pressed !== null) return this.noticeDrag(this.pressed, moved);
    // Where the content shrinks or the window grows, the position moves up with it, and nobody has scrolled.
    if (moved < Math.min(0, grown) && !isResized) this.following.set(false);
    // An event that only tells late of a move of ours says nothing of where the person wants to be.
    else if (moved !== 0 && scrollHeight - clientHeight - scrollTop <= TOLERANCE) this.following.set(true);
  }

  private noticeRelease({ touches }: TouchEvent): void {
    this.isTouched = touches.length > 0;
    this.keepUp();
  }

  /** A selection that is drawn over the edge scrolls, and what was pressed goes with it. */
  private noticeDrag({ element, top }: Pressed, moved: number): void {
    this.press(element);
    if (moved < 0 && element.getBoundingClientRect().top > top + TOLERANCE) this.following.set(false);
  }

  private press(element: Element): void {
    this.pressed = { element, top: element.getBoundingClientRect().top };
  }

  private goBy(distance: number): void {
    if (distance < 0) this.noticeUpward();
    this.element.scrollTop += distance;
  }

  private remember(): void {
    this.lastTop = this.element.scrollTop;
    this.lastHeight = this.element.scrollHeight;
    this.lastRoom = this.element.clientHeight;
  }

  private noticeUpward(): void {
    if (this.hasEnd() && this.element.scrollTop > 0) this.following.set(false);
  }
}
