import { Component, computed, ElementRef, inject, input, model, output, signal } from '@angular/core';

import type { ImageMessage } from '../../../services/index.ts';
import { Picture } from '../picture.ts';
import { isTap, pinch, swipe, type Touch } from './gesture.ts';
import { type Extent, pan, type Point, WHOLE, type Zoom, zoomAt } from './zoom.ts';

/** Two taps in so many milliseconds are one double tap. */
const DOUBLE_TAP = 300;
const DOUBLE_TAP_FACTOR = 2.5;
/** How much a pixel of the wheel zooms. */
const WHEEL = 0.002;

/** One picture as large as there is room, which the wheel, two fingers or a double tap make larger. */
@Component({
  selector: 'kitten-viewer-stage',
  imports: [Picture],
  template: `
    <kitten-picture
      [class.dragged]="touches().size > 0"
      [style.transform]="transform()"
      [style.--whole]="ratio()"
      [image]="image()"
      [alt]="alt()"
    />
  `,
  styleUrl: './viewer-stage.scss',
  host: {
    '[class.zoomed]': 'isZoomed()',
    '(wheel)': 'turnWheel($event)',
    '(pointerdown)': 'press($event)',
    '(pointermove)': 'move($event)',
    '(pointerup)': 'lift($event)',
    '(pointercancel)': 'drop($event)',
    '(click)': 'dismiss()',
  },
})
export class ViewerStage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly image = input.required<ImageMessage>();
  /** What it shows, for those who can't see it. */
  readonly alt = input.required<string>();
  /** How large it is shown, and which part of it. */
  readonly zoom = model<Zoom>(WHOLE);
  /** The person wants the next picture, 1, or the one before, -1. */
  readonly stepped = output<-1 | 1>();
  /** The person has tapped beside the picture. */
  readonly dismissed = output();

  protected readonly isZoomed = computed(() => this.zoom().scale > 1);
  protected readonly touches = signal<ReadonlyMap<number, Touch>>(new Map());
  protected readonly ratio = computed(() => {
    const { width, height } = this.image();
    return width && height ? width / height : 16 / 9;
  });
  protected readonly transform = computed(() => {
    const { scale, x, y } = this.zoom();
    return `translate(${x + this.pulled()}px, ${y}px) scale(${scale})`;
  });
  /** How far a finger has pulled a whole picture aside. */
  private readonly pulled = computed(() => {
    const [touch, other] = this.touches().values();
    return touch === undefined || other !== undefined || this.isZoomed() ? 0 : touch.x - touch.from.x;
  });
  private hasTappedBeside = false;
  private lastTap: { readonly at: number; readonly point: Point } | undefined;

  /** Makes the picture larger or smaller, around its middle unless told otherwise. */
  zoomBy(factor: number, at: Point = { x: 0, y: 0 }): void {
    this.zoom.update((zoom) => zoomAt(zoom, factor, at, this.extent()));
  }

  protected turnWheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoomBy(Math.exp(-event.deltaY * WHEEL), this.place(event));
  }

  protected press(event: PointerEvent): void {
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    this.host.setPointerCapture(event.pointerId);
    this.hasTappedBeside = false;
    const place = this.place(event);
    this.change((touches) => touches.set(event.pointerId, { ...place, from: place }));
  }

  protected move(event: PointerEvent): void {
    const touch = this.touches().get(event.pointerId);
    if (touch === undefined) return;
    const before = [...this.touches().values()];
    this.change((touches) => touches.set(event.pointerId, { ...this.place(event), from: touch.from }));
    this.follow(before, [...this.touches().values()]);
  }

  protected lift(event: PointerEvent): void {
    const touch = this.touches().get(event.pointerId);
    const wasAlone = this.touches().size === 1;
    this.drop(event);
    if (touch === undefined || !wasAlone) return;
    if (isTap(touch)) return this.tap(touch, event.timeStamp);
    const direction = this.isZoomed() ? 0 : swipe(touch);
    if (direction !== 0) this.stepped.emit(direction);
  }

  protected drop(event: PointerEvent): void {
    this.change((touches) => touches.delete(event.pointerId));
  }

  /** Not before the click: it would go to what is under the viewer. */
  protected dismiss(): void {
    if (this.hasTappedBeside) this.dismissed.emit();
  }

  private follow(before: readonly Touch[], after: readonly Touch[]): void {
    const [one, other] = before;
    const [oneNow, otherNow] = after;
    if (one === undefined || oneNow === undefined) return;
    if (other !== undefined && otherNow !== undefined) {
      const { factor, middle, by } = pinch([one, other], [oneNow, otherNow]);
      this.zoom.update((zoom) => pan(zoomAt(zoom, factor, middle, this.extent()), by, this.extent()));
    } else if (this.isZoomed()) {
      this.zoom.update((zoom) => pan(zoom, { x: oneNow.x - one.x, y: oneNow.y - one.y }, this.extent()));
    }
  }

  private tap(point: Point, at: number): void {
    if (this.lastTap !== undefined && at - this.lastTap.at < DOUBLE_TAP) {
      this.lastTap = undefined;
      if (this.isZoomed()) this.zoom.set(WHOLE);
      else this.zoomBy(DOUBLE_TAP_FACTOR, point);
      return;
    }
    this.lastTap = { at, point };
    this.hasTappedBeside = this.isBeside(point);
  }

  private isBeside({ x, y }: Point): boolean {
    const { picture } = this.extent();
    return !this.isZoomed() && (Math.abs(x) > picture.width / 2 || Math.abs(y) > picture.height / 2);
  }

  private change(by: (touches: Map<number, Touch>) => void): void {
    const touches = new Map(this.touches());
    by(touches);
    this.touches.set(touches);
  }

  private place({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.host.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  private extent(): Extent {
    const { clientWidth: width, clientHeight: height } = this.host;
    const shown = Math.min(width, height * this.ratio());
    return { stage: { width, height }, picture: { width: shown, height: shown / this.ratio() } };
  }
}
