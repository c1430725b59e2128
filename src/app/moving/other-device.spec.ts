import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { ServerClock } from '../../services/index.ts';
import { elapse, useFakeClock } from '../../testing/index.ts';
import { Language } from '../language/language.ts';
import { Notices } from '../notices/notices.ts';
import { ENDPOINT, FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { welcome } from '../testing/messages.ts';
import { JOIN_REQUESTS, type JoinRequests } from './join-request.ts';
import { OtherDevice } from './other-device.ts';

const THEIRS = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

describe('OtherDevice', () => {
  let fixture: ComponentFixture<OtherDevice>;
  let element: HTMLElement;
  let socket: FakeWebSocketService;
  let issue: jasmine.Spy<JoinRequests['issue']>;
  let redeem: jasmine.Spy<JoinRequests['redeem']>;

  beforeEach(async () => {
    issue = jasmine.createSpy<JoinRequests['issue']>('issue');
    redeem = jasmine.createSpy<JoinRequests['redeem']>('redeem');
    TestBed.configureTestingModule({
      providers: [
        provideFakeWebSocket(),
        { provide: JOIN_REQUESTS, useValue: { issue, redeem } satisfies JoinRequests },
      ],
    });
    await TestBed.inject(Language).loadAll();
    socket = TestBed.inject(FakeWebSocketService);
    fixture = TestBed.createComponent(OtherDevice);
    element = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  function offer(): Promise<unknown> {
    socket.setWelcome({ ...welcome(), features: ['join'] });
    return fixture.whenStable();
  }

  async function enter(code: string): Promise<void> {
    const field = element.querySelector('input')!;
    field.value = code;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await fixture.whenStable();
  }

  it('is offered where the server can do it', async () => {
    expect(element.querySelector('button')).toBeNull();
    await offer();
    expect(element.querySelectorAll('button').length).toBe(2);
    expect(element.textContent).toContain('谁有这个码，谁在这里就是你');
  });

  it('shows a code for the other device', async () => {
    await offer();
    issue.and.resolveTo({ joinCode: 'K7QM29XF', endsAt: Date.now() + 600_000 });
    element.querySelector('button')?.click();
    await fixture.whenStable();
    expect(issue).toHaveBeenCalledOnceWith(ENDPOINT, socket.userCode());
    expect(element.querySelector('output')?.textContent).toBe('K7QM-29XF');
  });

  describe('of which the code expires', () => {
    useFakeClock();

    it('shows it no more, by the clock of the server', async () => {
      const ahead = 3 * 3_600_000;
      TestBed.inject(ServerClock).set(Date.now() + ahead);
      socket.setWelcome({ ...welcome(), features: ['join'] });
      fixture.detectChanges();
      issue.and.resolveTo({ joinCode: 'K7QM29XF', endsAt: Date.now() + ahead + 600_000 });
      element.querySelector('button')?.click();
      await elapse(0);
      fixture.detectChanges();
      const end = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short' }).format(Date.now() + 600_000);
      expect(element.querySelector('.issued')?.textContent).toContain(`${end} 前有效`);
      await elapse(599_000);
      fixture.detectChanges();
      expect(element.querySelector('output')).not.toBeNull();
      await elapse(1_000);
      fixture.detectChanges();
      expect(element.querySelector('output')).toBeNull();
      expect(element.querySelector('.ask')?.textContent).toContain('已过期');
    });
  });

  it('joins by the code of another device', async () => {
    await offer();
    redeem.and.resolveTo({ userCode: THEIRS, epoch: 'e' });
    await enter(' k7qm-29xf ');
    expect(redeem).toHaveBeenCalledOnceWith(ENDPOINT, 'k7qm-29xf');
    expect([socket.userCode(), ...socket.calls]).toEqual([THEIRS, 'joinUserCode']);
    expect(TestBed.inject(Notices).current()).toContain('已连上另一台设备');
    await enter('k7qm-29xf');
    expect(TestBed.inject(Notices).current()).toBe('这台设备用的已经是同一个用户码');
  });

  it('says what was wrong', async () => {
    await offer();
    const problem = (): string | undefined => element.querySelector('[role=alert]')?.textContent;
    redeem.and.resolveTo({ kind: 'unknown' });
    await enter('AAAAAAAA');
    expect(problem()).toContain('没有这个连接码');
    redeem.and.resolveTo({ kind: 'too-many', seconds: 9 });
    await enter('AAAAAAAA');
    expect(problem()).toContain('9 秒后');
    expect(socket.calls).toEqual([]);
  });
});
