import { DestroyRef, Directive, DOCUMENT, ElementRef, inject, signal } from '@angular/core';

/** Events of media, which do not bubble, and whether one that had this event must not leave the page. */
const MEDIA_EVENTS = {
  play: true,
  pause: false,
  ended: false,
  emptied: false,
  enterpictureinpicture: true,
  leavepictureinpicture: false,
} as const;

/**
 * Knows the rows of a list that a person would miss if they left the page while out of sight: the one with the
 * focus, the one that was touched last (a finger may still move it, and what it touched must hear of its end), those
 * whose clip plays (also beside the page), and those where a selection begins and ends.
 */
@Directive({
  selector: '[kittenPinnedRows]',
  exportAs: 'kittenPinnedRows',
  host: {
    '(focusin)': 'noticeFocus($event.target)',
    '(focusout)': 'noticeFocus($event.relatedTarget)',
    '(touchstart)': 'noticeTouch($event.target)',
  },
})
export class PinnedRows {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private readonly rows = signal<ReadonlySet<string>>(new Set());
  private readonly playing = new Map<EventTarget, string>();
  private focused: string | undefined;
  private touched: string | undefined;
  private selected: readonly (string | undefined)[] = [];

  /** Their ids. */
  readonly ids = this.rows.asReadonly();

  constructor() {
    const controller = new AbortController();
    const { signal: abort } = controller;
    for (const [name, isHeld] of Object.entries(MEDIA_EVENTS)) {
      const notice = ({ target }: Event): void => this.noticeMedium(target, isHeld ? 'held' : 'free');
      this.element.addEventListener(name, notice, { capture: true, signal: abort });
    }
    this.document.addEventListener('selectionchange', () => this.noticeSelection(), { signal: abort });
    inject(DestroyRef).onDestroy(() => controller.abort());
  }

  protected noticeFocus(target: EventTarget | null): void {
    this.focused = this.rowOf(target);
    this.update();
  }

  protected noticeTouch(target: EventTarget | null): void {
    this.touched = this.rowOf(target);
    this.update();
  }

  private noticeMedium(medium: EventTarget | null, as: 'held' | 'free'): void {
    if (medium === null) return;
    const row = this.rowOf(medium);
    // Paused in its own window, a clip is still looked at.
    const isHeld = as === 'held' || this.document.pictureInPictureElement === medium;
    if (isHeld && row !== undefined) this.playing.set(medium, row);
    else this.playing.delete(medium);
    this.update();
  }

  private noticeSelection(): void {
    const selection = this.document.getSelection();
    const isEmpty = selection === null || selection.isCollapsed;
    if (isEmpty && this.selected.length === 0) return;
    this.selected = isEmpty ? [] : [this.rowOf(selection.anchorNode), this.rowOf(selection.focusNode)];
    this.update();
  }

  private rowOf(target: EventTarget | null): string | undefined {
    const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
    if (element === null || !this.element.contains(element)) return undefined;
    return element.closest<HTMLElement>('[data-row]')?.dataset['row'];
  }

  private update(): void {
    const rows = [this.focused, this.touched, ...this.selected, ...this.playing.values()];
    const held = new Set(rows.filter((id) => id !== undefined));
    const now = this.rows();
    if (held.size !== now.size || [...held].some((id) => !now.has(id))) this.rows.set(held);
  }
}
