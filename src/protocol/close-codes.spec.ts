import { CloseCode, type CloseMeaning, closeMeaning } from './close-codes.ts';

describe('closeMeaning', () => {
  const meanings: readonly (readonly [number, CloseMeaning])[] = [
    [CloseCode.NormalClosure, 'reconnect'],
    [CloseCode.GoingAway, 'reconnect'],
    [CloseCode.AbnormalClosure, 'reconnect'],
    [CloseCode.PolicyViolation, 'refused'],
    [CloseCode.MessageTooBig, 'reconnect'],
    [CloseCode.InternalError, 'reconnect'],
    [CloseCode.ServiceRestart, 'reconnect'],
    [CloseCode.TryAgainLater, 'reconnect'],
    [CloseCode.MalformedRequest, 'malformed'],
    [CloseCode.CodeRevoked, 'code-revoked'],
    [CloseCode.AccessDenied, 'refused'],
    [CloseCode.HeartbeatTimeout, 'reconnect'],
    [CloseCode.TooManyRequests, 'back-off'],
  ];

  for (const [code, meaning] of meanings) {
    it(`takes ${code} for ${meaning}`, () => {
      expect(closeMeaning(code)).toBe(meaning);
    });
  }

  it('has an expectation for every code', () => {
    expect(meanings.map(([code]) => code)).toEqual(Object.values(CloseCode));
  });

  it('takes the registered codes for unauthorized and forbidden for a refusal too', () => {
    for (const code of [3000, 3003]) expect(closeMeaning(code)).toBe('refused');
  });

  it('reconnects after a code that nobody has listed', () => {
    for (const code of [0, 1002, 1005, 1015, 3001, 4000, 4999]) expect(closeMeaning(code)).toBe('reconnect');
  });
});

describe('CloseCode', () => {
  it('keeps the numbers that are on the wire', () => {
    expect(CloseCode).toEqual({
      NormalClosure: 1000,
      GoingAway: 1001,
      AbnormalClosure: 1006,
      PolicyViolation: 1008,
      MessageTooBig: 1009,
      InternalError: 1011,
      ServiceRestart: 1012,
      TryAgainLater: 1013,
      MalformedRequest: 4400,
      CodeRevoked: 4401,
      AccessDenied: 4403,
      HeartbeatTimeout: 4408,
      TooManyRequests: 4429,
    });
  });

  it('numbers its own codes in the range that RFC 6455 leaves to applications', () => {
    const own = Object.values(CloseCode).filter((code) => code > 1015);
    expect(own.every((code) => code >= 4000 && code <= 4999)).toBeTrue();
  });
});
