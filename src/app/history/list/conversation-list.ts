import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiClose, mdiMagnify, mdiPlus, mdiTrashCanOutline } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { isComposing } from '../../input-method/is-composing.ts';
import { WrittenWords } from '../../input-method/written-words.ts';
import { injectText } from '../../language/text.ts';
import { ScrollStop } from '../../scrolling/scroll-stop.ts';
import { Conversations, type ListedConversation } from '../conversations.ts';
import { CurrentConversation } from '../current-conversation.ts';
import { Exporter, type ExportFormat } from '../export/exporter.ts';
import { SearchResults } from '../search/search-results.ts';
import type { ConversationRecord } from '../store/records.ts';
import { Trash } from '../trash.ts';
import { ConversationItem } from './conversation-item.ts';
import { type Age, groupConversations } from './group-conversations.ts';
import { TrashView } from './trash-view.ts';

/** Of how many deletions the undo stands beside the list; the trash has the others. */
const MOST_UNDOS = 3;

/** All conversations: begin one, find one, go to one, and what can be done with each. */
@Component({
  selector: 'kitten-conversation-list',
  imports: [ConversationItem, Icon, MatButton, RouterLink, ScrollStop, SearchResults, TrashView, WrittenWords],
  templateUrl: './conversation-list.html',
  styleUrl: './conversation-list.scss',
  host: { '(keydown)': 'move($event)' },
})
export class ConversationList {
  private readonly exporter = inject(Exporter);
  private readonly injector = inject(Injector);
  private readonly live = inject(LiveAnnouncer);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  /** The person goes to a conversation, a new one or one of those that are there: a drawer may close. */
  readonly opened = output();

  protected readonly text = injectText();
  protected readonly conversations = inject(Conversations);
  protected readonly trash = inject(Trash);
  protected readonly current = inject(CurrentConversation).id;
  protected readonly icons = { add: mdiPlus, search: mdiMagnify, clear: mdiClose, trash: mdiTrashCanOutline } as const;
  protected readonly ageNames = {
    pinned: 'history.pinned',
    today: 'history.today',
    yesterday: 'history.yesterday',
    week: 'history.week',
    earlier: 'history.earlier',
  } as const satisfies Record<Age, string>;
  protected readonly query = signal('');
  private readonly wantsTrash = signal(false);
  /** An empty one closes by itself. */
  protected readonly showsTrash = computed(() => this.wantsTrash() && this.trash.content().length > 0);
  protected readonly undoable = computed(() => this.trash.justRemoved().slice(0, MOST_UNDOS));
  protected readonly groups = computed(() => groupConversations(this.conversations.list() ?? [], Date.now()));
  protected readonly isEmpty = computed(() => this.conversations.list()?.length === 0);

  /** The conversation whose line takes the focus as soon as it is there. */
  private readonly awaited = signal<string | null>(null);

  constructor() {
    afterRenderEffect(() => this.focusAwaited());
  }

  /** Puts the cursor into the search. */
  focusSearch(): void {
    this.field().nativeElement.focus();
  }

  protected clear(event: Event): void {
    // Escape also ends a composition, and that only.
    const isTyping = event instanceof KeyboardEvent && isComposing(event);
    if (this.query() === '' && !isTyping) return;
    // The first Escape ends the search, and the next one what is around the list.
    event.stopPropagation();
    if (isTyping) return;
    this.query.set('');
  }

  /** The cursor stays where the next search is written. */
  protected endSearch(): void {
    this.query.set('');
    this.focusSearch();
  }

  protected enterList(event: Event): void {
    event.preventDefault();
    this.links()[0]?.focus();
  }

  /** Up and down go from one conversation to the next. */
  protected move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = this.links();
    const at = links.findIndex((link) => link === event.target);
    if (step === undefined || at === -1) return;
    event.preventDefault();
    if (at + step < 0) this.focusSearch();
    else links[at + step]?.focus();
  }

  protected export(conversation: ConversationRecord, format: ExportFormat): void {
    void this.exporter.export(conversation, format);
  }

  /** The focus goes to what can bring the conversation back. */
  protected async remove(conversation: ListedConversation): Promise<void> {
    const { isUnread: _, job: __, ...record } = conversation;
    await this.trash.add(record);
    void this.live.announce(this.deletedText(record));
    this.focusAfterRender('.undo button');
  }

  protected deletedText({ title, opening }: ConversationRecord): string {
    return this.text('history.deleted', { title: title ?? opening ?? this.text('history.untitled') });
  }

  protected async bringBack(id: string): Promise<void> {
    await this.trash.bringBack(id);
    this.awaited.set(id);
  }

  protected toggleTrash(): void {
    this.query.set('');
    this.wantsTrash.set(!this.showsTrash());
  }

  /** Its line is there when the list has been read again. */
  private focusAwaited(): void {
    const [id] = [this.awaited(), this.groups()];
    const link = id === null ? null : this.element.querySelector<HTMLElement>(`.body a[href$="/c/${id}"]`);
    if (link === null) return;
    this.awaited.set(null);
    link.focus();
  }

  private focusAfterRender(selector: string): void {
    afterNextRender(() => this.element.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }

  private links(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.body a')];
  }
}
