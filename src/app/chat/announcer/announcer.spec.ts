import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { error, system, text, video, welcome } from '../../testing/messages.ts';
import { Announcer } from './announcer.ts';

const jobId = 'job-1';

describe('Announcer', () => {
  let announce: jasmine.Spy;

  beforeEach(() => {
    announce = jasmine.createSpy('announce').and.resolveTo();
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: LiveAnnouncer, useValue: { announce, clear: () => undefined } }],
    });
    TestBed.inject(Announcer);
  });

  /** What is said of some messages. */
  function said(...messages: readonly ServerMessage[]): readonly unknown[] {
    TestBed.inject(FakeWebSocketService).receive(...messages);
    return announce.calls.allArgs().flat();
  }

  it('says the milestones aloud and leaves the texts to the reader', () => {
    expect(said(system('started', { jobId }), text({ jobId }), error({ code: 'engine_failed', content: '' }))).toEqual([
      '开始生成',
      '出错：视频生成失败。',
    ]);
  });

  it('tells the start, each quarter once, and the end', () => {
    const steps = [0, 0.1, 0.26, 0.3, 0.51, 0.74, 0.8, 0.99, 1].map((progress) =>
      system('progress', { jobId, progress }),
    );
    expect(said(system('started', { jobId }), ...steps, system('completed', { jobId }))).toEqual([
      '开始生成',
      '已完成百分之 25',
      '已完成百分之 50',
      '已完成百分之 75',
      '视频已完成',
    ]);
  });

  it('says of a job that was told in words alone that it was answered', () => {
    expect(said(system('started', { jobId }), text({ jobId }), system('completed', { jobId }))).toEqual([
      '开始生成',
      '小猫回答了',
    ]);
    const other = { jobId: 'job-2' };
    expect(said(system('started', other), text(other), video(other), system('completed', other)).at(-1)).toBe(
      '视频已完成',
    );
  });

  it('counts each job by itself', () => {
    expect(
      said(system('progress', { jobId, progress: 0.3 }), system('progress', { jobId: 'job-2', progress: 0.3 })),
    ).toEqual(['已完成百分之 25', '已完成百分之 25']);
  });

  it('says nothing of what is only sent again', () => {
    const replayed = { ...system('completed', { jobId }), seq: 4 };
    const fresh = { ...system('cancelled', { jobId: 'job-2' }), seq: 5 };
    expect(said(welcome({ lastSeq: 4 }), replayed, fresh)).toEqual(['任务已取消']);
  });

  it('tells errors and cancellation, and nothing of the rest', () => {
    expect(
      said(
        welcome(),
        error({ code: 'too_large', content: '超出 3 个字符' }),
        system('pong', {}),
        system('cancelled', { jobId }),
      ),
    ).toEqual(['出错：消息太长，服务器没有接受。超出 3 个字符', '任务已取消']);
  });
});
