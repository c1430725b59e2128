import { encryptionCheck, networkCheck, serverCheck, type ServerKnowledge } from './server-checks.ts';

const LOCAL = 'ws://127.0.0.1:9943/api/ws/video-generation';
const REMOTE = 'wss://server.example/api/ws/video-generation';

describe('the check of the network', () => {
  it('holds where the browser is online, and where the server is on this machine', () => {
    expect(networkCheck({ isOnline: true, endpoint: REMOTE }).state).toBe('ok');
    expect(networkCheck({ isOnline: false, endpoint: LOCAL }).state).toBe('ok');
  });

  it('finds a network missing that is needed', () => {
    for (const endpoint of [REMOTE, null]) {
      const check = networkCheck({ isOnline: false, endpoint });
      expect(check.state).toBe('problem');
      expect(check.remedy).toBeDefined();
    }
  });
});

describe('the check of the server', () => {
  const KNOWN: ServerKnowledge = { endpoint: REMOTE, answer: { kind: 'silent' }, isConnected: false, isOnline: true };

  it('waits for the answer', () => {
    expect(serverCheck({ ...KNOWN, answer: null }).state).toBe('running');
    expect(serverCheck({ ...KNOWN, endpoint: null }).state).toBe('unknown');
  });

  it('takes any answer for one, and a socket for one too', () => {
    expect(serverCheck({ ...KNOWN, answer: { kind: 'answered', milliseconds: 4 } }).state).toBe('ok');
    expect(serverCheck({ ...KNOWN, isConnected: true }).state).toBe('ok');
    expect(serverCheck({ ...KNOWN, isConnected: true, answer: { kind: 'failing', status: 502 } }).state).toBe('ok');
  });

  it('finds a server that is silent, or behind a proxy that fails', () => {
    for (const answer of [{ kind: 'silent' }, { kind: 'failing', status: 502 }] as const) {
      expect(serverCheck({ ...KNOWN, answer }).state).toBe('problem');
    }
  });

  it('blames no server where there is no network', () => {
    expect(serverCheck({ ...KNOWN, isOnline: false }).state).toBe('unknown');
    expect(serverCheck({ ...KNOWN, isOnline: false, endpoint: LOCAL }).state).toBe('problem');
  });
});

describe('the check of the encryption', () => {
  it('warns where others could read along', () => {
    expect(encryptionCheck('ws://server.example/').state).toBe('problem');
    expect(encryptionCheck(REMOTE).state).toBe('ok');
    expect(encryptionCheck(LOCAL).state).toBe('ok');
    expect(encryptionCheck(null).state).toBe('unknown');
  });
});
