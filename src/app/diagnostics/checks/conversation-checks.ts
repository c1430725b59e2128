import type { ConnectionLogState } from '../../../services/index.ts';
import type { TextSource } from '../../language/texts.ts';
import type { Check, Phrase } from './check.ts';
import { timeOfDayFormat } from '../../calendar/day.ts';

/** Whether the conversation has had errors since the page was opened. Where the connection is well again, they warn. */
export function errorsCheck(
  { counts, lastError }: Pick<ConnectionLogState, 'counts' | 'lastError'>,
  isConnected: boolean,
  language: string,
): Check {
  const name = 'errors';
  const { errors, unreadable, missed } = counts;
  if (errors + unreadable + missed === 0) {
    return { name, state: 'ok', finding: (text) => text('diagnostics.errorsNone') };
  }
  const sentences =
    (choose: (text: TextSource) => readonly (string | false)[]): Phrase =>
    (text) =>
      choose(text)
        .filter((sentence) => sentence !== false)
        .join(language.startsWith('zh') ? '' : ' ');
  return {
    name,
    state: isConnected ? 'warning' : 'problem',
    finding: sentences((text) => [
      errors > 0 && text('diagnostics.errorsTold', { count: errors }),
      unreadable > 0 && text('diagnostics.errorsUnreadable', { count: unreadable }),
      lastError !== null &&
        text('diagnostics.errorsLast', { code: lastError.code, time: timeOfDayFormat(language).format(lastError.at) }),
      missed > 0 && text('diagnostics.errorsMissed', { count: missed }),
    ]),
    remedy: sentences((text) => [
      errors > 0 && text('diagnostics.errorsToldRemedy'),
      unreadable > 0 && text('diagnostics.errorsUnreadableRemedy'),
      missed > 0 && text('diagnostics.errorsMissedRemedy'),
      text('diagnostics.errorsExport'),
    ]),
    ...(unreadable > 0 && { action: 'reload' }),
  };
}
