/** How long an id is, in bytes: as long as a UUID. */
const LENGTH = 16;

/** A name that nobody else has made. Pages without TLS have no `crypto.randomUUID`. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
