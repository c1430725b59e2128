import type { ErrorCode, ErrorMessage } from '../../../services/index.ts';
import type { TextKey, TextSource } from '../../language/texts.ts';

/** What a prompt can fail with before any server has seen it. */
type SendingFailure = 'outbox_full' | 'cancelled' | 'unencodable';

const TEXT_BY_CODE = {
  bad_frame: 'chat.errorBadFrame',
  too_large: 'chat.errorTooLarge',
  rate_limited: 'chat.errorRateLimited',
  queue_full: 'chat.errorQueueFull',
  storage_full: 'chat.errorStorageFull',
  quota_used: 'chat.errorQuotaUsed',
  intake_paused: 'chat.errorIntakePaused',
  engine_unknown: 'chat.errorEngineUnknown',
  engine_failed: 'chat.errorEngineFailed',
  engine_unavailable: 'chat.errorEngineUnavailable',
  engine_timeout: 'chat.errorEngineTimeout',
  engine_uncertain: 'chat.errorEngineUncertain',
  engine_unauthorized: 'chat.errorEngineUnauthorized',
  engine_no_credit: 'chat.errorEngineNoCredit',
  model_not_found: 'chat.errorModelNotFound',
  content_refused: 'chat.errorContentRefused',
  prompt_too_long: 'chat.errorPromptTooLong',
  options_refused: 'chat.errorOptionsRefused',
  result_unusable: 'chat.errorResultUnusable',
  not_found: 'chat.errorNotFound',
  unsupported: 'chat.errorUnsupported',
  internal: 'chat.errorInternal',
  outbox_full: 'chat.failureOutboxFull',
  cancelled: 'chat.failureCancelled',
  unencodable: 'chat.failureUnencodable',
} as const satisfies Record<ErrorCode | SendingFailure, TextKey>;

/** The cause of an error for people. */
export interface ErrorText {
  readonly cause: string;
  /** The server's own words, where they say more. */
  readonly detail?: string;
}

/**
 * The cause of an error in the language of the page, by its code. The server's own words, which are Chinese, go with
 * it in Chinese, and stand alone where the code is not known.
 */
export function errorText(
  { code, content }: Pick<ErrorMessage, 'code' | 'content'>,
  text: TextSource,
  language: string,
): ErrorText {
  const own = content.trim();
  if (!isKnown(code)) return { cause: own || text('chat.errorUnknown') };
  const cause = text(TEXT_BY_CODE[code]);
  return language.startsWith('zh') && own !== '' && own !== cause ? { cause, detail: own } : { cause };
}

function isKnown(code: string): code is keyof typeof TEXT_BY_CODE {
  return Object.hasOwn(TEXT_BY_CODE, code);
}
