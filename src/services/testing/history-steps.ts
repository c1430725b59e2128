import fc from 'fast-check';

/** What answers the connections to come: the gateway, at once or late, or a basic server, talkative or silent. */
export type ServerKind = 'gateway' | 'slow' | 'talking' | 'silent';

/** One thing that happens to a page. */
export type Step =
  | { readonly kind: 'send' | 'publish' | 'lose' | 'drop' | 'go-silent' | 'reload' | 'connect' }
  | { readonly kind: 'open-tab' | 'close-tab' | 'send-there' }
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'network'; readonly isUp: boolean }
  | { readonly kind: 'serve'; readonly as: ServerKind }
  | { readonly kind: 'store'; readonly is: 'cleared' | 'blocked' | 'open' }
  | { readonly kind: 'wait'; readonly milliseconds: number };

/** Up to forty of them by chance, what is common more often. */
export const STEPS = fc.array(
  fc.oneof(
    often(4, ['send'] as const, (kind) => ({ kind })),
    often(3, ['publish'] as const, (kind) => ({ kind })),
    often(4, ['drop', 'send-there'] as const, (kind) => ({ kind })),
    often(5, ['lose', 'go-silent', 'open-tab', 'close-tab', 'reload', 'connect'] as const, (kind) => ({ kind })),
    often(2, [1000, 1001, 1011, 1013, 4408, 4429], (code) => ({ kind: 'close', code })),
    often(2, [true, false], (isUp) => ({ kind: 'network', isUp })),
    often(2, ['gateway', 'gateway', 'slow', 'talking', 'silent'] as const, (as) => ({ kind: 'serve', as })),
    often(1, ['cleared', 'blocked', 'open'] as const, (is) => ({ kind: 'store', is })),
    often(4, [1, 3, 10, 1_000, 3_001, 20_000], (milliseconds) => ({ kind: 'wait', milliseconds })),
  ),
  { minLength: 1, maxLength: 40 },
);

/** A step of one of several, so often as its weight says. */
function often<Value>(
  weight: number,
  values: readonly Value[],
  step: (value: Value) => Step,
): fc.WeightedArbitrary<Step> {
  return { weight, arbitrary: fc.constantFrom(...values).map(step) };
}
