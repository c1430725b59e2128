import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import {
  mdiAlert,
  mdiAlertCircle,
  mdiCheckCircle,
  mdiContentCopy,
  mdiDownload,
  mdiProgressClock,
  mdiRefresh,
} from '@mdi/js';
import { interval } from 'rxjs';

import { CONNECTION_LOG_CAPACITY, WebSocketService } from '../../services/index.ts';
import { Icon } from '../icon/icon.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { AppUpdate } from '../offline/app-update.ts';
import { Installation } from '../offline/installation.ts';
import { CodeRefresh } from '../user-code/code-refresh.ts';
import { Notices } from '../notices/notices.ts';
import { injectBuildId } from './checks/build-id.ts';
import type { RemedyAction } from './checks/check.ts';
import { CheckList } from './checks/check-list.ts';
import { timeOfDayFormat } from '../calendar/day.ts';
import { ConnectionCounts } from './connection-log/connection-counts.ts';
import { Diagnosis } from './checks/diagnosis.ts';
import { EventList } from './connection-log/event-list.ts';
import { reportName, reportText } from './report/report.ts';
import { RoundTripPlot } from './round-trips/round-trip-plot.ts';
import { SAVE_FILE } from '../saving/save-file.ts';

/** While somebody looks, the way to the server is measured this often, in seconds. */
const MEASURE_EVERY = 2;

/** The page 诊断: what is right and wrong with the connection, and what can be done about it. */
@Component({
  selector: 'kitten-diagnostics',
  imports: [CheckList, ConnectionCounts, EventList, Icon, MatButton, RoundTripPlot],
  providers: [Diagnosis],
  templateUrl: './diagnostics.html',
  styleUrl: './diagnostics.scss',
})
export class Diagnostics {
  private readonly socket = inject(WebSocketService);
  private readonly codeRefresh = inject(CodeRefresh);
  private readonly update = inject(AppUpdate);
  private readonly installation = inject(Installation);
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly saveFile = inject(SAVE_FILE);
  private readonly language = inject(Language).current;
  private readonly build = injectBuildId();

  protected readonly text = injectText();
  protected readonly diagnosis = inject(Diagnosis);
  protected readonly everySeconds = MEASURE_EVERY;
  protected readonly capacity = CONNECTION_LOG_CAPACITY;
  protected readonly icons = { refresh: mdiRefresh, copy: mdiContentCopy, save: mdiDownload };

  protected readonly summary = computed(() => {
    const checks = this.diagnosis.checks();
    const count = checks.filter(({ state }) => state === 'problem').length;
    if (count === 1) return { state: 'problem', icon: mdiAlertCircle, words: this.text('diagnostics.oneProblem') };
    if (count > 1)
      return { state: 'problem', icon: mdiAlertCircle, words: this.text('diagnostics.problems', { count }) };
    if (checks.some(({ state }) => state === 'running')) {
      return { state: 'running', icon: mdiProgressClock, words: this.text('diagnostics.checking') };
    }
    if (checks.some(({ state }) => state === 'warning')) {
      return { state: 'warning', icon: mdiAlert, words: this.text('diagnostics.wellNow') };
    }
    return { state: 'ok', icon: mdiCheckCircle, words: this.text('diagnostics.allWell') };
  });

  protected readonly checkedAt = computed(() => {
    const at = this.diagnosis.checkedAt();
    if (at === null) return null;
    return this.text('diagnostics.checkedAt', { time: timeOfDayFormat(this.language()).format(at) });
  });

  constructor() {
    interval(MEASURE_EVERY * 1_000)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.socket.ping());
  }

  protected checkAgain(): void {
    void this.diagnosis.runProbes();
  }

  protected act(action: RemedyAction): void {
    switch (action) {
      case 'reconnect':
        // A failure is told by the streams; the promise would only tell it again.
        return void this.socket.connect();
      case 'refreshCode':
        return this.codeRefresh.refresh();
      case 'update':
      case 'reload':
        return this.update.apply();
      case 'install':
        return void this.installation.install();
    }
  }

  protected save(): void {
    const at = Date.now();
    this.saveFile(new File([this.report(at)], reportName(at), { type: 'application/json' }));
  }

  protected copy(): void {
    const isCopied = this.clipboard.copy(this.report(Date.now()));
    this.notices.show(this.text(isCopied ? 'diagnostics.copied' : 'diagnostics.copyFailed'));
  }

  private report(at: number): string {
    return reportText({
      at,
      build: this.build,
      language: this.language(),
      userAgent: navigator.userAgent,
      connection: this.diagnosis.connection(),
      checks: this.diagnosis.checks(),
      connectionLog: this.diagnosis.connectionLog(),
      serverAheadMs: this.diagnosis.serverAheadMs(),
    });
  }
}
