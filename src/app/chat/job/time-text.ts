import type { Remaining } from '../../estimates/remaining-time.ts';
import { durationText, SECONDS_END } from '../../language/quantity-text.ts';
import type { CountTextSource, TextSource } from '../../language/texts.ts';

/** How a stopwatch shows a length of time: 0:07, 12:30. */
export function stopwatchText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is left, as a range no finer than it is known; empty where nothing can be said. */
export function remainingText(range: Remaining['range'], text: TextSource, countText: CountTextSource): string {
  if (range === null) return '';
  const [low, high] = range.map((ms) => roundSeconds(ms / 1_000)) as [number, number];
  if (high <= 1) return text('chat.aboutToEnd');
  if (high >= SECONDS_END) return text('chat.remaining', { time: minutesText(low, high, text, countText) });
  const time = low === high ? durationText(high * 1_000, countText) : text('chat.remainingSeconds', { low, high });
  return text('chat.remaining', { time });
}

function minutesText(lowSeconds: number, highSeconds: number, text: TextSource, countText: CountTextSource): string {
  const low = Math.max(1, Math.floor(lowSeconds / 60));
  const high = Math.ceil(highSeconds / 60);
  return low === high ? durationText(high * 60_000, countText) : text('chat.remainingMinutes', { low, high });
}

/** To five seconds from ten on: more would pretend. */
function roundSeconds(seconds: number): number {
  return seconds < 10 ? Math.max(1, Math.ceil(seconds)) : Math.round(seconds / 5) * 5;
}
