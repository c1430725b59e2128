import { TestBed } from '@angular/core/testing';
import { lastValueFrom, toArray } from 'rxjs';

import { UPLOAD_LIMITS } from '../../protocol/index.ts';
import { FETCH_TEXT, LOCAL_STORAGE, PAGE_URL, UPLOAD_REQUEST, WEB_SOCKET } from '../platform/browser.ts';
import { WEB_SOCKET_CONFIG } from '../config/config.ts';
import { Connection } from '../socket/connection.ts';
import { FakeUploadRequest } from '../testing/fake-upload-request.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { provideLayer } from '../testing/provide-layer.ts';
import { UploadFailed, Uploads, type UploadState } from './uploads.ts';
import { UserCode } from '../identity/user-code.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
const ANSWER = { url: '/media/8b1d.png', mimeType: 'image/png', width: 3, height: 2, bytes: 12 };

describe('Uploads', () => {
  let requests: FakeUploadRequest[];
  let states: UploadState[];
  let failure: unknown;
  let asked: Promise<FakeUploadRequest>;

  beforeEach(() => {
    requests = [];
    states = [];
    failure = undefined;
    asked = new Promise((resolve) => {
      const createXHR = (): XMLHttpRequest => {
        const request = new FakeUploadRequest(resolve);
        requests.push(request);
        return request as unknown as XMLHttpRequest;
      };
      TestBed.configureTestingModule({
        providers: [
          provideLayer(),
          { provide: UPLOAD_REQUEST, useValue: createXHR },
          { provide: LOCAL_STORAGE, useValue: () => memoryStorage() },
          { provide: FETCH_TEXT, useValue: () => Promise.resolve({ status: 200, text: '{}' }) },
          // The address is known all the same.
          { provide: WEB_SOCKET, useValue: undefined },
          { provide: PAGE_URL, useValue: 'https://app.example/' },
          { provide: WEB_SOCKET_CONFIG, useValue: { baseUrl: 'wss://kitten.example:9943/api/ws/video-generation' } },
        ],
      });
    });
  });

  /** Begins an upload; the connection finds out where the server is, and then the request is there. */
  async function upload(file: Blob): Promise<FakeUploadRequest> {
    TestBed.inject(Uploads)
      .upload(file)
      .subscribe({
        next: (state) => states.push(state),
        error: (error: unknown) => (failure = error),
      });
    TestBed.inject(Connection)
      .connect()
      .catch(() => undefined);
    return asked;
  }

  it('posts the file as it is to the server of the socket, with the user code in a header only', async () => {
    const file = new Blob([PNG], { type: 'text/html' });
    const request = await upload(file);
    expect([request.method, request.url]).toEqual(['POST', 'https://kitten.example:9943/api/uploads']);
    expect(request.headers).toEqual({ 'content-type': 'image/png', 'x-user-code': TestBed.inject(UserCode).current });
    expect(request.body).toBe(file);
  });

  it('tells how far it is, and the absolute address at the end', async () => {
    const request = await upload(new Blob([PNG]));
    request.progress(3, 12);
    request.answer(201, ANSWER);
    expect(states).toContain({ kind: 'progress', share: 0.25 });
    expect(states.at(-1)).toEqual({
      kind: 'done',
      image: { ...ANSWER, url: 'https://kitten.example:9943/media/8b1d.png' },
    });
  });

  const problems = [
    [401, 'code'],
    [403, 'refused'],
    [404, 'refused'],
    [413, 'too-large'],
    [415, 'type'],
    [422, 'broken'],
    [429, 'busy'],
    [500, 'refused'],
    [502, 'network'],
    [507, 'no-room'],
  ] as const;
  for (const [status, problem] of problems) {
    it(`says ${problem} of ${status}`, async () => {
      (await upload(new Blob([PNG]))).answer(status, null);
      expect(failure).toEqual(new UploadFailed(problem));
    });
  }

  const temporary = [
    [429, '30', 'busy', 30_000],
    [503, '5', 'busy', 5_000],
    [507, '60', 'no-room', 60_000],
    [503, 'Mon, 30 Nov 2026 12:00:00 GMT', 'network', undefined],
  ] as const;
  for (const [status, retryAfter, problem, retryAfterMs] of temporary) {
    it(`tells of ${status} when the server may take it: ${retryAfter}`, async () => {
      (await upload(new Blob([PNG]))).answer(status, null, retryAfter);
      expect(failure).toEqual(new UploadFailed(problem, retryAfterMs));
      expect((failure as UploadFailed).retryAfterMs).toBe(retryAfterMs);
    });
  }

  it('says where the server was not reached', async () => {
    (await upload(new Blob([PNG]))).break();
    expect(failure).toEqual(new UploadFailed('network'));
  });

  it('takes no answer that is none', async () => {
    (await upload(new Blob([PNG]))).answer(200, { url: 'javascript:alert(1)' });
    expect(failure).toEqual(new UploadFailed('refused'));
  });

  it('ends the request when nobody wants it any more', async () => {
    const subscription = TestBed.inject(Uploads)
      .upload(new Blob([PNG]))
      .subscribe();
    TestBed.inject(Connection)
      .connect()
      .catch(() => undefined);
    const request = await asked;
    subscription.unsubscribe();
    expect(request.isAborted).toBeTrue();
  });

  const files: readonly (readonly [string, Blob, string])[] = [
    ['a page with the name of a picture', new File(['<!doctype html>'], 'cat.png', { type: 'image/png' }), 'type'],
    ['nothing', new Blob([]), 'type'],
    ['what is too large', new Blob([PNG, new Uint8Array(UPLOAD_LIMITS.bytes)]), 'too-large'],
  ];
  for (const [name, file, problem] of files) {
    it(`sends nothing of ${name}`, async () => {
      const uploading = lastValueFrom(TestBed.inject(Uploads).upload(file).pipe(toArray()));
      await expectAsync(uploading).toBeRejectedWith(new UploadFailed(problem as never));
      expect(requests).toEqual([]);
    });
  }
});
