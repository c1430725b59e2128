import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiSend } from '@mdi/js';

import {
  contentLength,
  DEFAULT_LIMITS,
  MAX_ATTACHMENTS,
  UPLOAD_TYPES,
  WebSocketService,
} from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { injectShortcut } from '../../shortcuts/shortcuts.ts';
import { isComposing } from '../../input-method/is-composing.ts';
import { OPTION_NAMES } from '../../clip-options/option-values.ts';
import { Engines } from '../../engines/engines.ts';
import { FirstTry } from '../../connection/first-try.ts';
import { EngineChoice } from './engine/engine-choice.ts';
import { BuiltInEngineNote } from './engine/built-in-engine-note.ts';
import { EngineMisfits } from './engine-misfits.ts';
import { EnginePicker } from './engine/engine-picker.ts';
import type { Suggestion } from './commands/suggestions.ts';
import { CommandInput } from './commands/command-input.ts';
import { CommandPopup } from './commands/command-popup.ts';
import { ComposerMenu } from './composer-menu.ts';
import { Draft } from '../../drafts/draft.ts';
import { GrowWithText } from './grow-with-text.ts';
import { OptionChips } from './option-chips.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { PromptRecall } from './prompt-recall.ts';
import { DropTarget } from './references/drop-target.ts';
import { ReferenceList } from './references/reference-list.ts';
import { References } from './references/references.ts';
import { SendKey } from '../../preferences/send-key.ts';
import { PreferenceBar } from './preferences/preference-bar.ts';

/** From which part of the limit on the count is shown. */
const NEAR_LIMIT = 0.9;

/**
 * Where people write: words, options by commands or from a menu, reference images. Without a connection the service
 * queues what is sent. Nothing here is read by the conversation, so that typing renders none of it.
 */
