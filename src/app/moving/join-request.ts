import { InjectionToken } from '@angular/core';

import { isUuid, JOIN_CODES_PATH, JOIN_PATH, serverAddress, USER_CODE_HEADER } from '../../services/index.ts';
import { fieldsOf } from '../preferences/parse-json.ts';

/** How long a server may take to answer, in milliseconds. */
const DEADLINE = 10_000;
/** Where a server says nothing of when, in seconds. */
const USUAL_WAIT = 10;

/** Brings another device under a user code, once and soon. */
export interface JoinCode {
  readonly joinCode: string;
  /** In milliseconds since the Unix epoch. */
  readonly endsAt: number;
}

/** Whom a join code leads to: a user code, and the name of its log. */
export interface Joined {
  readonly userCode: string;
  readonly epoch: string;
}

/** Why there is no answer. `seconds` says after how long the next try may come. */
export type JoinFault =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | { readonly kind: 'unreachable' };

/** What is asked of the server of a socket's address. Never rejects; has a deadline. */
export interface JoinRequests {
  /** A join code for a user code that is connected. */
  issue(endpoint: string, userCode: string): Promise<JoinCode | JoinFault>;
  /** Whom a join code leads to. */
  redeem(endpoint: string, joinCode: string): Promise<Joined | JoinFault>;
}

/** How devices are joined. */
export const JOIN_REQUESTS = new InjectionToken<JoinRequests>('JOIN_REQUESTS', {
  factory: () => ({
    issue: (endpoint, userCode) =>
      post(
        new URL(JOIN_CODES_PATH.slice(1), serverAddress(endpoint)),
        { headers: { [USER_CODE_HEADER]: userCode } },
        joinCodeOf,
      ),
    redeem: (endpoint, joinCode) =>
      post(
        new URL(JOIN_PATH.slice(1), serverAddress(endpoint)),
        { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ joinCode }) },
        joinedOf,
      ),
  }),
});

async function post<Answer>(
  address: URL,
  request: RequestInit,
  read: (answer: unknown) => Answer | undefined,
): Promise<Answer | JoinFault> {
  try {
    const response = await fetch(address, { ...request, method: 'POST', signal: AbortSignal.timeout(DEADLINE) });
    if (response.status === 404) return { kind: 'unknown' };
    if (response.status === 429)
      return { kind: 'too-many', seconds: Number(response.headers.get('retry-after')) || USUAL_WAIT };
    return (response.ok ? read(await response.json()) : undefined) ?? { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function joinCodeOf(answer: unknown): JoinCode | undefined {
  const { joinCode, endsAt } = fieldsOf(answer) ?? {};
  return typeof joinCode === 'string' && typeof endsAt === 'number' ? { joinCode, endsAt } : undefined;
}

function joinedOf(answer: unknown): Joined | undefined {
  const { userCode, epoch } = fieldsOf(answer) ?? {};
  return isUuid(userCode) && typeof epoch === 'string' ? { userCode, epoch } : undefined;
}
