import { SystemNotifications } from './system-notifications.ts';

describe('SystemNotifications', () => {
  const original = globalThis.Notification;
  const notice = { title: '视频已完成', body: '一只猫', tag: 'ask-kitten.job-1', address: '/?turn=1' };

  afterEach(() => {
    globalThis.Notification = original;
  });

  it('has none where the address is not secure, whatever the browser says of a permission', async () => {
    globalThis.Notification = { permission: 'denied' } as unknown as typeof Notification;
    const isSecure = spyOnProperty(globalThis, 'isSecureContext').and.returnValue(false);
    expect(new SystemNotifications().permission()).toBe('unsupported');
    expect(await new SystemNotifications().ask()).toBe('unsupported');
    isSecure.and.returnValue(true);
    expect(new SystemNotifications().permission()).toBe('denied');
  });

  it('shows one by the page, which a click leads to', async () => {
    const close = jasmine.createSpy('close');
    class FakeNotification {
      static readonly permission = 'granted';
      onclick: (() => void) | null = null;
      readonly close = close;

      readonly told: readonly unknown[];

      constructor(...told: readonly unknown[]) {
        this.told = told;
        shown.push(this);
      }
    }
    const shown: FakeNotification[] = [];
    globalThis.Notification = FakeNotification as unknown as typeof Notification;
    const focus = spyOn(globalThis, 'focus');
    const open = jasmine.createSpy('open');
    await new SystemNotifications().show(notice, open);
    expect(shown.map(({ told }) => told)).toEqual([[notice.title, { body: notice.body, tag: notice.tag }]]);
    shown[0]?.onclick?.();
    expect(focus).toHaveBeenCalledTimes(1);
    expect(open).toHaveBeenCalledTimes(1);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('leaves it to the service worker where the page may not', async () => {
    globalThis.Notification = function () {
      throw new TypeError('Illegal constructor');
    } as unknown as typeof Notification;
    const showNotification = jasmine.createSpy('showNotification').and.resolveTo();
    const registration = { showNotification } as unknown as ServiceWorkerRegistration;
    spyOn(navigator.serviceWorker, 'getRegistration').and.resolveTo(registration);
    await new SystemNotifications().show(notice, () => undefined);
    const onActionClick = { default: { operation: 'navigateLastFocusedOrOpen', url: '/?turn=1' } };
    const options = { body: notice.body, tag: notice.tag, data: { onActionClick } };
    expect(showNotification).toHaveBeenCalledOnceWith(notice.title, options);
  });
});
