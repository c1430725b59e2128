import { computed, inject, InjectionToken, linkedSignal, Service } from '@angular/core';

import { preference } from '../preferences/preference.ts';
import { SystemNotifications } from './system-notifications.ts';

/** Whether notifications are shown, and where they are not, why. */
export type NotificationState =
  /** They are shown. */
  | 'on'
  /** The person has not asked for them. */
  | 'off'
  /** The browser does not let the application show any. */
  | 'blocked'
  /** There are none in this browser, or at this address. */
  | 'unsupported';

/** What notifications are shown with. */
export const SYSTEM_NOTIFICATIONS = new InjectionToken<SystemNotifications>('SYSTEM_NOTIFICATIONS', {
  factory: () => new SystemNotifications(),
});

/** The person's choice to be notified outside of the page, saved for this browser. Off until they ask for it. */
@Service()
export class NotificationPreference {
  private readonly system = inject(SYSTEM_NOTIFICATIONS);
  /** Read when somebody wants to know: the thread waits for the browser meanwhile, which a start has no time for. */
  private readonly permission = linkedSignal(() => this.system.permission());
  private readonly choice = preference<'on' | 'off'>({
    key: 'ask-kitten.notifications',
    initial: 'off',
    accepts: (value) => value === 'on' || value === 'off',
  });

  /** Whether they are shown. */
  readonly state = computed<NotificationState>(() => {
    const permission = this.permission();
    if (permission === 'unsupported') return 'unsupported';
    if (permission === 'denied') return 'blocked';
    return this.choice.value() === 'on' && permission === 'granted' ? 'on' : 'off';
  });

  constructor() {
    this.system.onPermissionChange(() => this.permission.set(this.system.permission()));
  }

  /** Asks the browser for them; only on a click, because browsers hold every other question against the site. */
  async turnOn(): Promise<void> {
    this.permission.set(await this.system.ask());
    if (this.permission() === 'granted') this.choice.set('on');
  }

  turnOff(): void {
    this.choice.set('off');
  }
}