@Component({
  selector: 'kitten-composer',
  imports: [
    CommandPopup,
    ComposerMenu,
    DropTarget,
    BuiltInEngineNote,
    EngineMisfits,
    EnginePicker,
    GrowWithText,
    Icon,
    MatIconButton,
    OptionChips,
    ReferenceList,
    PreferenceBar,
  ],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  private readonly socket = inject(WebSocketService);
  private readonly recall = inject(PromptRecall);
  private readonly conversation = inject(OpenConversation);
  private readonly injector = inject(Injector);
  protected readonly language = inject(Language);
  protected readonly firstTry = inject(FirstTry);
  protected readonly draft = inject(Draft);
  protected readonly commands = inject(CommandInput);
  protected readonly references = inject(References);
  protected readonly engines = inject(Engines);
  protected readonly engineChoice = inject(EngineChoice);
  protected readonly sendKey = inject(SendKey);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  /** What is chosen there counts as soon as it can be seen. */
  private readonly preferenceBar = viewChild<PreferenceBar>('preferenceBar');
  private readonly grown = viewChild.required(GrowWithText);

  protected readonly text = injectText();
  private readonly count = injectCountText();
  protected readonly sendIcon = mdiSend;
  protected readonly imageTypes = UPLOAD_TYPES.join();
  protected readonly limit = computed(() => (this.socket.welcome()?.limits ?? DEFAULT_LIMITS).maxContentLength);
  protected readonly length = computed(() => contentLength(this.draft.text()));
  protected readonly isTooLong = computed(() => this.length() > this.limit());
  protected readonly isNearLimit = computed(() => this.length() >= this.limit() * NEAR_LIMIT);
  protected readonly canSend = computed(
    () =>
      this.draft.text().trim() !== '' &&
      !this.isTooLong() &&
      this.references.areReady() &&
      !this.references.exceedEngine(),
  );
  protected readonly hasOptions = computed(() => OPTION_NAMES.some((name) => this.draft.options()[name] !== undefined));
  /** Whether what is sent costs nothing, as far as anybody knows. */
  readonly isFree = computed(() => (this.engineChoice.engine()?.price?.amount ?? 0) === 0);
  protected readonly placeholder = computed(() =>
    this.references.list().length > 0 ? this.text('composer.placeholderWithImages') : this.text('composer.placeholder'),
  );
  /** What has just been done, or could not be. */
  private readonly remark = signal('');
  protected readonly note = computed(() => {
    if (this.isTooLong()) return this.count('composer.tooLong', this.length() - this.limit());
    return this.remark();
  });

  constructor() {
    // Worked out as the conversation goes on, so that a click only reads it.
    effect(() => void this.conversation.lastPromptId());
    injectShortcut({ keys: ['Mod+Enter'], description: 'settings.sendPrompt' });
    injectShortcut({ keys: ['ArrowUp'], description: 'settings.recallPrompt' });
  }

  /** Puts the cursor into the field. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  /** What a person wrote of a prompt, without what the settings have added. */
  wordsOf(text: string): string {
    return this.preferenceBar()?.unworded(text) ?? text;
  }

  protected write({ value, selectionStart }: HTMLTextAreaElement): void {
    // What the page puts there itself is no news.
    if (value === this.draft.text()) return;
    this.remark.set('');
    this.commands.moveCaret(selectionStart);
    this.draft.text.set(value);
  }

  protected handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (this.handleCommandKey(event) || this.recall.handleKey(event)) {
      event.preventDefault();
      this.moveCaretToEnd();
    } else if (this.sendKey.sends(event)) {
      event.preventDefault();
      this.send();
    }
  }

  protected apply(suggestion: Suggestion): void {
    this.remark.set(this.commands.apply(suggestion));
  }

  protected pick(suggestion: Suggestion): void {
    this.apply(suggestion);
    this.focus();
    this.moveCaretToEnd();
  }

  /** Sends what is written, or says why not. */
  send(): void {
    this.endComposition();
    const suggestion = this.commands.activeSuggestion();
    if (suggestion !== undefined) return this.pick(suggestion);
    // A value that can't be read is not sent as if it were a prompt.
    if (this.commands.hint() !== null) return this.focus();
    if (!this.references.areReady()) this.remark.set(this.text('composer.waitForReferences'));
    if (!this.canSend()) return;
    const content = this.draft.content();
    const plain = { words: content.text, options: this.engineChoice.options() };
    const prompts = this.preferenceBar()?.promptsOf(plain) ?? [plain];
    const follows = this.conversation.lastPromptId();
    this.draft.clear();
    try {
      for (const { words, options } of prompts) {
        const isPlain = Object.keys(options).length === 0;
        this.socket.send(words, isPlain ? undefined : options, content.attachments, follows);
      }
    } catch (error) {
      this.draft.fill(content);
      throw error;
    }
    this.remark.set('');
    this.focus();
  }

  protected addFiles(files: readonly File[]): void {
    const left = this.references.add(files);
    this.remark.set(left > 0 ? this.text('composer.tooManyReferences', { most: MAX_ATTACHMENTS }) : '');
    this.focus();
  }

  protected remarkFolder(): void {
    this.remark.set(this.text('composer.folderDropped'));
  }

  protected addPicked(input: HTMLInputElement): void {
    this.addFiles([...(input.files ?? [])]);
    // So that the same file can be picked again.
    input.value = '';
  }

  /** The keys of the popup while it is open; the field keeps the focus. */
  private handleCommandKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (!this.commands.isOpen() || shiftKey || ctrlKey || metaKey || altKey) return false;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.commands.moveActive(key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
      case 'Tab': {
        const suggestion = this.commands.activeSuggestion();
        if (suggestion !== undefined) this.pick(suggestion);
        // Enter sends no value that can't be read.
        return suggestion !== undefined || key === 'Enter';
      }
      case 'Escape':
        this.commands.close();
        return true;
      default:
        return false;
    }
  }

  /** A touch on the button may leave a word half composed: the field takes it as it is. */
  private endComposition(): void {
    if (!this.grown().isComposing()) return;
    const { nativeElement: field } = this.field();
    field.blur();
    this.draft.text.set(field.value);
  }

  /** A text that was put into the field has its cursor behind it, or behind the command that it begins with. */
  private moveCaretToEnd(): void {
    const end = this.commands.caret();
    afterNextRender(
      () => {
        const { nativeElement: field } = this.field();
        field.setSelectionRange(end, end);
        // A key that was let go before the text was there has told of another place.
        this.commands.moveCaret(end);
      },
      { injector: this.injector },
    );
  }
}
