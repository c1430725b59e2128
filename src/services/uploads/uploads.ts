import { inject, Service } from '@angular/core';
import { defer, Observable, switchMap, take } from 'rxjs';

import {
  decodeUpload,
  serverAddress,
  UPLOAD_LIMITS,
  UPLOAD_TYPE_BYTES,
  type UploadedImage,
  UPLOADS_PATH,
  type UploadType,
  uploadType,
  USER_CODE_HEADER,
} from '../../protocol/index.ts';
import { UPLOAD_REQUEST } from '../platform/browser.ts';
import { Connection } from '../socket/connection.ts';
import { mediaOrigin } from '../config/endpoint.ts';
import { UserCode } from '../identity/user-code.ts';

/** Why an image was not taken. */
export type UploadProblem =
  /** The server was not reached. */
  | 'network'
  /** The user code is not valid (any more). */
  | 'code'
  /** The file, or the picture in it, is too large. */
  | 'too-large'
  /** It is no PNG, JPEG or WebP, whatever its name says. */
  | 'type'
  /** It begins as an image and can't be read as one. */
  | 'broken'
  /** Too many were uploaded of late, or are being uploaded. */
  | 'busy'
  /** The server has no room for it. */
  | 'no-room'
  /** The server does not take it, for a reason of its own. */
  | 'refused';

/** What an upload ends with where it does not succeed. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed';
  /** Why. */
  readonly problem: UploadProblem;
  /** After how long the server may take it, in milliseconds, where it has said so. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: UploadProblem, retryAfterMs?: number) {
    super(problem);
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** How far an upload is. */
export type UploadState =
  /** `share` is 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  /** The server has it; its address is absolute. */
  | { readonly kind: 'done'; readonly image: UploadedImage };

const PROBLEMS: ReadonlyMap<number, UploadProblem> = new Map([
  [401, 'code'],
  [413, 'too-large'],
  [415, 'type'],
  [422, 'broken'],
  [429, 'busy'],
  [502, 'network'],
  [503, 'network'],
  [504, 'network'],
  [507, 'no-room'],
]);

/** Gives reference images to the server of the socket, under the user code. */
@Service({ autoProvided: false })
export class Uploads {
  readonly #connection = inject(Connection);
  readonly #userCode = inject(UserCode);
  readonly #createXHR = inject(UPLOAD_REQUEST);

  /**
   * Uploads an image. Cold: there is an upload for each subscription, and an unsubscription ends it. Completes after `done`;
   * errors with an {@link UploadFailed}. What can't be taken is found here, before anything is sent.
   */
  upload(file: Blob): Observable<UploadState> {
    return defer(() => checkedType(file)).pipe(
      switchMap((type) =>
        this.#connection.endpoint$.pipe(
          take(1),
          switchMap((endpoint) => this.#post(endpoint, file, type)),
        ),
      ),
    );
  }

  #post(endpoint: string, file: Blob, type: UploadType): Observable<UploadState> {
    const origin = mediaOrigin(endpoint);
    return new Observable((subscriber) => {
      const request = this.#createXHR();
      request.open('POST', new URL(UPLOADS_PATH.slice(1), serverAddress(endpoint)).href);
      request.setRequestHeader('content-type', type);
      request.setRequestHeader(USER_CODE_HEADER, this.#userCode.current);
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        subscriber.next({ kind: 'progress', share: total > 0 ? loaded / total : 0 });
      });
      request.addEventListener('error', () => subscriber.error(new UploadFailed('network')));
      request.addEventListener('load', () => {
        const image = request.status < 300 ? decodeUpload(request.response) : undefined;
        if (image === undefined) return subscriber.error(refusalOf(request));
        subscriber.next({ kind: 'done', image: { ...image, url: new URL(image.url, origin).href } });
        subscriber.complete();
      });
      request.send(file);
      return () => request.abort();
    });
  }
}

/** Why a request was refused. */
function refusalOf(request: XMLHttpRequest): UploadFailed {
  // A date is not what this server says; what stands between may.
  const seconds = Number(request.getResponseHeader('retry-after'));
  const isTimed = seconds > 0;
  // A server that says when is there, and has too much to do.
  const problem = isTimed && request.status === 503 ? 'busy' : PROBLEMS.get(request.status);
  return new UploadFailed(problem ?? 'refused', isTimed ? seconds * 1_000 : undefined);
}

/** The format of a file by its content. Rejects with an {@link UploadFailed}. */
async function checkedType(file: Blob): Promise<UploadType> {
  // A file that has been moved or deleted since it was picked can't be read.
  const start = await file
    .slice(0, UPLOAD_TYPE_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  if (start === undefined) throw new UploadFailed('broken');
  const type = uploadType(new Uint8Array(start));
  if (type === undefined) throw new UploadFailed('type');
  if (file.size > UPLOAD_LIMITS.bytes) throw new UploadFailed('too-large');
  return type;
}
