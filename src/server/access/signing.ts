import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature is for: one of a pass must not be valid for a link. */
type Purpose = 'pass' | 'link' | 'owner';

/** A signature of 43 characters that need no escape in a cookie or a query. */
export function signatureOf(key: Uint8Array, purpose: Purpose, text: string): string {
  return createHmac('sha256', key).update(`${purpose} ${text}`).digest('base64url');
}

/** Whether a signature is that of a text, in a time that says nothing of it. */
export function isSignature(given: string, key: Uint8Array, purpose: Purpose, text: string): boolean {
  const [right, tried] = [signatureOf(key, purpose, text), given].map((each) => Buffer.from(each));
  return right?.length === tried?.length && timingSafeEqual(right ?? Buffer.of(), tried ?? Buffer.of());
}
