import type { EngineProfile, EnginePrice, PromptOptions, VideoMessage } from '../../services/index.ts';
import type { TextSource } from '../language/texts.ts';

/** An amount of money. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Below this, two decimals would say nothing, or something wrong. */
const SMALL = 0.1;

/** Money as a language writes it: `¥0.50`. */
export function moneyText({ amount, currency }: Money, language: string): string {
  const digits = amount > 0 && amount < SMALL ? { maximumFractionDigits: 4 } : {};
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits } as const;
  return new Intl.NumberFormat(language, style).format(amount);
}

/** What an engine takes: `¥0.50/条`, `¥0.10/秒`. */
export function priceText(price: EnginePrice, text: TextSource, language: string): string {
  if (price.amount === 0) return text('engines.free');
  const money = moneyText(price, language);
  return text(price.per === 'clip' ? 'engines.pricePerClip' : 'engines.pricePerSecond', { money });
}

/** What a clip is going to cost, or has cost; undefined where there is no price, or where it goes by a length not known. */
export function costOf(
  { price, seconds }: Pick<EngineProfile, 'price' | 'seconds'>,
  options: Pick<PromptOptions, 'seconds'>,
): Money | undefined {
  if (price === undefined) return undefined;
  const { amount, currency, per } = price;
  if (per === 'clip') return { amount, currency };
  const length = options.seconds ?? onlyLength(seconds);
  return length === undefined ? undefined : { amount: amount * length, currency };
}

/** How long a clip is, in seconds: as it was asked of its engine, or else as it has become. */
export function clipSeconds({
  madeWith,
  durationMs,
}: Pick<VideoMessage, 'madeWith' | 'durationMs'>): number | undefined {
  return madeWith?.options?.seconds ?? (durationMs === undefined ? undefined : durationMs / 1_000);
}

/** The most that a clip may have cost of which only is known what was asked: that of the longest that the engine makes. */
export function mostCostOf(
  { price, seconds }: Pick<EngineProfile, 'price' | 'seconds'>,
  asked: Pick<PromptOptions, 'seconds'>,
): Money | undefined {
  const longest = asked.seconds ?? longestOf(seconds);
  return costOf({ ...(price && { price }) }, { ...(longest !== undefined && { seconds: longest }) });
}

/** Sums of money by currency, in the order of their first appearance. */
export function sumOf(moneys: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of moneys) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

function onlyLength(seconds: EngineProfile['seconds']): number | undefined {
  if (seconds === undefined) return undefined;
  if ('min' in seconds) return seconds.min === seconds.max ? seconds.min : undefined;
  return seconds.length === 1 ? seconds[0] : undefined;
}

function longestOf(seconds: EngineProfile['seconds']): number | undefined {
  if (seconds === undefined) return undefined;
  return 'min' in seconds ? seconds.max : Math.max(...seconds);
}
