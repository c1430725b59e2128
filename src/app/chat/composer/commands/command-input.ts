import { computed, inject, linkedSignal, Service, signal } from '@angular/core';

import { Draft } from '../../../drafts/draft.ts';
import { injectCountText, injectListText, injectText } from '../../../language/text.ts';
import { EngineChoice } from '../engine/engine-choice.ts';
import { parseCommand } from './parse-command.ts';
import { commandName, type Suggestion, type SuggestionContext, suggestionsOf, valueHint } from './suggestions.ts';

/** A command that is being typed at the beginning of the draft, and what there is to choose for it. */
@Service()
export class CommandInput {
  private readonly draft = inject(Draft);
  private readonly choice = inject(EngineChoice);
  private readonly texts = {
    text: injectText(),
    count: injectCountText(),
    list: injectListText(),
    chance: () => Math.random(),
  };
  private readonly context = computed<SuggestionContext>(() => ({ ...this.texts, limits: this.choice.limits() }));
  private readonly position = signal(Infinity);
  /** Where a command ends at the latest: at the cursor, as far as it is known. */
  readonly caret = this.position.asReadonly();
  private readonly typed = computed(() => parseCommand(this.draft.text().slice(0, this.caret())));
  /** Closed by hand: until there is no command any more, nothing opens. */
  private readonly isClosed = linkedSignal<boolean, boolean>({
    source: () => this.typed() === null,
    computation: (isGone, previous) => !isGone && previous?.value === true,
  });
  private readonly command = computed(() => (this.isClosed() ? null : this.typed()));

  readonly listId = 'composer-commands';
  /** What is suggested; nothing where the text is no command. */
  readonly suggestions = computed(() => {
    const command = this.command();
    return command === null ? [] : suggestionsOf(command, this.context());
  });
  /** The place of the suggestion that Enter takes. */
  readonly active = linkedSignal<readonly Suggestion[], number>({ source: this.suggestions, computation: () => 0 });
  /** What to say where a value can't be read; null while it can, or where there is none. */
  readonly hint = computed(() => {
    const command = this.command();
    if (command?.stage !== 'value' || this.suggestions().length > 0) return null;
    return valueHint(command.option, this.context());
  });
  /** Whether Enter belongs to the command: it has something to take, or something to say. */
  readonly isOpen = computed(() => this.suggestions().length > 0 || this.hint() !== null);
  /** The suggestion that Enter takes; undefined where there is none. */
  readonly activeSuggestion = computed<Suggestion | undefined>(() => this.suggestions()[this.active()]);
  /** The element that the field calls active; null where none is. */
  readonly activeId = computed(() => (this.suggestions().length === 0 ? null : this.optionId(this.active())));

  /** The id of a suggestion's element. */
  optionId(index: number): string {
    return `${this.listId}-${index}`;
  }

  /** The cursor has moved: a command ends there, and what follows stays a prompt. */
  moveCaret(position: number): void {
    this.position.set(position);
  }

  /** Moves the active suggestion, round the ends. */
  moveActive(step: 1 | -1): void {
    const { length } = this.suggestions();
    if (length > 0) this.active.update((index) => (index + step + length) % length);
  }

  /** Lets the text be a text. */
  close(): void {
    this.isClosed.set(true);
  }

  /**
   * Applies a suggestion of the popup or of a menu; returns what to say about it, where there is anything. A command
   * goes out of the text, and every other text stays.
   */
  apply({ pick }: Suggestion): string {
    const text = this.draft.text();
    const typed = this.typed();
    const end = typed === null ? 0 : typed.stage === 'value' ? typed.end : this.caret();
    const rest = typed === null ? text : text.slice(end).trimStart();
    const command = pick.kind === 'name' ? `/${commandName(pick.option, this.texts.text)} ` : '';
    this.position.set(command === '' ? Infinity : command.length);
    this.draft.text.set(command + rest);
    if (pick.kind === 'name') return '';
    this.draft.options.update((options) => ({ ...options, ...pick.options }));
    return pick.note;
  }
}
