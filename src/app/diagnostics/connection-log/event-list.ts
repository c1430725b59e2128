import { Component, computed, inject, input } from '@angular/core';
import { mdiAlertCircleOutline, mdiArrowDownThin, mdiArrowUpThin, mdiCircleSmall, mdiLanConnect } from '@mdi/js';

import type { ConnectionLogEntry } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import { timeOfDayFormat } from '../../calendar/day.ts';
import { eventDetails, eventText, type EventTone, eventTone } from './event-text.ts';

const ICONS: Readonly<Record<EventTone, string>> = {
  good: mdiLanConnect,
  bad: mdiAlertCircleOutline,
  out: mdiArrowUpThin,
  in: mdiArrowDownThin,
  plain: mdiCircleSmall,
};

/** What has happened, the newest first. */
@Component({
  selector: 'kitten-event-list',
  imports: [Icon],
  templateUrl: './event-list.html',
  styleUrl: './event-list.scss',
})
export class EventList {
  protected readonly text = injectText();
  private readonly language = inject(Language).current;

  /** Oldest first. */
  readonly entries = input.required<readonly ConnectionLogEntry[]>();

  private readonly time = computed(() => timeOfDayFormat(this.language()));

  protected readonly rows = computed(() =>
    this.entries()
      .map((entry, index) => ({
        index,
        at: this.time().format(entry.at),
        what: eventText(entry, this.text),
        details: eventDetails(entry, this.text, this.language()).join('  '),
        tone: eventTone(entry),
        icon: ICONS[eventTone(entry)],
      }))
      .reverse(),
  );
}
