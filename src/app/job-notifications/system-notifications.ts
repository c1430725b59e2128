/** A notification. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** One that has the same tag is replaced, also where another tab of the browser showed it. */
  readonly tag: string;
  /** Where a click leads. */
  readonly address: string;
}

/** The browser's notifications: by the page where it may show them, and by its service worker on Android. */
export class SystemNotifications {
  private readonly shown: Notification[] = [];

  /** Over plain http from another machine there are none, though Chromium has the person's refusal there. */
  permission(): NotificationPermission | 'unsupported' {
    return globalThis.isSecureContext && 'Notification' in globalThis ? Notification.permission : 'unsupported';
  }

  /** Asks the person, where they have not been asked. */
  async ask(): Promise<NotificationPermission | 'unsupported'> {
    return this.permission() === 'default' ? Notification.requestPermission() : this.permission();
  }

  /** Calls whenever the person changes the permission in the browser's own settings. */
  onPermissionChange(listener: () => void): void {
    // Where the browser can't tell, it is read again with the next load.
    if (!('permissions' in navigator)) return;
    navigator.permissions
      .query({ name: 'notifications' })
      .then((status) => status.addEventListener('change', listener))
      .catch(() => undefined);
  }

  /** Shows a notification; `open` follows a click on it, with the window in front. */
  async show({ title, body, tag, address }: Notice, open: () => void): Promise<void> {
    try {
      const notification = new Notification(title, { body, tag });
      notification.onclick = () => {
        notification.close();
        globalThis.focus();
        open();
      };
      this.shown.push(notification);
    } catch {
      // Android's browsers show them by a service worker alone. Angular's reads from `data` what a click does.
      if (!('serviceWorker' in navigator)) return;
      const worker = await navigator.serviceWorker.getRegistration();
      const onActionClick = { default: { operation: 'navigateLastFocusedOrOpen', url: address } };
      await worker?.showNotification(title, { body, tag, data: { onActionClick } });
    }
  }

  /** Takes away what this page has shown. */
  close(): void {
    for (const notification of this.shown.splice(0)) notification.close();
  }
}
