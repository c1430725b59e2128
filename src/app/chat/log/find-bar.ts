import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiChevronDown, mdiChevronUp, mdiClose } from '@mdi/js';

import type { Reply, Turn } from '../../conversation-model/turn.ts';
import { folded } from '../../folding/folded-text.ts';
import { loadHanForms } from '../../folding/han-forms.ts';
import { Icon } from '../../icon/icon.ts';
import { isComposing } from '../../input-method/is-composing.ts';
import { WrittenWords } from '../../input-method/written-words.ts';
import { injectText } from '../../language/text.ts';
import { plainText } from '../markdown/plain-text.ts';
import { turnText } from './turn-text.ts';

/** Finds words in the conversation: the browser's own search sees only what is about the visible part. */
@Component({
  selector: 'kitten-find-bar',
  imports: [Icon, MatIconButton, WrittenWords],
  template: `
    <div role="search" [attr.aria-label]="text('find.label')" (keydown)="handleKey($event)">
      <input
        #field
        type="search"
        dir="auto"
        autocomplete="off"
        enterkeyhint="search"
        [attr.aria-label]="text('find.label')"
        [placeholder]="text('find.label')"
        (kittenWrittenWords)="query.set($event); goTo(0)"
      />
      <span role="status">{{ summary() }}</span>
      <button matIconButton type="button" [attr.aria-label]="text('find.previous')" (click)="step(-1)">
        <kitten-icon [path]="icons.previous" />
      </button>
      <button matIconButton type="button" [attr.aria-label]="text('find.next')" (click)="step(1)">
        <kitten-icon [path]="icons.next" />
      </button>
      <button matIconButton type="button" [attr.aria-label]="text('find.close')" (click)="closed.emit()">
        <kitten-icon [path]="icons.close" />
      </button>
    </div>
  `,
  styleUrl: './find-bar.scss',
})
export class FindBar {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly turns = input.required<readonly Turn[]>();
  /** The words, as they are compared, and the id of the turn that is gone to; null where there is none. */
  readonly found = output<{ readonly words: string; readonly turnId: string | null }>();
  /** The person has found it. */
  readonly closed = output();

  protected readonly text = injectText();
  protected readonly icons = { previous: mdiChevronUp, next: mdiChevronDown, close: mdiClose } as const;
  protected readonly query = signal('');
  private readonly words = computed(() => folded(this.query().trim()));
  private readonly read = new WeakMap<Reply, Reply>();
  private readonly hits = computed(() => {
    const words = this.words();
    if (words === '') return [];
    return this.turns().flatMap((turn) => (folded(this.shownText(turn)).includes(words) ? [turn.id] : []));
  });
  /** The place among the hits; the last one first, which is nearest to where people are. */
  private readonly at = linkedSignal<string, number>({ source: this.words, computation: () => 0 });
  protected readonly summary = computed(() => {
    if (this.words() === '') return '';
    const { length } = this.hits();
    return length === 0 ? this.text('find.nothing') : `${length - this.at()}/${length}`;
  });

  constructor() {
    afterNextRender(() => this.focus());
    // Without them words are found as they are written.
    loadHanForms().catch(() => undefined);
  }

  /** Puts the cursor into the field, over what is written there. */
  focus(): void {
    this.field().nativeElement.select();
    this.field().nativeElement.focus();
  }

  protected handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape') this.closed.emit();
    else if (event.key === 'Enter' && event.target === this.field().nativeElement) this.step(event.shiftKey ? 1 : -1);
    // Pressed once more, the keys are the browser's own search.
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) return event.stopPropagation();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  /** Goes up or down the conversation, round its ends. */
  protected step(direction: 1 | -1): void {
    const { length } = this.hits();
    if (length > 0) this.goTo((this.at() - direction + length) % length);
  }

  /** A turn as people see it: without the signs of markdown. */
  private shownText(turn: Turn): string {
    return turnText({ ...turn, replies: turn.replies.map((reply) => this.shown(reply)) }, this.text);
  }

  /** Read once: while one answer grows, the others are what they were. */
  private shown(reply: Reply): Reply {
    if (reply.kind !== 'text') return reply;
    const known = this.read.get(reply) ?? { ...reply, content: plainText(reply.content) };
    this.read.set(reply, known);
    return known;
  }

  protected goTo(place: number): void {
    this.at.set(place);
    this.found.emit({ words: this.words(), turnId: this.hits().at(-1 - place) ?? null });
  }
}
