import { TestBed } from '@angular/core/testing';

import { PASS_NEEDED, WebSocketStatus } from '../../services/index.ts';
import { FakeWebSocketService, provideFakeWebSocket } from '../testing/fake-web-socket-service.ts';
import { AccessGate } from './access-gate.ts';

const REFUSED = { status: WebSocketStatus.ERROR, problem: 'refused', lastCloseCode: 4403 } as const;

describe('AccessGate', () => {
  let socket: FakeWebSocketService;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideFakeWebSocket()] });
    socket = TestBed.inject(FakeWebSocketService);
  });

  it('asks where a pass is all that helps, and nowhere else', () => {
    const gate = TestBed.inject(AccessGate);
    expect(gate.isAsked()).toBeFalse();
    socket.setConnection({ ...REFUSED, lastCloseReason: 'not here' });
    expect(gate.isAsked()).toBeFalse();
    socket.setConnection({ ...REFUSED, lastCloseReason: PASS_NEEDED });
    expect([gate.isAsked(), gate.isShut()]).toEqual([true, true]);
    socket.setConnection({ status: WebSocketStatus.CONNECTED, lastCloseReason: PASS_NEEDED });
    expect(gate.isAsked()).toBeFalse();
  });

  it('can be put off, and comes back when the person wants it', () => {
    const gate = TestBed.inject(AccessGate);
    socket.setConnection({ ...REFUSED, lastCloseReason: PASS_NEEDED });
    gate.putOff();
    expect([gate.isAsked(), gate.isShut()]).toEqual([true, false]);
    gate.show();
    expect(gate.isShut()).toBeTrue();
  });

  it('takes the pass of an invitation out of the address, and gives it once', () => {
    const { href } = location;
    history.replaceState(null, '', '#pass=1.a-b.c_d');
    const gate = TestBed.inject(AccessGate);
    expect(location.href).toBe(href.split('#', 1).join());
    expect(gate.takeInvitation()).toBe('1.a-b.c_d');
    expect(gate.takeInvitation()).toBeUndefined();
  });
});
