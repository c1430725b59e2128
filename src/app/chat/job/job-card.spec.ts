import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { WebSocketStatus } from '../../../services/index.ts';
import { useFakeClock } from '../../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { welcome } from '../../testing/messages.ts';
import { translatePage } from '../../testing/translate-page.ts';
import type { Job } from '../../conversation-model/turn.ts';
import { JobCard } from './job-card.ts';
import { PastRuns } from '../../estimates/past-runs.ts';
import type { PastRun } from '../../estimates/remaining-time.ts';

const START = 1_700_000_000_000;

describe('JobCard', () => {
  const clock = useFakeClock(new Date(START));
  let fixture: ComponentFixture<JobCard>;
  let past: readonly PastRun[];

  beforeEach(() => {
    past = [];
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: PastRuns, useValue: { runsLike: () => past } }],
    });
    fixture = TestBed.createComponent(JobCard);
  });

  afterEach(() => fixture.destroy());

  function show(job: Job): string {
    fixture.componentRef.setInput('job', job);
    TestBed.tick();
    return shown();
  }

  function shown(): string {
    return (fixture.nativeElement as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
  }

  function find(selector: string): Element {
    const found = (fixture.nativeElement as HTMLElement).querySelector(selector);
    if (found === null) throw new Error(`there is no ${selector}`);
    return found;
  }

  function pass(seconds: number): string {
    clock.tick(seconds * 1_000);
    TestBed.tick();
    return shown();
  }

  function running(fields: Partial<Job> = {}): Job {
    return { status: 'running', startedAt: START, progress: 0.42, stage: 'draw', ...fields };
  }

  it('shows stage, percent and a clock that goes on', () => {
    expect(show(running())).toContain('绘制画面 42%');
    expect(pass(7)).toContain('已用 0:07');
    expect(pass(60)).toContain('已用 1:07');
  });

  it('goes on where the browser has translated the page', () => {
    show(running());
    translatePage(fixture.nativeElement as HTMLElement);
    expect(show(running({ progress: 0.5, stage: 'send' }))).toContain('发给引擎 50%');
    expect(pass(7)).toContain('已用 0:07');
    translatePage(fixture.nativeElement as HTMLElement);
    expect(pass(1)).toContain('已用 0:08');
  });

  it('says in words what the engines that come along do, and any other stage as it is called', () => {
    const stages = [
      ['understand', '理解描述'],
      ['send', '发给引擎'],
      ['wait', '等待引擎'],
      ['generate', '绘制画面'],
      ['download', '取回视频'],
      ['KSampler', 'KSampler'],
    ] as const;
    for (const [stage, words] of stages) expect(show(running({ stage }))).toContain(words);
  });

  it('has a bar with the percent, and one without where there is none', () => {
    const bar = (): (string | null)[] =>
      ['mode', 'aria-valuenow'].map((name) => find('mat-progress-bar').getAttribute(name));
    show(running());
    expect(bar()).toEqual(['determinate', '42']);
    show({ status: 'queued', position: 3 });
    expect(bar()).toEqual(['indeterminate', null]);
  });

  it('shows the place in the queue', () => {
    expect(show({ status: 'queued', position: 3 })).toContain('排队中，第 3 位');
    expect(show({ status: 'queued', position: 1 })).toContain('排队中，即将开始');
  });

  it('never stands at 99 percent', () => {
    for (const progress of [0.97, 0.99, 1]) {
      const text = show(running({ progress }));
      expect(text).toContain('正在收尾');
      expect(text).not.toContain('%');
    }
  });

  it("gives the engine's own estimate until it has learned better", () => {
    expect(show(running({ etaMs: 20_000 }))).toContain('约剩 20–40 秒');
    past = [10, 20, 30, 40, 50].map((seconds) => ({ totalMs: seconds * 1_000, marks: [0.2, 0.4, 0.8] as const }));
    show(running({ etaMs: 20_000, progress: 0.05 }));
    expect(pass(1)).toContain('约剩 15–45 秒');
  });

  it('goes by the engine alone where the job was interrupted: nobody knows since when it has been worked on', () => {
    past = [10, 11, 12].map((seconds) => ({ totalMs: seconds * 1_000, marks: [0.25, 0.5, 0.75] as const }));
    show(running({ hasStartedBefore: true, progress: 0.8 }));
    const resumed = pass(2);
    expect(resumed).not.toContain('约剩');
    expect(pass(12)).not.toContain('比平时慢');
    expect(show(running({ hasStartedBefore: true, etaMs: 20_000 }))).toContain('约剩 20–40 秒');
  });

  it('says when a job is slower than usual', () => {
    past = [10, 11, 12].map((seconds) => ({ totalMs: seconds * 1_000, marks: [0.25, 0.5, 0.75] as const }));
    show(running());
    expect(pass(9)).not.toContain('比平时慢');
    expect(pass(5)).toContain('比平时慢');
  });

  it('says when nothing has come for long, and not any more once something has', () => {
    show(running({ etaMs: 90_000 }));
    expect(pass(29)).not.toContain('没有新进展');
    const stalled = pass(3);
    expect(stalled).toContain('秒没有新进展，可以继续等待，或取消后重试');
    expect(stalled).not.toContain('约剩');
    expect(show(running({ progress: 0.43 }))).not.toContain('没有新进展');
  });

  it('cancels once', () => {
    const cancelled = jasmine.createSpy('cancelled');
    fixture.componentInstance.cancelled.subscribe(cancelled);
    fixture.componentRef.setInput('isCancellable', true);
    show(running());
    const button = find('button') as HTMLButtonElement;
    button.click();
    TestBed.tick();
    expect(button.disabled).toBeTrue();
    expect(button.innerText.trim()).toBe('正在取消');
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  describe('while the user code is revoked', () => {
    let socket: FakeWebSocketService;

    beforeEach(() => {
      socket = TestBed.inject(FakeWebSocketService);
      fixture.componentRef.setInput('isCancellable', true);
    });

    function revoke(): void {
      socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'code-revoked', lastCloseCode: 4401 });
    }

    function isIndeterminate(): boolean {
      return (fixture.nativeElement as HTMLElement).querySelector('mat-progress-bar:not([aria-valuenow])') !== null;
    }

    it('stands still and says why, with nothing that could be stopped', () => {
      show(running({ etaMs: 20_000 }));
      expect(pass(7)).toContain('已用 0:07 约剩');
      expect(shown()).toContain('取消');
      revoke();
      expect(pass(50)).toBe('绘制画面 42% 已用 0:07 用户码已失效，收不到这个任务的进展了');
    });

    it('does not move where it has no percent either', () => {
      show({ status: 'queued', position: 2 });
      expect(isIndeterminate()).toBeTrue();
      revoke();
      expect(pass(1)).toContain('用户码已失效');
      expect(isIndeterminate()).toBeFalse();
    });

    it('stays so while the same code is tried again, and lives when the server has greeted it', () => {
      show(running());
      pass(7);
      revoke();
      pass(60);
      socket.setConnection({ status: WebSocketStatus.CONNECTED, problem: null });
      expect(pass(1)).toContain('已用 0:07 用户码已失效');
      socket.receive(welcome({ ts: Date.now() }));
      expect(pass(2)).toBe('绘制画面 42% 取消 已用 1:10');
    });

    it('goes on in a connection that is lost for another reason', () => {
      show(running());
      socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'exhausted' });
      expect(pass(5)).toBe('绘制画面 42% 取消 已用 0:05');
    });
  });
});
