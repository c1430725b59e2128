import { afterNextRender, DestroyRef, Directive, ElementRef, inject, input, signal } from '@angular/core';

import { ButtonPress } from './button-press.ts';

/** How near the end counts as at it, in pixels: positions are fractions on scaled screens. */
const TOLERANCE = 2;

/** How far a finger moves before it scrolls, in pixels. */
const SLOP = 4;

/** How much of the visible part a key for a page moves: a line of what was read stays to go on from. */
const PAGE = 0.9;

/**
 * Keeps a scrolling element at its end while its content grows, as long as the person is there: any move upwards ends
 * that, and coming back to the end begins it again. Wheel, finger, keys and the focus are heard before they scroll, since
 * content that grows in between would carry the person back; whatever else scrolls (the scrollbar, the virtual cursor of
 * a screen reader) is known by its scrolling.
 */
@Directive({
  selector: '[kittenFollowEnd]',
  exportAs: 'kittenFollowEnd',
  host: {
    '(wheel)': 'noticeWheel($event)',
    '(pointerdown)': 'noticePress($event)',
    '(touchstart)': 'noticeTouch($event)',
    '(touchmove)': 'noticeFinger($event)',
    '(keydown)': 'noticeKey($event)',
    '(focusin)': 'noticeFocus($event)',
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
  /** What is pressed has to be there still when it is let go, or nothing has been clicked. */
  private press: ButtonPress | null = null;

  /** Whether there is something of which the end is wanted: anything else is read from its top. */
  readonly hasEnd = input.required<boolean>({ alias: 'kittenFollowEnd' });

  /** Whether the element is kept at its end. */
  readonly isFollowing = this.following.asReadonly();

  constructor() {
    const destroyRef = inject(DestroyRef);
    // Not in a template: Angular would check every component around it in each frame that a growing text scrolls.
    const noticeScroll = (): void => this.noticeScroll();
    this.element.addEventListener('scroll', noticeScroll, { passive: true });
    destroyRef.onDestroy(() => this.element.removeEventListener('scroll', noticeScroll));
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.adjustScroll());
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
  unfollow(): void {
    this.following.set(false);
  }

  /** Goes to where the end is now, if it is followed. Called when the content has another height. */
  adjustScroll(): void {
    if (this.press !== null) this.scrollBy(this.press.distance);
    else if (this.hasEnd() && this.following() && !this.isTouched) this.goToEnd();
  }

  private scrollBy(distance: number): void {
    this.element.scrollTop += distance;
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

  protected noticePress(event: PointerEvent): void {
    const { pointerType, target } = event;
    // A finger's pointer ends where it begins to scroll, and a scrollbar's does not tell when it does.
    if (pointerType === 'touch' || target === this.element || !(target instanceof Element)) return;
    this.press = new ButtonPress(target, event, () => {
      this.press = null;
      this.adjustScroll();
    });
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

  /** What gets the focus above the visible part is about to be scrolled to. */
  protected noticeFocus({ target }: FocusEvent): void {
    if (!(target instanceof Element) || target === this.element) return;
    if (target.getBoundingClientRect().top < this.element.getBoundingClientRect().top) this.noticeUpward();
  }

  private noticeScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    const moved = scrollTop - this.lastTop;
    const grown = scrollHeight - this.lastHeight;
    const isResized = clientHeight !== this.lastRoom;
    this.remember();
    // What scrolls under a press is the list, which has measured a row.
    if (!this.hasEnd() || this.press?.isClick === true) return;
    // Where the content shrinks or the window grows, the position moves up with it, and nobody has scrolled.
    if (moved < Math.min(0, grown) && !isResized) this.following.set(false);
    // An event that only tells late of a move of ours says nothing of where the person wants to be.
    else if (moved !== 0 && scrollHeight - clientHeight - scrollTop <= TOLERANCE) this.following.set(true);
  }

  private noticeRelease({ touches }: TouchEvent): void {
    this.isTouched = touches.length > 0;
    this.adjustScroll();
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
