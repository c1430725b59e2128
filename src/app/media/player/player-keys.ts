import { inject, Service } from '@angular/core';

import { Shortcuts } from '../../shortcuts/shortcuts.ts';

/** What a key asks of a player. */
export type PlayerCommand =
  | { readonly kind: 'toggle' | 'mute' | 'full-screen' | 'begin' | 'end' | 'none' }
  | { readonly kind: 'seek'; readonly by: 1 | -1 }
  | { readonly kind: 'frame'; readonly by: 1 | -1 }
  | { readonly kind: 'volume'; readonly by: 1 | -1 }
  | { readonly kind: 'speed'; readonly by: 1 | -1 };

const COMMANDS: Readonly<Record<string, PlayerCommand>> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  m: { kind: 'mute' },
  f: { kind: 'full-screen' },
  Home: { kind: 'begin' },
  End: { kind: 'end' },
  ArrowLeft: { kind: 'seek', by: -1 },
  ArrowRight: { kind: 'seek', by: 1 },
  ArrowUp: { kind: 'volume', by: 1 },
  ArrowDown: { kind: 'volume', by: -1 },
  ',': { kind: 'frame', by: -1 },
  '.': { kind: 'frame', by: 1 },
  '<': { kind: 'speed', by: -1 },
  '>': { kind: 'speed', by: 1 },
};

/** What a key asks for; undefined where it belongs to somebody else. */
export function playerCommand(event: KeyboardEvent): PlayerCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  // What has the focus and is pressed by it, or unfolds, does that.
  if (event.key === ' ' && isPressedBySpace(event.target)) return undefined;
  // Caps Lock makes no other key of a letter.
  return COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

function isPressedBySpace(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, summary');
}

/** Has the sheet of shortcuts name the keys of a clip once there is one; the player listens for them itself. */
@Service()
export class PlayerShortcuts {
  constructor() {
    const shortcuts = inject(Shortcuts);
    shortcuts.add({ keys: ['k'], description: 'player.toggleKey' });
    shortcuts.add({ keys: [',', '.'], description: 'player.frameKeys' });
    shortcuts.add({ keys: ['<', '>'], description: 'player.speedKeys' });
    shortcuts.add({ keys: ['ArrowUp', 'ArrowDown'], description: 'player.volumeKeys' });
    shortcuts.add({ keys: ['m'], description: 'player.muteKey' });
    shortcuts.add({ keys: ['f'], description: 'player.fullScreenKey' });
  }
}
