import { TestBed } from '@angular/core/testing';

import { WebSocketStatus } from '../../services/index.ts';
import { useFakeClock } from '../../testing/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { welcome } from '../testing/messages.ts';
import { FirstTry } from './first-try.ts';

describe('FirstTry', () => {
  const clock = useFakeClock();
  let socket: FakeWebSocketService;
  let firstTry: FirstTry;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
    socket.setConnection({ status: WebSocketStatus.CONNECTING });
    firstTry = TestBed.inject(FirstTry);
  });

  it('is over with the greeting, and not with the open socket before it', () => {
    expect(firstTry.isOver()).toBeFalse();
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    expect(firstTry.isOver()).toBeFalse();
    socket.setWelcome(welcome());
    expect(firstTry.isOver()).toBeTrue();
  });

  it('is over when it has failed', () => {
    socket.setConnection({ status: WebSocketStatus.ERROR, problem: 'refused' });
    expect(firstTry.isOver()).toBeTrue();
  });

  it('is over after two seconds, where a server never greets', () => {
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    clock.tick(1_999);
    expect(firstTry.isOver()).toBeFalse();
    clock.tick(1);
    expect(firstTry.isOver()).toBeTrue();
  });

  it('stays over while a later connection is tried', () => {
    socket.setConnection({ status: WebSocketStatus.CONNECTED });
    socket.setWelcome(welcome());
    expect(firstTry.isOver()).toBeTrue();
    socket.setWelcome(null);
    socket.setConnection({ status: WebSocketStatus.CONNECTING });
    expect(firstTry.isOver()).toBeTrue();
  });
});
