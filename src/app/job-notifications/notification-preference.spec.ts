import { TestBed } from '@angular/core/testing';

import { NotificationPreference, SYSTEM_NOTIFICATIONS } from './notification-preference.ts';

describe('NotificationPreference', () => {
  let permission: NotificationPermission | 'unsupported';
  let answer: NotificationPermission;
  let tellOfChange: () => void;

  beforeEach(() => {
    permission = 'default';
    answer = 'granted';
    const system = {
      permission: () => permission,
      ask: () => Promise.resolve((permission = answer)),
      onPermissionChange: (listener: () => void) => (tellOfChange = listener),
    };
    TestBed.configureTestingModule({ providers: [{ provide: SYSTEM_NOTIFICATIONS, useValue: system }] });
  });

  afterEach(() => localStorage.removeItem('ask-kitten.notifications'));

  it('are off until the person asks for them and the browser allows them', async () => {
    const notifications = TestBed.inject(NotificationPreference);
    expect(notifications.state()).toBe('off');
    await notifications.turnOn();
    expect(notifications.state()).toBe('on');
    notifications.turnOff();
    expect(notifications.state()).toBe('off');
  });

  it('are blocked where the person or the browser is against them, until that changes', async () => {
    answer = 'denied';
    const notifications = TestBed.inject(NotificationPreference);
    await notifications.turnOn();
    expect(notifications.state()).toBe('blocked');
    permission = 'granted';
    tellOfChange();
    expect(notifications.state()).toBe('off');
  });

  it('ask the browser for its permission when somebody wants to know, not when the application starts', () => {
    permission = 'denied';
    const notifications = TestBed.inject(NotificationPreference);
    permission = 'unsupported';
    expect(notifications.state()).toBe('unsupported');
  });

  it('are not there where the browser has none', () => {
    permission = 'unsupported';
    expect(TestBed.inject(NotificationPreference).state()).toBe('unsupported');
  });
});
