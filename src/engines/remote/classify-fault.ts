import { retryAfterMs } from '../downloads/index.ts';
import { EngineFault, type EngineFaultCode, TransientFault } from '../port/engine-fault.ts';
import type { Redact } from './redactor.ts';

/** An answer that is no success. */
export interface RefusedAnswer {
  readonly status: number;
  /** The body, or what a library has made of it. */
  readonly text: string;
  /** The header of this name. */
  readonly retryAfter?: string | null | undefined;
  /** Whether the request was to start an operation. */
  readonly isStart: boolean;
}

/** What services write, by what it means: the first that matches counts. Their codes are written like their words. */
const MEANINGS: readonly (readonly [EngineFaultCode, RegExp])[] = [
  [
    'engine_no_credit',
    /insufficient.?(quota|balance|credit|fund)|balance.{0,20}not enough|resource.?pack.{0,20}(depleted|expired|exhausted|used up)|no.?credit|out of credit|payment.?required|billing|arrear|overdue|exceeded your current quota|spend.?limit|余额|欠费|额度/i,
  ],
  [
    'content_refused',
    /content.?(policy|filter|moderation|violat)|moderation|safety|sensitive|inspection|inappropriate|nsfw|prohibited|responsible ai|copyright|敏感|违规|审核/i,
  ],
  [
    'prompt_too_long',
    /(prompt|text|input|content).{0,40}(too long|too large|exceed|at most|maximum|max.?length)|(max.?length|too long).{0,40}(prompt|text|input)|string_too_long|string_above_max_length/i,
  ],
  [
    'model_not_found',
    /model.{0,60}(not.?found|not exist|unknown|unavailable|not supported)|(unknown|no such|invalid) model/i,
  ],
  [
    'engine_unauthorized',
    /(invalid|incorrect|missing|expired).{0,20}(api.?key|token|credential)|(api.?key|token|credentials?).{0,20}(invalid|incorrect|missing|expired|not valid|not set)|unauthori[sz]ed|authentication/i,
  ],
  [
    'options_refused',
    /\b(size|resolution|seconds|duration|aspect.?ratio|width|height|num_frames|fps|seed|image|input_reference)\b.{0,80}(invalid|unsupported|not supported|must be|should be|not allowed|out of range)|(invalid|unsupported).{0,40}\b(size|resolution|seconds|duration|aspect.?ratio|width|height|image|parameter)/i,
  ],
];

/** Envoy, and what is built on it, answers 503 also where the server behind it broke off in the middle. */
const FELL_OVER = /reset before headers(?!.*(connection failure|connection timeout|overflow))/is;

/** Why something was refused stands at the beginning; an answer may be of any length. */
const MAX_READ = 20_000;

/** What an answer that is no success means: by its status where that is clear, else by its words. */
export function answerFault({ status, text, retryAfter, isStart }: RefusedAnswer, redact: Redact): EngineFault {
  const detail = redact(messageIn(text)) || `HTTP ${status}`;
  const meaning = meaningOf(text);
  if (status === 402) return new EngineFault('engine_no_credit', { detail });
  if (status === 429 && meaning === 'engine_no_credit') return new EngineFault(meaning, { detail });
  if (status === 429 || status === 408 || status >= 500) {
    return new TransientFault({
      detail,
      retryAfterMs: retryAfterMs(retryAfter ?? undefined),
      mayHaveStarted: isStart && mayHaveBegun(status, text),
    });
  }
  if (meaning !== undefined) return new EngineFault(meaning, { detail });
  if (status === 401 || status === 403) return new EngineFault('engine_unauthorized', { detail });
  if (status === 404 && isStart) return new EngineFault('model_not_found', { detail });
  if (status === 413 && isStart) return new EngineFault('options_refused', { detail });
  return new EngineFault('engine_failed', { detail });
}

/** A server that is full has begun nothing; one that fell over may have, also where a proxy tells of it. */
function mayHaveBegun(status: number, text: string): boolean {
  if (status === 429) return false;
  return status !== 503 || FELL_OVER.test(text.slice(0, MAX_READ));
}

/** What the words of a service mean that says why its work failed. */
export function wordsFault(text: string, redact: Redact): EngineFault {
  return new EngineFault(meaningOf(text) ?? 'engine_failed', { detail: redact(messageIn(text)) });
}

function meaningOf(text: string): EngineFaultCode | undefined {
  const beginning = text.slice(0, MAX_READ);
  return MEANINGS.find(([, words]) => words.test(beginning))?.[0];
}

/** The sentence in an answer, which is often somewhere in JSON. */
function messageIn(text: string): string {
  try {
    return firstMessage(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}

function firstMessage(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of ['error', 'message', 'detail', 'msg', '0']) {
    const found = firstMessage(fields[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Failures before there is a connection: the request was not sent. Whatever a connection ends with later is not here. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** What it means that a connection failed. */
export function connectionFault(error: unknown, isStart: boolean): TransientFault {
  const { code, syscall } = systemFault(error);
  const isSent = syscall !== 'connect' && (code === undefined || !NOT_SENT.has(code));
  return new TransientFault({ detail: code ?? 'the connection broke', mayHaveStarted: isStart && isSent });
}

/** What the system says of an error, or of what caused it. */
function systemFault(error: unknown): Pick<NodeJS.ErrnoException, 'code' | 'syscall'> {
  if (!(error instanceof Error)) return {};
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? { code, syscall } : systemFault(error.cause);
}
