import { Component, computed, inject, type Injector, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogConfig,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';

import { loadHanForms } from '../../folding/han-forms.ts';
import { isComposing } from '../../input-method/is-composing.ts';
import { WrittenWords } from '../../input-method/written-words.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { OverlayHistory } from '../../overlays/overlay-history.ts';
import { matching } from '../../scene/matching-words.ts';
import type { SubjectNames } from '../../scene/subjects.ts';

/** How many are shown: a longer list takes longer to look through than another letter to type. */
const MOST_SHOWN = 60;

/** Looks for a subject among all that the engine knows; closes with its word. */
@Component({
  selector: 'kitten-subject-search',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, WrittenWords],
  template: `
    <h2 mat-dialog-title>{{ text('scene.search') }}</h2>
    <mat-dialog-content>
      <input
        type="search"
        dir="auto"
        autocomplete="off"
        [attr.aria-label]="text('scene.search')"
        [value]="wanted()"
        (kittenWrittenWords)="wanted.set($event)"
        (keydown.enter)="chooseFirst($event)"
      />
      <p role="status">{{ text('scene.found', { count: found().length }) }}</p>
      <ul [attr.aria-label]="text('scene.subject')">
        @for (subject of shown(); track subject.word) {
          <li>
            <button type="button" (click)="dialog.close(subject.word)">{{ subject.label }}</button>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ text('shell.close') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './subject-search.scss',
})
class SubjectSearch {
  private readonly subjects = inject<SubjectNames>(MAT_DIALOG_DATA);
  private readonly language = inject(Language);
  protected readonly dialog = inject<MatDialogRef<SubjectSearch, string>>(MatDialogRef);
  protected readonly text = injectText();
  protected readonly wanted = signal('');
  protected readonly found = computed(() => matching(this.subjects, this.wanted(), this.language.current()));
  protected readonly shown = computed(() => this.found().slice(0, MOST_SHOWN));

  constructor() {
    // Without them words are found as they are written.
    loadHanForms().catch(() => undefined);
  }

  protected chooseFirst(event: Event): void {
    const [first] = this.found();
    // The same key chooses among the candidates of an input method.
    if (isComposing(event as KeyboardEvent) || this.wanted().trim() === '' || first === undefined) return;
    // Otherwise it presses the button that has the focus again once this is closed.
    event.preventDefault();
    this.dialog.close(first.word);
  }
}

/** Has the person look for a subject; resolves with its word, or undefined where none was wanted. */
export function searchSubject(injector: Injector, subjects: SubjectNames): Promise<string | undefined> {
  const look = { width: '480px', maxWidth: 'calc(100vw - 32px)', autoFocus: 'input', closeOnNavigation: false };
  const config = Object.assign(new MatDialogConfig<SubjectNames>(), look, { data: subjects });
  // Not injected by the caller, which would then load Material's dialog too: this file is loaded on demand.
  const dialog = injector.get(MatDialog).open<SubjectSearch, SubjectNames, string>(SubjectSearch, config);
  const isOver = injector.get(OverlayHistory).add(() => dialog.close());
  return new Promise((resolve) => {
    dialog.afterClosed().subscribe((word) => {
      isOver();
      resolve(word);
    });
  });
}
