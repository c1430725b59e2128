import { inject, InjectionToken, Service } from '@angular/core';

import { preference } from './preference.ts';

/** What sends a message: Enter, or Enter together with Ctrl or ⌘. */
export const SEND_KEYS = ['enter', 'modifier-enter'] as const;

/** One of {@link SEND_KEYS}. */
export type SendKeyChoice = (typeof SEND_KEYS)[number];

/** What the machine calls the key that goes with Enter. */
const MODIFIER_NAME = new InjectionToken<string>('MODIFIER_NAME', {
  factory: () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
});

/** Which key sends, kept for this browser. The other one makes a line. */
@Service()
export class SendKey {
  private readonly kept = preference<SendKeyChoice>({
    key: 'ask-kitten.send-key',
    initial: 'enter',
    accepts: (text) => SEND_KEYS.some((key) => key === text),
  });

  /** The choice in force. */
  readonly choice = this.kept.value;
  /** `Ctrl` or `⌘`. */
  readonly modifierName = inject(MODIFIER_NAME);

  /** Chooses from now on. */
  choose(choice: SendKeyChoice): void {
    this.kept.set(choice);
  }

  /** Whether a key that belongs to no input method sends. Enter with a modifier always does. */
  sends({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (key !== 'Enter' || shiftKey || altKey) return false;
    return this.choice() === 'enter' || ctrlKey || metaKey;
  }
}
