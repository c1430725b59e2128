import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { distinctUntilChanged, filter, type Subscription } from 'rxjs';

import {
  MAX_ATTACHMENTS,
  UploadFailed,
  type UploadProblem,
  Uploads,
  WebSocketService,
  WebSocketStatus,
} from '../../../../services/index.ts';
import { PendingFiles } from '../../../drafts/pending-files.ts';
import { convertedImage, needsConversion } from './converted-image.ts';
import { newId } from '../../../history/new-id.ts';
import { Draft } from '../../../drafts/draft.ts';
import { EngineChoice } from '../engine/engine-choice.ts';

/** A reference image that the draft is to have. */
export interface Reference {
  /** The same from the moment it is added, also when the server has it: what is pressed meanwhile means this one. */
  readonly key: string;
  /** Its address when the server has it. */
  readonly id: string;
  /** What to show: a file of this machine, or the server's; empty where there is neither. */
  readonly src: string;
  readonly state:
    | { readonly kind: 'waiting' }
    /** `share` is 0 to 1. */
    | { readonly kind: 'uploading'; readonly share: number }
    | { readonly kind: 'done' }
    /** `retryAfterMs` says when it may work again, where the server does. */
    | { readonly kind: 'failed'; readonly problem: ReferenceProblem; readonly retryAfterMs?: number | undefined };
}

/** Why one can't be sent: not taken by the server, not read by this browser, no longer there, or not kept by this browser until it could be. */
export type ReferenceProblem = UploadProblem | 'gone' | 'heic' | 'lost';

interface Upload extends Reference {
  readonly file: Blob;
  /** The draft that it was added to. */
  readonly draftKey: string | null;
}

/** Whether it may help to try the same file again. */
export function isRepeatable(problem: ReferenceProblem): boolean {
  return ['network', 'code', 'busy', 'no-room', 'refused'].includes(problem);
}

/**
 * The reference images of the draft: those that the server has, which the draft keeps, and those on their way to it,
 * which this browser keeps until they have arrived. What waits for the server goes to it when it is there.
 */
@Service()
export class References {
  private readonly draft = inject(Draft);
  private readonly uploads = inject(Uploads);
  private readonly socket = inject(WebSocketService);
  private readonly files = inject(PendingFiles);
  private readonly engineChoice = inject(EngineChoice);
  private readonly underWay = signal<readonly Upload[]>([]);
  private readonly running = new Map<string, Subscription>();
  /** What has arrived since the page was opened, by the server's address, so that its picture does not flicker. */
  private readonly arrived = new Map<string, Pick<Reference, 'key' | 'src'>>();
  private readonly gone = signal<readonly string[]>([]);
  /** References of the draft whose files this browser no longer has. */
  private readonly lost = signal<readonly string[]>([]);
  private readonly reading = new Set<string>();
  private readonly isConnected = computed(() => this.socket.status() === WebSocketStatus.CONNECTED);

  /** Whether the server takes any. */
  readonly isOffered = computed(() => this.socket.welcome()?.features.includes('uploads') === true);
  /** Those of the draft that is open, in order. */
  readonly list = computed<readonly Reference[]>(() => [
    ...this.draft.attachments().map((url) => this.uploaded(url)),
    ...this.draft.waiting().map((id) => this.underWay().find((upload) => upload.id === id) ?? this.unread(id)),
  ]);
  /** Whether there are more than the engine takes. */
  readonly exceedEngine = computed(() => this.list().length > (this.engineChoice.engine()?.images ?? MAX_ATTACHMENTS));
  /** Whether the server has all of them. */
  readonly areReady = computed(() => this.list().every(({ state }) => state.kind === 'done'));

  constructor() {
    const back = this.socket.status$
      .pipe(
        distinctUntilChanged(),
        filter((status) => status === WebSocketStatus.CONNECTED),
      )
      .subscribe(() => this.resume());
    effect(() => this.readAll(this.draft.waiting()));
    inject(DestroyRef).onDestroy(() => {
      back.unsubscribe();
      for (const { id } of this.underWay()) this.forget(id);
      this.arrived.forEach(({ src }) => URL.revokeObjectURL(src));
    });
  }

  /** Adds files, as many as a message may have; returns how many there was no place for. */
  add(files: readonly File[]): number {
    const places = Math.max(0, MAX_ATTACHMENTS - this.list().length);
    for (const file of files.slice(0, places)) {
      const id = newId();
      if (needsConversion(file)) void this.convert(id, file, this.draft.key());
      else this.saveAndUpload(id, file, this.draft.key());
      this.draft.waiting.update((ids) => [...ids, id]);
    }
    return Math.max(0, files.length - places);
  }

