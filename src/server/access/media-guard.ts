import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { isUuid, USER_CODE_HEADER } from '../../protocol/index.ts';
import { codeKey } from '../limits/code-key.ts';
import type { Revocations, Storage } from '../ports/index.ts';
import type { Admission } from './admission.ts';
import type { MediaLinks } from './media-links.ts';
import type { OwnerCookie } from './owner-cookie.ts';

/** Who may have a medium: `public`, whoever knows its name; `private`, who has a pass, its owner, and who was given a link. */
export type MediaAccess = 'public' | 'private';

export interface MediaGuardOptions {
  readonly access: MediaAccess;
  readonly admission: Admission;
  readonly links: MediaLinks;
  readonly owners: OwnerCookie;
  readonly revocations: Pick<Revocations, 'isRevoked'>;
  readonly ownersOf: Storage['ownersOf'];
}

/** Decides who may have a medium. */
export class MediaGuard {
  readonly #options: MediaGuardOptions;

  constructor(options: MediaGuardOptions) {
    this.#options = options;
  }

  /** Whether a request's sender may have it. */
  async admits(request: FastifyRequest, name: string): Promise<boolean> {
    const { access, links } = this.#options;
    return access === 'public' || links.isLinkTo(name, request.query) || (await this.#isInsider(request, name));
  }

  /** Whether a request's sender may give it to others. */
  mayShare(request: FastifyRequest, name: string): Promise<boolean> {
    return this.#isInsider(request, name);
  }

  /**
   * What tells of which media a client may have something made, by the key of its code and the headers that it came with: it
   * would see them. Undefined where whoever is let in may have all of them.
   */
  ownMedia(headers: IncomingHttpHeaders, code: string): ((name: string) => Promise<boolean>) | undefined {
    const { access, admission, owners } = this.#options;
    if (access === 'public' || !admission.isOpen) return undefined;
    const isOwner = owners.ownersIn(headers);
    return async (name) => {
      const codes = await this.#ownersOf(name);
      return codes.includes(code) || isOwner(codes);
    };
  }

  async #isInsider(request: FastifyRequest, name: string): Promise<boolean> {
    const { admission, owners } = this.#options;
    if (!admission.isOpen && admission.endFor(request) !== undefined) return true;
    const codes = await this.#ownersOf(name);
    const code = request.headers[USER_CODE_HEADER];
    return owners.ownersIn(request.headers)(codes) || (isUuid(code) && codes.includes(codeKey(code)));
  }

  async #ownersOf(name: string): Promise<readonly string[]> {
    const { ownersOf, revocations } = this.#options;
    return (await ownersOf(name)).filter((code) => !revocations.isRevoked(code));
  }
}
