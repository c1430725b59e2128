import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { BehaviorSubject } from 'rxjs';

import { WebSocketStatus } from '../../services/index.ts';
import { CurrentConversation } from '../history/current-conversation.ts';
import { flush, useFakeClock } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { error, OF_JOB, system, text } from '../testing/messages.ts';
import { JobNotifier } from './job-notifier.ts';
import { SYSTEM_NOTIFICATIONS } from './notification-preference.ts';
import { OpenWindows } from './open-windows.ts';
import { PAGE_HIDDEN } from './page-visibility.ts';
import type { SystemNotifications } from './system-notifications.ts';
import { TabMark } from './tab-mark.ts';

type System = Pick<SystemNotifications, keyof SystemNotifications>;

describe('JobNotifier', () => {
  const clock = useFakeClock();
  let socket: FakeWebSocketService;
  let hidden: BehaviorSubject<boolean>;
  let notifications: jasmine.SpyObj<System>;
  let isSeen: jasmine.Spy<OpenWindows['isSeen']>;

  beforeEach(() => {
    localStorage.setItem('ask-kitten.notifications', 'on');
    hidden = new BehaviorSubject(true);
    notifications = jasmine.createSpyObj<System>(['permission', 'ask', 'onPermissionChange', 'show', 'close']);
    notifications.permission.and.returnValue('granted');
    notifications.show.and.resolveTo();
    isSeen = jasmine.createSpy<OpenWindows['isSeen']>('isSeen').and.resolveTo(false);
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: PAGE_HIDDEN, useValue: hidden },
        { provide: SYSTEM_NOTIFICATIONS, useValue: notifications },
        { provide: OpenWindows, useValue: { isSeen } },
      ],
    });
    socket = TestBed.inject(FakeWebSocketService);
    TestBed.inject(JobNotifier);
  });

  afterEach(() => localStorage.removeItem('ask-kitten.notifications'));

  function title(): string {
    TestBed.tick();
    return TestBed.inject(TabMark).title('问小猫');
  }

  async function countNotifications(): Promise<number> {
    // Whether another window is seen is asked of the browser.
    await flush();
    return notifications.show.calls.count();
  }

  it('tells in the title how far the job is, a page at most once a second', () => {
    socket.receive(system('started', OF_JOB));
    expect(title()).toBe('0% · 问小猫');
    socket.receive(system('progress', { ...OF_JOB, progress: 0.2 }));
    socket.receive(system('progress', { ...OF_JOB, progress: 0.429 }));
    expect(title()).toBe('0% · 问小猫');
    clock.tick(1_000);
    expect(title()).toBe('42% · 问小猫');
  });

  it('keeps the title as it is while people look at the page', () => {
    hidden.next(false);
    socket.receive(system('progress', { ...OF_JOB, progress: 0.42 }));
    expect(title()).toBe('问小猫');
    hidden.next(true);
    expect(title()).toBe('42% · 问小猫');
    socket.setConnection({ status: WebSocketStatus.ERROR });
    expect(title()).toBe('问小猫');
  });

  it('marks what is finished until somebody looks', async () => {
    socket.receive(system('started', OF_JOB), system('completed', OF_JOB));
    clock.tick(1_000);
    expect(title()).toBe('✓ 已完成 · 问小猫');
    expect(await countNotifications()).toBe(1);
    hidden.next(false);
    expect(title()).toBe('问小猫');
    expect(notifications.close).toHaveBeenCalled();
    hidden.next(true);
    expect(title()).toBe('问小猫');
  });

  it('says of an answer in words that it is one', async () => {
    const replyTo = socket.send('你好');
    socket.receive(system('started', { jobId: 'job-1', replyTo }), text({ jobId: 'job-1', replyTo }));
    socket.receive(system('completed', { jobId: 'job-1', replyTo }));
    await countNotifications();
    expect(notifications.show.calls.mostRecent().args[0].title).toBe('小猫回答了');
  });

  it('notifies with what was asked, and a click leads to the result', async () => {
    const promptId = socket.send('一只橘猫');
    socket.receive(system('completed', { jobId: 'job-1', replyTo: promptId }));
    await countNotifications();
    const [notice, open] = notifications.show.calls.mostRecent().args;
    const address = `/c/${TestBed.inject(CurrentConversation).id()}?turn=${promptId}`;
    expect(notice).toEqual({ title: '视频已完成', body: '一只橘猫', tag: 'ask-kitten.job-1', address });
    const navigate = spyOn(TestBed.inject(Router), 'navigateByUrl').and.resolveTo(true);
    open();
    expect(navigate).toHaveBeenCalledOnceWith(address);
  });

  it('tells of errors', async () => {
    socket.receive(error(OF_JOB));
    expect(title()).toBe('⚠ 出错了 · 问小猫');
    await countNotifications();
    expect(notifications.show.calls.mostRecent().args[0].title).toBe('视频没有完成');
  });

  it('does not notify people who look at this window or another', async () => {
    isSeen.and.resolveTo(true);
    socket.receive(system('completed', OF_JOB));
    hidden.next(false);
    isSeen.and.resolveTo(false);
    socket.receive(system('completed', OF_JOB));
    expect(await countNotifications()).toBe(0);
  });

  it('forgets the jobs of a code that is no longer in use', () => {
    socket.receive(system('started', OF_JOB));
    socket.refreshUserCode();
    clock.tick(1_000);
    expect(title()).toBe('问小猫');
  });
});
