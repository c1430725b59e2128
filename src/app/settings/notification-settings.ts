import { Component, computed, inject } from '@angular/core';
import { MatSlideToggle, type MatSlideToggleChange } from '@angular/material/slide-toggle';
import { mdiAlertCircleOutline } from '@mdi/js';

import { NotificationPreference } from '../job-notifications/notification-preference.ts';
import { Icon } from '../icon/icon.ts';
import { injectText } from '../language/text.ts';
import type { PlainTextKey } from '../language/texts.ts';

/** Whether to be told outside of the page, and the way there where the browser is against it. */
@Component({
  selector: 'kitten-notification-settings',
  imports: [Icon, MatSlideToggle],
  template: `
    <div class="row">
      <div>
        <span id="settings-tell-me">{{ text('settings.tellMe') }}</span>
        <p id="settings-tell-me-note">{{ text('settings.tellMeNote') }}</p>
      </div>
      <mat-slide-toggle
        aria-labelledby="settings-tell-me"
        aria-describedby="settings-tell-me-note"
        [checked]="state() === 'on'"
        [disabled]="hindrance() !== null"
        (change)="choose($event)"
      />
    </div>
    <div role="status">
      @if (hindrance(); as hindrance) {
        <p class="hindrance"><kitten-icon [path]="icon" />{{ text(hindrance) }}</p>
      }
    </div>
  `,
  styles: `
    .row {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 24px;
    }
    p {
      margin: 4px 0 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
    }
    .hindrance {
      display: flex;
      gap: 8px;
      margin-top: 12px;
      padding: 12px;
      border-radius: 12px;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class NotificationSettings {
  private readonly notifications = inject(NotificationPreference);

  protected readonly text = injectText();
  protected readonly icon = mdiAlertCircleOutline;
  protected readonly state = this.notifications.state;
  protected readonly hindrance = computed<PlainTextKey | null>(() => {
    switch (this.state()) {
      case 'blocked':
        return 'settings.blocked';
      case 'unsupported':
        return 'settings.unsupported';
      default:
        return null;
    }
  });

  protected async choose({ checked, source }: MatSlideToggleChange): Promise<void> {
    if (!checked) return this.notifications.turnOff();
    await this.notifications.turnOn();
    // The toggle has moved already: back, where the browser was asked in vain.
    source.checked = this.state() === 'on';
  }
}