  /** Takes one out of the draft. */
  remove({ key }: Reference): void {
    // It may have arrived since it was shown.
    const reference = this.list().find((each) => each.key === key);
    if (reference === undefined) return;
    const { id, src } = reference;
    this.draft.attachments.update((urls) => urls.filter((url) => url !== id));
    if (!this.draft.waiting().includes(id)) return;
    this.draft.waiting.update((ids) => ids.filter((each) => each !== id));
    this.reading.delete(id);
    this.forget(id);
    void this.files.remove(id);
    URL.revokeObjectURL(src);
  }

  /** Tries again what failed. */
  retry({ id }: Reference): void {
    if (this.isConnected()) this.start(id);
    else this.change(id, { kind: 'waiting' });
  }

  /** The server has not got one any more. */
  miss({ id, state }: Reference): void {
    // Without a connection nothing can be shown, and nothing is known.
    if (state.kind === 'done' && this.isConnected()) this.gone.update((urls) => [...urls, id]);
  }

  private uploaded(url: string): Reference {
    const state = this.gone().includes(url)
      ? ({ kind: 'failed', problem: 'gone' } as const)
      : ({ kind: 'done' } as const);
    const { key, src } = this.arrived.get(url) ?? { key: url, src: url };
    return { key, id: url, src, state };
  }

  private unread(id: string): Reference {
    const isLost = this.lost().includes(id);
    return { key: id, id, src: '', state: isLost ? { kind: 'failed', problem: 'lost' } : { kind: 'waiting' } };
  }

  /** After a reload the files are with the browser; the page has only their ids. */
  private readAll(ids: readonly string[]): void {
    const known = untracked(this.underWay);
    for (const id of ids) {
      if (known.some((upload) => upload.id === id) || this.reading.has(id)) continue;
      this.reading.add(id);
      void this.read(id, untracked(this.draft.key));
    }
  }

  private async read(id: string, draftKey: string | null): Promise<void> {
    const file = await this.files.read(id);
    this.reading.delete(id);
    if (file === undefined) this.lost.update((ids) => [...ids, id]);
    else this.begin(id, file, draftKey);
  }

  private async convert(id: string, file: File, draftKey: string | null): Promise<void> {
    this.reading.add(id);
    const converted = await convertedImage(file);
    // It may have been taken out meanwhile.
    if (!this.reading.delete(id)) return;
    if (converted !== null) return this.saveAndUpload(id, converted, draftKey);
    const state = {
      kind: 'failed',
      problem: /\.hei[cf]$|hei[cf]/i.test(file.name + file.type) ? 'heic' : 'type',
    } as const;
    this.underWay.update((all) => [...all, { key: id, id, src: '', state, file, draftKey }]);
  }

  private saveAndUpload(id: string, file: Blob, draftKey: string | null): void {
    void this.files.save(id, file);
    this.begin(id, file, draftKey);
  }

  private begin(id: string, file: Blob, draftKey: string | null): void {
    const src = URL.createObjectURL(file);
    this.underWay.update((all) => [...all, { key: id, id, src, state: { kind: 'waiting' }, file, draftKey }]);
    if (this.isConnected()) this.start(id);
  }

  /** The server is there again: what waited for it, or was cut off, goes on. */
  private resume(): void {
    for (const { id, state } of this.underWay()) {
      if (state.kind === 'waiting' || (state.kind === 'failed' && state.problem === 'network')) this.start(id);
    }
  }

  private start(id: string): void {
    const upload = this.underWay().find((each) => each.id === id);
    if (upload === undefined) return;
    this.change(id, { kind: 'uploading', share: 0 });
    const running = this.uploads.upload(upload.file).subscribe({
      next: (state) => {
        if (state.kind === 'progress') this.change(id, { kind: 'uploading', share: state.share });
        else this.finish(upload, state.image.url);
      },
      error: (error: unknown) => {
        const { problem, retryAfterMs } = error instanceof UploadFailed ? error : new UploadFailed('refused');
        this.change(id, { kind: 'failed', problem, retryAfterMs });
      },
    });
    if (!running.closed) this.running.set(id, running);
  }

  private finish({ key, id, src, draftKey }: Upload, url: string): void {
    this.arrived.set(url, { key, src });
    this.forget(id);
    this.draft.attach(url, draftKey, id);
    void this.files.remove(id);
  }

  private change(id: string, state: Reference['state']): void {
    this.underWay.update((all) => all.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  private forget(id: string): void {
    this.running.get(id)?.unsubscribe();
    this.running.delete(id);
    this.underWay.update((all) => all.filter((upload) => upload.id !== id));
  }
}
