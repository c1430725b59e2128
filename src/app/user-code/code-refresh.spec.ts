import { TestBed } from '@angular/core/testing';

import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { CodeRefresh } from './code-refresh.ts';
import { Notices } from '../notices/notices.ts';

describe('CodeRefresh', () => {
  let show: jasmine.Spy<(text: string) => void>;
  let socket: FakeWebSocketService;
  let codeRefresh: CodeRefresh;

  beforeEach(() => {
    show = jasmine.createSpy<(text: string) => void>('show');
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket(), { provide: Notices, useValue: { show } }] });
    socket = TestBed.inject(FakeWebSocketService);
    codeRefresh = TestBed.inject(CodeRefresh);
  });

  it('tells of the code that it takes, once, and not the whole of it', () => {
    codeRefresh.refresh();
    expect(show.calls.allArgs()).toEqual([['已换用新的用户码 7c9e…0ae7；旧用户码下的对话不再更新']]);
  });

  it('tells of a code that another window has taken', () => {
    socket.setUserCode('11111111-7425-40de-944b-e07fc1f92222');
    expect(show.calls.allArgs()).toEqual([['用户码已在另一个窗口刷新，这里已换用 1111…2222']]);
    codeRefresh.refresh();
    expect(show).toHaveBeenCalledTimes(2);
  });
});
