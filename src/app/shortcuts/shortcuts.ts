import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

import type { PlainTextKey } from '../language/texts.ts';
import { preference } from '../preferences/preference.ts';
import { isSingleKey, pressed } from './key-chord.ts';

/** A key, or several at once, and what they do. */
export interface Shortcut {
  /** One or the other of these: `Mod+Shift+O`, `?`, `Escape`. `Mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
  readonly keys: readonly string[];
  /** The text that says what it does. */
  readonly description: PlainTextKey;
  /** Does it. Absent where a part of the page listens for the key by itself, and only wants it in the list. */
  readonly run?: () => void;
  /** Selects dialogs and menus over which the shortcut works too. By default it works over none, since they have keys of their own. */
  readonly over?: string;
}

/** Where a letter is a letter. */
const WRITING = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
/** What lies over the page and has keys of its own. */
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu], dialog[open]';

/** The keys of the whole page. Parts add theirs with {@link injectShortcut}; the sheet of shortcuts lists them. */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly added = signal<readonly Shortcut[]>([]);
  private readonly single = preference<'on' | 'off'>({
    key: 'ask-kitten.single-keys',
    initial: 'on',
    accepts: (value) => value === 'on' || value === 'off',
  });

  /** Those that hold now, in the order in which they were added. */
  readonly all = this.added.asReadonly();
  /** Whether keys without Ctrl or ⌘ do anything: dictation and stray keys set them off. `on` at first. */
  readonly singleKeys = this.single.value;

  constructor() {
    fromEvent<KeyboardEvent>(this.document, 'keydown')
      .pipe(takeUntilDestroyed())
      .subscribe((event) => this.handleKey(event));
  }

  /** Adds a shortcut; returns what takes it away again. */
  add(shortcut: Shortcut): () => void {
    this.added.update((all) => [...all, shortcut]);
    return () => this.added.update((all) => all.filter((other) => other !== shortcut));
  }

  /** Has keys without Ctrl or ⌘ do something, or nothing. */
  chooseSingleKeys(choice: 'on' | 'off'): void {
    this.single.set(choice);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    for (const { keys, run, over } of this.added().toReversed()) {
      const key = keys.find((chord) => pressed(chord, event));
      if (run === undefined || key === undefined || !this.isMeant(key, event) || this.isCovered(over)) continue;
      event.preventDefault();
      run();
      return;
    }
  }

  private isCovered(over: string | undefined): boolean {
    // A panel that is closed may be in the page, and covers nothing.
    const overlays = [...this.document.querySelectorAll(OVERLAY)].filter((overlay) => overlay.checkVisibility());
    return overlays.some((overlay) => over === undefined || overlay.closest(over) === null);
  }

  private isMeant(key: string, event: KeyboardEvent): boolean {
    if (!isSingleKey(key)) return true;
    return this.singleKeys() === 'on' && !(event.target instanceof Element && event.target.matches(WRITING));
  }
}

/** Adds a shortcut for as long as the caller lives. In an injection context. */
export function injectShortcut(shortcut: Shortcut): void {
  inject(DestroyRef).onDestroy(inject(Shortcuts).add(shortcut));
}
