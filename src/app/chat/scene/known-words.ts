import { Component, computed, inject, Injector, input, linkedSignal, output, signal } from '@angular/core';
import { mdiMagnify } from '@mdi/js';

import type { SceneData, SceneWordKind, SceneWords } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { kindsOf, placeFor, withKnownWord } from '../../scene/known-words.ts';
import { choicesOf } from '../../scene/scene-chips.ts';
import { Subjects } from '../../scene/subjects.ts';
import { KIND_NAMES } from './kind-names.ts';

/** How many words are shown at first: two lines of them, three on a telephone. */
const FEW = 10;

let count = 0;

/** Where an engine does not know a word: which ones it knows, by their kind. One of them draws the picture with it. */
@Component({
  selector: 'kitten-known-words',
  imports: [Icon],
  templateUrl: './known-words.html',
  styleUrl: './known-words.scss',
  host: { role: 'group', '[attr.aria-labelledby]': 'id' },
})
export class KnownWords {
  readonly scene = input.required<SceneData>();
  /** The words of the engine. */
  readonly words = input.required<SceneWords>();
  /** Its id; without one it is the server's default. */
  readonly engine = input<string>();
  /** The person wants it drawn so. */
  readonly changed = output<SceneData>();

  private readonly language = inject(Language);
  private readonly subjects = inject(Subjects);
  private readonly injector = inject(Injector);
  private readonly opened = signal<SceneWordKind | null>(null);
  protected readonly id = `known-words-${++count}`;
  protected readonly text = injectText();
  protected readonly names = KIND_NAMES;
  protected readonly searchIcon = mdiMagnify;
  protected readonly kinds = computed(() => kindsOf(this.words()));
  protected readonly shownKind = computed(() => this.opened() ?? this.kinds()[0] ?? 'subject');
  protected readonly choices = computed(() => {
    const kind = this.shownKind();
    const current = placeFor(kind, this.scene(), this.words());
    return choicesOf(current, this.words(), this.language.current()).filter(({ isChosen }) => !isChosen);
  });
  protected readonly showsAll = linkedSignal({ source: this.shownKind, computation: () => false });
  protected readonly shown = computed(() => (this.showsAll() ? this.choices() : this.choices().slice(0, FEW)));

  protected open(kind: SceneWordKind): void {
    this.opened.set(kind);
  }

  protected choose(word: string): void {
    this.changed.emit(withKnownWord(this.scene(), this.shownKind(), word, this.words()));
  }

  /** Among all the subjects that there are. */
  protected async search(): Promise<void> {
    const [{ searchSubject }, subjects] = await Promise.all([
      import('./subject-search.ts'),
      this.subjects.of(this.engine()),
    ]);
    const word = await searchSubject(this.injector, subjects);
    if (word !== undefined) this.choose(word);
  }
}
