import { computed, inject, type Signal } from '@angular/core';

import { SEND_KEYS, SendKey } from '../preferences/send-key.ts';
import { injectText } from '../language/text.ts';
import type { Choice } from './choice.ts';

/** The keys that send a message, by what is written on them. In an injection context. */
export function injectSendKeyChoice(): Signal<Choice> {
  const sendKey = inject(SendKey);
  const text = injectText();
  return computed(() => ({
    id: 'send-key',
    name: text('composer.sendKey'),
    options: SEND_KEYS.map((key) => ({
      id: key,
      name: key === 'enter' ? 'Enter' : `${sendKey.modifierName}+Enter`,
      isChosen: key === sendKey.choice(),
      choose: () => sendKey.choose(key),
    })),
  }));
}
