const MODIFIERS = ['Mod', 'Shift', 'Alt'];

/** What Apple writes for its keys, and what is short elsewhere. */
const APPLE_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
};

/** Whether the event is the press of these keys, `Mod+Shift+O`, and of no others. */
export function pressed(chord: string, event: KeyboardEvent): boolean {
  const { key, has } = parse(chord);
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  // Both count as Mod: the one that the system has for itself never comes here.
  if ((event.ctrlKey || event.metaKey) !== has('Mod') || event.altKey !== has('Alt')) return false;
  // Signs may need Shift or not, as the keyboard has them.
  return isSign(key) || event.shiftKey === has('Shift');
}

/** Whether it is a key that writes a sign, without Ctrl, ⌘ or Alt. */
export function isSingleKey(chord: string): boolean {
  const { key, has } = parse(chord);
  return key.length === 1 && !has('Mod') && !has('Alt');
}

/** What stands on the keys. */
export function keyNames(chord: string, platform: 'apple' | 'other'): readonly string[] {
  const names = platform === 'apple' ? APPLE_NAMES : OTHER_NAMES;
  return partsOf(chord).map((name) => names[name] ?? NAMES[name] ?? name);
}

function parse(chord: string): { readonly key: string; readonly has: (modifier: string) => boolean } {
  const parts = partsOf(chord);
  return { key: parts.at(-1) ?? '', has: (modifier) => MODIFIERS.includes(modifier) && parts.includes(modifier) };
}

/** A plus at the end is a key of its own. */
function partsOf(chord: string): readonly string[] {
  return chord.split(/\+(?!$)/);
}

function isSign(key: string): boolean {
  return key.length === 1 && key.toLowerCase() === key.toUpperCase();
}
