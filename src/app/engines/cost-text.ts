import { inject } from '@angular/core';

import { type EngineProfile, type PromptMessage, WebSocketService } from '../../services/index.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { costOf, moneyText, priceText } from './price.ts';
import { promptFor } from './prompt-for-engine.ts';

/** A prompt as far as it matters for what it costs. */
export interface AskedClip {
  /** What makes it; undefined where nobody knows. */
  readonly engine: EngineProfile | undefined;
  /** How long it becomes, where that is known. */
  readonly seconds: number | undefined;
  /** Whether the engine gets the prompt as it is, whatever stands before it. */
  readonly verbatim?: boolean | undefined;
}

/**
 * What so many of a prompt are going to cost, before they are sent: `约 ¥6.00`; null where nothing is taken, or nobody knows. Where
 * a bot reads the prompt first, what each clip costs: it may make several shots of one wish, and says how many only then.
 * Reactive. In an injection context.
 */
export function injectCostText(): (asked: AskedClip, count?: number) => string | null {
  const { welcome } = inject(WebSocketService);
  const language = inject(Language).current;
  const text = injectText();
  return ({ engine, seconds, verbatim = false }, count = 1) => {
    if (engine?.price === undefined) return null;
    if (engine.price.amount === 0) return text('engines.free');
    const cost = costOf(engine, { ...(seconds !== undefined && { seconds }) });
    if (cost === undefined) {
      const price = priceText(engine.price, text, language());
      return count === 1 ? price : text('engines.times', { count, price });
    }
    if (!verbatim && welcome()?.features.includes('talk') === true) {
      return text('engines.costEach', { money: moneyText(cost, language()) });
    }
    return text('engines.cost', { money: moneyText({ ...cost, amount: cost.amount * count }, language()) });
  };
}

/** What asks another engine for a prompt, with what that costs: `用“Wan”再画一次 · 约 ¥3.00`. Reactive. In an injection context. */
export function injectRepeatWithText(): (engine: EngineProfile, prompt: PromptMessage | undefined) => string {
  const costText = injectCostText();
  const text = injectText();
  return (engine, prompt) => {
    const label = text('engines.repeatWithOne', { name: engine.name });
    return labelWithCost(label, prompt === undefined ? null : costText(askedOf(engine, prompt)));
  };
}

/** A prompt that is asked of another engine, as far as it matters for what it costs. */
export function askedOf(engine: EngineProfile, prompt: PromptMessage): AskedClip {
  return { engine, seconds: promptFor(engine, prompt).options?.seconds, verbatim: prompt.verbatim };
}

/** What a button does, with what that costs: `再画一次 · 约 ¥3.00`. */
export function labelWithCost(label: string, cost: string | null): string {
  return cost === null ? label : `${label} · ${cost}`;
}
