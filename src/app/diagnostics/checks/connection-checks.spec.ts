import { WebSocketStatus } from '../../../services/index.ts';
import { CONNECTED, connectionState as connection } from '../../../services/testing/index.ts';
import { codeCheck, socketCheck } from './connection-checks.ts';

const CODE = '0f8fad5b-d9cb-469f-a165-70867728950e';

const STOPPED = connection({ status: WebSocketStatus.ERROR, lastCloseCode: 1006 });

describe('the check of the socket', () => {
  it('holds while it is connected', () => {
    for (const kind of ['full', 'basic', null] as const) expect(socketCheck(CONNECTED, kind).state).toBe('ok');
    expect(socketCheck(connection({ status: WebSocketStatus.CONNECTING }), null).state).toBe('running');
  });

  it('offers to connect where that helps', () => {
    for (const status of [WebSocketStatus.RECONNECTING, WebSocketStatus.DISCONNECTED]) {
      expect(socketCheck(connection({ status }), null)).toEqual(
        jasmine.objectContaining({ state: 'problem', action: 'reconnect' }),
      );
    }
    expect(socketCheck(connection({ ...STOPPED, problem: 'exhausted' }), null).action).toBe('reconnect');
  });

  it('offers something else where it does not', () => {
    expect(socketCheck(connection({ ...STOPPED, problem: 'code-revoked' }), null).action).toBeUndefined();
    expect(socketCheck(connection({ ...STOPPED, problem: 'no-websocket' }), null).action).toBeUndefined();
    expect(socketCheck(connection({ ...STOPPED, problem: 'invalid-url' }), null).action).toBe('reload');
  });
});

describe('the check of the user code', () => {
  it('holds where the server takes it', () => {
    expect(codeCheck(CODE, CONNECTED).state).toBe('ok');
  });

  it('offers a new one where it is none, revoked or refused', () => {
    for (const check of [
      codeCheck('not-a-code', CONNECTED),
      codeCheck(CODE, connection({ ...STOPPED, problem: 'code-revoked', lastCloseCode: 4401 })),
      codeCheck(CODE, connection({ ...STOPPED, problem: 'malformed', lastCloseCode: 4400 })),
      codeCheck(CODE, connection({ ...STOPPED, lastCloseCode: 4401 })),
    ]) {
      expect(check).toEqual(jasmine.objectContaining({ state: 'problem', action: 'refreshCode' }));
    }
  });

  it('is left open where no server has been asked', () => {
    expect(codeCheck(CODE, STOPPED).state).toBe('unknown');
    expect(codeCheck(CODE, connection({ status: WebSocketStatus.CONNECTING })).state).toBe('running');
  });
});
