import { afterNextRender, Component, computed, DOCUMENT, inject, Injector, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressSpinner } from '@angular/material/progress-spinner';
import { mdiAlert, mdiAlertCircle, mdiCheckCircle, mdiHelpCircleOutline } from '@mdi/js';

import { Icon } from '../../icon/icon.ts';
import { injectText } from '../../language/text.ts';
import type { Check, CheckState, RemedyAction } from './check.ts';

const ICONS: Readonly<Record<Exclude<CheckState, 'running'>, string>> = {
  ok: mdiCheckCircle,
  warning: mdiAlert,
  problem: mdiAlertCircle,
  unknown: mdiHelpCircleOutline,
};

const STATE_TEXTS = {
  running: 'diagnostics.stateRunning',
  ok: 'diagnostics.stateOk',
  warning: 'diagnostics.stateWarning',
  problem: 'diagnostics.stateProblem',
  unknown: 'diagnostics.stateUnknown',
} as const;

const ACTION_TEXTS = {
  reconnect: 'diagnostics.reconnect',
  refreshCode: 'diagnostics.refreshCode',
  update: 'settings.updateNow',
  reload: 'shell.reload',
  install: 'diagnostics.install',
} as const satisfies Record<RemedyAction, string>;

/** What was looked at, what was found, and what can be done about it. */
@Component({
  selector: 'kitten-check-list',
  imports: [Icon, MatButton, MatProgressSpinner],
  templateUrl: './check-list.html',
  styleUrl: './check-list.scss',
})
export class CheckList {
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  protected readonly text = injectText();
  readonly checks = input.required<readonly Check[]>();
  /** What the person wants done. */
  readonly act = output<RemedyAction>();

  protected readonly rows = computed(() =>
    this.checks().map((check) => ({
      ...check,
      title: this.text(`diagnostics.${check.name}`),
      stateText: this.text(STATE_TEXTS[check.state]),
      icon: check.state === 'running' ? null : ICONS[check.state],
      findingText: check.finding(this.text),
      remedyText: check.remedy?.(this.text),
      actionText: check.action && this.text(ACTION_TEXTS[check.action]),
    })),
  );

  protected press(action: RemedyAction, row: HTMLElement): void {
    this.act.emit(action);
    // What it was to help with may be over at once: its button is gone then, and the focus with it.
    afterNextRender(
      () => {
        if (this.document.activeElement === this.document.body) row.focus();
      },
      { injector: this.injector },
    );
  }
}
