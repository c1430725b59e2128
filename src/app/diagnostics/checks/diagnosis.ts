import { computed, DOCUMENT, effect, inject, Injectable, type Signal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map, of, startWith, switchMap, timer } from 'rxjs';

import {
  EMPTY_CONNECTION_LOG,
  ConnectionLog,
  ONLINE,
  ServerClock,
  WebSocketService,
  WebSocketStatus,
} from '../../../services/index.ts';
import { Language } from '../../language/language.ts';
import { injectCountText } from '../../language/text.ts';
import { AppUpdate } from '../../offline/app-update.ts';
import { Installation } from '../../offline/installation.ts';
import { injectBuildId } from './build-id.ts';
import type { Check } from './check.ts';
import { codeCheck, type ServerKind, socketCheck } from './connection-checks.ts';
import { errorsCheck } from './conversation-checks.ts';
import {
  clockCheck,
  faultsCheck,
  type OfflineState,
  offlineCheck,
  storageCheck,
  versionCheck,
} from './device-checks.ts';
import { ASK_SERVER, type ServerAnswer } from './server-probe.ts';
import { encryptionCheck, networkCheck, serverCheck } from './server-checks.ts';
import { type StorageAnswer, TRY_STORAGE } from './storage-probe.ts';

/** A full server greets within this time, in milliseconds; after it, one that has not is a basic one. */
const GREETING_TIME = 3_000;

/** The guide's troubleshooting, done by the application. Lives as long as the page of diagnostics. */
@Injectable()
export class Diagnosis {
  private readonly socket = inject(WebSocketService);
  private readonly askServer = inject(ASK_SERVER);
  private readonly tryStorage = inject(TRY_STORAGE);
  private readonly language = inject(Language);
  private readonly countText = injectCountText();
  private readonly update = inject(AppUpdate);
  private readonly installation = inject(Installation);
  private readonly worker = inject(DOCUMENT).defaultView?.navigator.serviceWorker;
  private readonly build = injectBuildId();

  private readonly online = toSignal(inject(ONLINE), { initialValue: true });
  private readonly endpoint = toSignal(this.socket.endpoint$, { initialValue: null });
  private readonly code = this.socket.userCode;
  private readonly welcome = this.socket.welcome;
  private readonly isPastGreeting = toSignal(
    this.socket.status$.pipe(
      switchMap((status) =>
        status === WebSocketStatus.CONNECTED
          ? timer(GREETING_TIME).pipe(
              map(() => true),
              startWith(false),
            )
          : of(false),
      ),
    ),
    { requireSync: true },
  );
  private readonly serverAnswer = signal<ServerAnswer | null>(null);
  private readonly storageAnswer = signal<StorageAnswer | null>(null);
  private readonly finishedAt = signal<number | null>(null);
  private readonly isConnected = computed(() => this.connection().status === WebSocketStatus.CONNECTED);
  private round = 0;

  /** The connection as it is. */
  readonly connection = this.socket.connection;
  /** What has happened to it. */
  readonly connectionLog = toSignal(inject(ConnectionLog).state$, { initialValue: EMPTY_CONNECTION_LOG });
  /** How far the server's clock is ahead of this device's, in milliseconds; null before a server has told. */
  readonly serverAheadMs = toSignal(inject(ServerClock).offset$, { requireSync: true });
  /**
   * When what is not seen at once was last looked at, in milliseconds since the Unix epoch; null before, and meanwhile.
   */
  readonly checkedAt = this.finishedAt.asReadonly();

  /** All findings, those first that others depend on. They follow what changes by itself. */
  readonly checks: Signal<readonly Check[]> = computed(() => [
    networkCheck({ isOnline: this.online(), endpoint: this.endpoint() }),
    serverCheck({
      endpoint: this.endpoint(),
      answer: this.serverAnswer(),
      isConnected: this.isConnected(),
      isOnline: this.online(),
    }),
    socketCheck(this.connection(), this.serverKind()),
    codeCheck(this.code(), this.connection()),
    encryptionCheck(this.endpoint()),
    errorsCheck(this.connectionLog(), this.isConnected(), this.language.current()),
    faultsCheck(this.connectionLog().entries),
    storageCheck(this.storageAnswer(), this.language.current()),
    clockCheck(this.serverAheadMs(), this.countText),
    versionCheck(this.build, this.update.state()),
    offlineCheck(this.offlineState(), this.installation.canInstall()),
  ]);

  constructor() {
    // Asked again where the answer may be another one: the connection came or went, the network did, the address is
    // known.
    effect(() => {
      this.isConnected();
      this.online();
      this.endpoint();
      untracked(() => void this.runProbes());
    });
  }

  /** Asks the server and tries the storage again. What an earlier round finds late is ignored. */
  async runProbes(): Promise<void> {
    const round = ++this.round;
    const endpoint = this.endpoint();
    this.serverAnswer.set(null);
    this.finishedAt.set(null);
    this.socket.ping();
    const [serverAnswer, storageAnswer] = await Promise.all([
      endpoint === null ? null : this.askServer(endpoint),
      this.tryStorage(),
    ]);
    if (round !== this.round) return;
    this.serverAnswer.set(serverAnswer);
    this.storageAnswer.set(storageAnswer);
    this.finishedAt.set(Date.now());
  }

  private serverKind(): ServerKind {
    if (this.welcome() !== null) return 'full';
    return this.isPastGreeting() ? 'basic' : null;
  }

  private offlineState(): OfflineState {
    if (this.worker === undefined) return 'unavailable';
    return this.worker.controller === null ? 'not-yet' : 'kept';
  }
}
