import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../../testing/fake-web-socket-service.ts';
import { error, system, text } from '../../testing/messages.ts';
import { Announcer } from './announcer.ts';

describe('Announcer', () => {
  it('says the milestones aloud and leaves the texts to the reader', () => {
    const announce = jasmine.createSpy('announce').and.resolveTo();
    TestBed.configureTestingModule({
      providers: [provideFakeWebSocket(), { provide: LiveAnnouncer, useValue: { announce } }],
    });
    TestBed.inject(Announcer);
    TestBed.inject(FakeWebSocketService).receive(
      system('started', { jobId: 'job-1' }),
      text({ jobId: 'job-1' }),
      error({ code: 'engine_failed', content: '' }),
    );
    expect(announce.calls.allArgs()).toEqual([['开始生成'], ['出错：视频生成失败。']]);
  });
});
