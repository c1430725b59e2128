import { Component, computed, input } from '@angular/core';

import type { ConnectionLogState, ReceivedType } from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import type { TextKey } from '../../language/texts.ts';
import { closeText } from './close-text.ts';

/** What each type of message is called. */
export const TYPE_TEXTS = {
  text: 'diagnostics.typeText',
  video: 'diagnostics.typeVideo',
  image: 'diagnostics.typeImage',
  system: 'diagnostics.typeSystem',
  error: 'diagnostics.typeError',
  unknown: 'diagnostics.typeUnknown',
} as const satisfies Record<ReceivedType, TextKey>;

const TYPES = Object.keys(TYPE_TEXTS) as readonly ReceivedType[];

/** What has been counted since the page was opened. */
@Component({
  selector: 'kitten-connection-counts',
  template: `
    <dl>
      @for (row of rows(); track row.name) {
        <div [class.of-note]="row.isOfNote">
          <dt>{{ row.name }}</dt>
          <dd>{{ row.value }}</dd>
        </div>
      }
    </dl>
    <h3>{{ text('diagnostics.countMessages') }}</h3>
    <dl class="types">
      @for (row of types(); track row.name) {
        <div>
          <dt>{{ row.name }}</dt>
          <dd>{{ row.value }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './counts.scss',
})
export class ConnectionCounts {
  protected readonly text = injectText();
  readonly connectionLog = input.required<ConnectionLogState>();

  protected readonly rows = computed(() => {
    const { counts, lastCloseCode: code } = this.connectionLog();
    return [
      { name: this.text('diagnostics.countConnects'), value: counts.connects },
      { name: this.text('diagnostics.countReconnects'), value: counts.reconnects },
      { name: this.text('diagnostics.countPings'), value: counts.pings },
      { name: this.text('diagnostics.countDuplicates'), value: counts.duplicates },
      { name: this.text('diagnostics.countHoles'), value: counts.missingRanges },
      { name: this.text('diagnostics.countMissed'), value: counts.missed, isOfNote: counts.missed > 0 },
      { name: this.text('diagnostics.countUnreadable'), value: counts.unreadable, isOfNote: counts.unreadable > 0 },
      {
        name: this.text('diagnostics.countLastClose'),
        value: code === null ? this.text('diagnostics.countNone') : `${code} · ${closeText(code, this.text)}`,
      },
    ];
  });

  protected readonly types = computed(() => {
    const { received } = this.connectionLog().counts;
    return TYPES.map((type) => ({ name: this.text(TYPE_TEXTS[type]), value: received[type] }));
  });
}
