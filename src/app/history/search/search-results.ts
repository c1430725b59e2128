import { Component, computed, inject, input, output } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { debounceTime, from, map, merge, type Observable, scan, switchMap, takeUntil, timer } from 'rxjs';

import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Poster } from '../../media/poster.ts';
import { ConversationSearch } from './conversation-search.ts';
import type { Hit } from './search-index.ts';
import { snippet, type SnippetPart } from './snippet.ts';

/** How long a person may pause while writing, in milliseconds. */
const PAUSE = 120;

/** How long a search may take before it is said that it goes on, in milliseconds. */
const UNNOTICED = 250;

/** What is known of a search; what was found before stays until something else is. */
interface Answer {
  readonly isSearching: boolean;
  /** Null where it failed; absent before the first one. */
  readonly hits?: readonly Hit[] | null;
}

const NOTHING_YET: Answer = { isSearching: false };

/** A hit as it is shown. */
interface ShownHit {
  readonly id: string;
  readonly conversationId: string;
  readonly queryParams: { readonly turn?: string };
  readonly title: string;
  readonly posterUrl: string | undefined;
  readonly at: string;
  readonly parts: readonly SnippetPart[];
}

/** What was found in all conversations; each hit leads to its place. */
@Component({
  selector: 'kitten-search-results',
  imports: [MatProgressBar, Poster, RouterLink],
  template: `
    <p class="count" role="status">{{ summary() }}</p>
    @if (answer().isSearching) {
      <mat-progress-bar mode="indeterminate" aria-hidden="true" />
    }
    @if (found(); as found) {
      <ul>
        @for (hit of found.hits; track hit.id) {
          <li>
            <a [routerLink]="'/c/' + hit.conversationId" [queryParams]="hit.queryParams" (click)="opened.emit()">
              <kitten-poster [address]="hit.posterUrl" />
              <span class="title" dir="auto">{{ hit.title }}</span>
              <time>{{ hit.at }}</time>
              <span class="snippet" dir="auto">
                <!-- Without white space between: a word is marked within its sentence. -->
                @for (part of hit.parts; track $index) {
                  @if (part.isMatch) {
                    <mark>{{ part.text }}</mark>
                  } @else {
                    <span>{{ part.text }}</span>
                  }
                }
              </span>
            </a>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './search-results.scss',
})
export class SearchResults {
  private readonly search = inject(ConversationSearch);
  private readonly language = inject(Language);
  private readonly countText = injectCountText();

  readonly query = input.required<string>();
  /** The person goes to one of them. */
  readonly opened = output();

  protected readonly text = injectText();
  protected readonly answer = toSignal(
    toObservable(this.query).pipe(
      debounceTime(PAUSE),
      switchMap((query) => this.ask(query)),
      scan((before, now) => ({ ...before, ...now })),
    ),
    { initialValue: NOTHING_YET },
  );
  protected readonly found = computed(() => {
    const { hits } = this.answer();
    return hits === undefined ? null : { hits: (hits ?? []).map((hit) => this.shown(hit)) };
  });
  protected readonly summary = computed(() => {
    const { hits, isSearching } = this.answer();
    if (isSearching) return this.text('history.searching');
    if (hits === undefined) return '';
    if (hits === null) return this.text('history.searchFailed');
    return hits.length === 0 ? this.text('history.nothingFound') : this.countText('history.hits', hits.length);
  });

  private ask(query: string): Observable<Answer> {
    const answer = from(this.search.find(query).catch(() => null));
    return merge(
      timer(UNNOTICED).pipe(
        map(() => ({ isSearching: true })),
        takeUntil(answer),
      ),
      answer.pipe(map((hits) => ({ isSearching: false, hits }))),
    );
  }

  private shown({ id, conversation, turnId, at, text, terms, posterUrl }: Hit): ShownHit {
    const day = new Intl.DateTimeFormat(this.language.current(), { month: 'short', day: 'numeric' });
    return {
      id,
      conversationId: conversation.id,
      queryParams: turnId === undefined ? {} : { turn: turnId },
      title: conversation.title ?? conversation.opening ?? this.text('history.untitled'),
      posterUrl: posterUrl ?? conversation.posterUrl,
      at: day.format(at),
      parts: snippet(text, terms),
    };
  }
}
