import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

/** How near the end counts as at it, in pixels: positions are fractions on scaled screens. */
const TOLERANCE = 2;

/**
 * Keeps a scrolling element at its end while its content grows, as long as the person is there:
 * any scroll upwards ends that, and coming back to the end begins it again.
 */
@Directive({
  selector: '[kittenFollowEnd]',
  exportAs: 'kittenFollowEnd',
  host: { '(scroll)': 'noticeScroll()', '(wheel)': 'noticeWheel($event)' },
})
export class FollowEnd {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly following = signal(true);
  private lastTop = 0;

  /** Whether the element is kept at its end. */
  readonly isFollowing = this.following.asReadonly();

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.keepUp());
      for (const element of [this.element, ...this.element.children]) observer.observe(element);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  /** Goes to the end and stays there. */
  follow(): void {
    this.following.set(true);
    this.keepUp();
  }

  protected noticeWheel({ deltaY }: WheelEvent): void {
    // Before the scroll itself: content that grows in between would carry the person back.
    if (deltaY < 0 && this.element.scrollTop > 0) this.following.set(false);
  }

  protected noticeScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    if (scrollHeight - clientHeight - scrollTop <= TOLERANCE) this.following.set(true);
    else if (scrollTop < this.lastTop) this.following.set(false);
    this.lastTop = scrollTop;
  }

  private keepUp(): void {
    if (this.following()) this.element.scrollTop = this.element.scrollHeight;
  }
}
