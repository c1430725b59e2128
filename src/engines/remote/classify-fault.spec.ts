import { TransientFault } from '../port/engine-fault.ts';
import { answerFault, connectionFault } from './classify-fault.ts';
import { redactor } from './redactor.ts';

/** An error of `fetch`, with what the system says of its cause. */
function fetchError(fields: object): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('no'), fields) });
}

describe('An answer that is no success', () => {
  it('says that there is no credit, in the words of each service, also where it comes as too many requests', () => {
    const answers = [
      [400, '{"code":"Arrearage","message":"Access denied, your account has an overdue payment."}'],
      [429, '{"code":1101,"message":"Account in arrears (postpaid scenario)"}'],
      [429, '{"code":1102,"message":"Account balance not enough"}'],
      [429, '{"code":1102,"message":"Resource pack depleted or expired"}'],
      [
        403,
        '{"error":{"code":"AccountOverdueError","message":"The request failed because your account is in arrears."}}',
      ],
      [429, '{"error":{"code":"insufficient_quota","message":"You exceeded your current quota"}}'],
    ] as const;
    const codes = answers.map(([status, text]) => answerFault({ status, text, isStart: true }, redactor()).code);
    expect(codes).toEqual(answers.map(() => 'engine_no_credit'));
    const busy = '{"code":1303,"message":"parallel task over resource pack limit"}';
    expect(answerFault({ status: 429, text: busy, isStart: true }, redactor())).toBeInstanceOf(TransientFault);
  });
});

describe('A request that begins an operation', () => {
  it('was not sent where there never was a connection', () => {
    const faults = [
      { code: 'ECONNREFUSED', syscall: 'connect' },
      { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
      { code: 'EHOSTUNREACH', syscall: 'connect' },
      { code: 'ETIMEDOUT', syscall: 'connect' },
      { code: 'UND_ERR_CONNECT_TIMEOUT' },
    ];
    expect(faults.map((fields) => connectionFault(fetchError(fields), true).mayHaveStarted)).toEqual(
      faults.map(() => false),
    );
  });

  it('may have been taken where the connection ended, however that is called', () => {
    const faults = [
      { code: 'ECONNRESET', syscall: 'read' },
      { code: 'EHOSTUNREACH', syscall: 'read' },
      { code: 'ETIMEDOUT', syscall: 'read' },
      { code: 'UND_ERR_SOCKET' },
      { code: 'UND_ERR_HEADERS_TIMEOUT' },
      {},
    ];
    expect(faults.map((fields) => connectionFault(fetchError(fields), true).mayHaveStarted)).toEqual(
      faults.map(() => true),
    );
    expect(connectionFault(fetchError({ code: 'ECONNRESET' }), false).mayHaveStarted).toBeFalse();
  });

  it('may have been taken where a proxy says that the server broke off, and was not where it says that it is full', () => {
    const envoy = 'upstream connect error or disconnect/reset before headers. reset reason: ';
    const isTaken = (status: number, text: string): boolean => {
      const fault = answerFault({ status, text, isStart: true }, redactor());
      return fault instanceof TransientFault && fault.mayHaveStarted;
    };
    const refusals = ['{"detail":"queue is full"}', `${envoy}connection failure`, `${envoy}overflow`];
    expect(refusals.map((text) => isTaken(503, text))).toEqual([false, false, false]);
    expect(isTaken(503, `${envoy}connection termination`)).toBeTrue();
    expect(isTaken(502, 'Bad Gateway')).toBeTrue();
  });

  it('is asked again when the other side says, whatever it refuses with that passes', () => {
    const waits = [408, 429, 500, 502, 503, 504].map((status) => {
      const fault = answerFault({ status, text: '', retryAfter: '120', isStart: false }, redactor());
      return fault instanceof TransientFault && fault.retryAfterMs;
    });
    expect(waits).toEqual(Array.from({ length: 6 }, () => 120_000));
  });
});
