import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, filter, map, type Subscription } from 'rxjs';

import {
  MAX_ATTACHMENTS,
  UploadFailed,
  type UploadProblem,
  Uploads,
  WebSocketService,
  WebSocketStatus,
} from '../../../../services/index.ts';
import { Draft } from '../draft.ts';

/** A reference image that the draft is to have. */
export interface Reference {
  readonly id: string;
  /** What to show: a file of this machine, or the server's. */
  readonly src: string;
  readonly state:
    | { readonly kind: 'waiting' }
    /** `share` is 0 to 1. */
    | { readonly kind: 'uploading'; readonly share: number }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly problem: UploadProblem | 'gone' };
}

interface Upload extends Reference {
  readonly file: File;
  /** The draft that it was added to. */
  readonly key: string | null;
}

/** Whether it may help to try the same file again. */
export function isRepeatable(problem: UploadProblem | 'gone'): boolean {
  return ['network', 'code', 'busy', 'refused'].includes(problem);
}

/**
 * The reference images of the draft: those that the server has, which the draft keeps, and those on their way to it,
 * which live as long as the page. What waits for the server goes to it when it is there.
 */
@Service()
export class References {
  private readonly draft = inject(Draft);
  private readonly uploads = inject(Uploads);
  private readonly socket = inject(WebSocketService);
  private readonly underWay = signal<readonly Upload[]>([]);
  private readonly running = new Map<string, Subscription>();
  /** Pictures of this machine by the server's address, so that one does not flicker when it has arrived. */
  private readonly local = new Map<string, string>();
  private readonly gone = signal<readonly string[]>([]);
  private readonly isConnected = toSignal(
    this.socket.status$.pipe(map((status) => status === WebSocketStatus.CONNECTED)),
    { initialValue: false },
  );
  private count = 0;

  /** Whether the server takes any. */
  readonly isOffered = toSignal(
    this.socket.welcome$.pipe(map((welcome) => welcome?.features.includes('uploads') === true)),
    { initialValue: false },
  );
  /** Those of the draft that is open, in order. */
  readonly list = computed<readonly Reference[]>(() => [
    ...this.draft.attachments().map((url) => this.kept(url)),
    ...this.underWay().filter(({ key }) => key === this.draft.key()),
  ]);
  /** Whether the server has all of them. */
  readonly areReady = computed(() => this.list().every(({ state }) => state.kind === 'done'));

  constructor() {
    const back = this.socket.status$
      .pipe(distinctUntilChanged(), filter((status) => status === WebSocketStatus.CONNECTED))
      .subscribe(() => this.resume());
    inject(DestroyRef).onDestroy(() => {
      back.unsubscribe();
      for (const { id } of this.underWay()) this.forget(id);
      this.local.forEach((src) => URL.revokeObjectURL(src));
    });
  }

  /** Adds files, as many as a message may have; returns how many there was no place for. */
  add(files: readonly File[]): number {
    const places = Math.max(0, MAX_ATTACHMENTS - this.list().length);
    for (const file of files.slice(0, places)) {
      const id = `upload-${++this.count}`;
      const state = { kind: 'waiting' } as const;
      this.underWay.update((all) => [...all, { id, src: URL.createObjectURL(file), state, file, key: this.draft.key() }]);
      if (this.isConnected()) this.start(id);
    }
    return Math.max(0, files.length - places);
  }

  /** Takes one out of the draft. */
  remove({ id, src }: Reference): void {
    if (this.underWay().some((upload) => upload.id === id)) {
      this.forget(id);
      URL.revokeObjectURL(src);
    } else {
      this.draft.attachments.update((urls) => urls.filter((url) => url !== id));
    }
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

  private kept(url: string): Reference {
    const state = this.gone().includes(url) ? ({ kind: 'failed', problem: 'gone' } as const) : ({ kind: 'done' } as const);
    return { id: url, src: this.local.get(url) ?? url, state };
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
        const problem = error instanceof UploadFailed ? error.problem : 'refused';
        this.change(id, { kind: 'failed', problem });
      },
    });
    if (!running.closed) this.running.set(id, running);
  }

  private finish({ id, src, key }: Upload, url: string): void {
    this.local.set(url, src);
    this.forget(id);
    this.draft.attach(url, key);
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
