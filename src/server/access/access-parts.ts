import { randomBytes } from 'node:crypto';
import type { Storage } from '../ports/index.ts';
import { type AccessOptions, Admission } from './admission.ts';
import { type MediaAccess, MediaGuard } from './media-guard.ts';
import { MediaLinks } from './media-links.ts';
import { OwnerCookie } from './owner-cookie.ts';

/** Who may use a gateway, and who may have its media. */
export interface AccessSettings {
  /** Asks everybody for a password. Default: whoever reaches it may use it. */
  readonly access?: AccessOptions | undefined;
  /** Who may have media. Default: whoever knows their names; with a password, who has a pass or a link. */
  readonly mediaAccess?: MediaAccess | undefined;
  /** How long a link to a medium is good, in milliseconds. Default: a week. */
  readonly mediaLinkLastsMs?: number;
  /** What passes and links are signed with. Default: another one each time, so that they end with the gateway. */
  readonly accessKey?: Uint8Array;
}

/** What decides who comes in. */
export interface AccessParts {
  readonly admission: Admission;
  readonly guard: MediaGuard;
  readonly links: MediaLinks;
  /** Undefined where nobody has to show whose a medium is. */
  readonly owners: OwnerCookie | undefined;
  readonly mediaAccess: MediaAccess;
}

const KEY_BYTES = 32;
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

export function accessParts(settings: AccessSettings, storage: Pick<Storage, 'revocations' | 'ownersOf'>): AccessParts {
  const { access, accessKey: key = randomBytes(KEY_BYTES), mediaLinkLastsMs = WEEK_MS } = settings;
  const admission = new Admission(key, access);
  const mediaAccess = settings.mediaAccess ?? (admission.isOpen ? 'public' : 'private');
  const [links, owners] = [new MediaLinks(key, mediaLinkLastsMs), new OwnerCookie(key)];
  const ownersOf = (name: string): Promise<readonly string[]> => storage.ownersOf(name);
  const { revocations } = storage;
  const guard = new MediaGuard({ access: mediaAccess, admission, links, owners, revocations, ownersOf });
  // A pass says as much.
  const isOwnerAsked = mediaAccess === 'private' && admission.isOpen;
  return { admission, guard, links, mediaAccess, owners: isOwnerAsked ? owners : undefined };
}
