import { homedir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.ts';

function faultOf(environment: Record<string, string>): string | undefined {
  const settings = readSettings(environment);
  return settings.ok ? undefined : settings.fault;
}

describe('readSettings', () => {
  const DEFAULTS = {
    host: '127.0.0.1',
    port: 9943,
    basePath: '/',
    dataFolder: 'data',
    mediaPlace: undefined,
    databaseUrl: undefined,
    appFolder: 'dist/ask-kitten/browser',
    allowedOrigins: [],
    allowedHosts: [],
    access: undefined,
    mediaAccess: undefined,
    mediaLinkLastsMs: 7 * 24 * 60 * 60 * 1_000,
    logLevel: 'warn',
    retention: { messagesPerCode: 1_000, maxAgeMs: 30 * 24 * 60 * 60 * 1_000 },
    heartbeatMs: 30_000,
    reconnectJitterMs: 2_000,
    leaseMs: 20_000,
    drainMs: 5_000,
    trustedProxies: [],
    metrics: undefined,
    socketLimits: { total: 5_000, perAddress: 256, perCode: 16 },
    connectLimits: { code: { perSecond: 2, burst: 60 }, address: { perSecond: 20, burst: 500 } },
    newCodes: { perSecond: 60 / 3_600, burst: 1_440 },
    jobLimits: { total: 1_000, perAddress: 100, perCode: 20, storedPerAddress: 25_000 },
    dailyLimits: { perCode: Infinity, perAddress: Infinity },
    diskLimits: { totalBytes: 20e9, addressBytes: 5e9, freeBytes: 5e8, messages: 1_000_000 },
    uploadBytes: { total: 128 * 1024 * 1024, perAddress: 32 * 1024 * 1024 },
    unreadBytes: { total: 256 * 1024 * 1024, perAddress: 64 * 1024 * 1024 },
    connectionsPerAddress: 512,
    answerLimits: { perAddress: 256, total: 1_000, unreadMs: 60_000 },
    requestRate: { perSecond: 200, burst: 10_000 },
    uploadMetadata: 'strip',
    imageDecoder: { memoryMb: 400 },
  } as const;

  it('has a default for each', () => {
    expect(readSettings({})).toEqual({ ok: true, value: DEFAULTS });
  });

  it('reads limits', () => {
    const read = readSettings({
      MAX_SOCKETS: '9',
      MAX_JOBS_PER_ADDRESS: '3',
      MIN_FREE_DISK_MB: '0',
      UPLOAD_METADATA: 'keep',
    });
    expect(read.ok && read.value).toEqual({
      ...DEFAULTS,
      socketLimits: { ...DEFAULTS.socketLimits, total: 9 },
      jobLimits: { ...DEFAULTS.jobLimits, perAddress: 3 },
      diskLimits: { ...DEFAULTS.diskLimits, freeBytes: 0 },
      uploadMetadata: 'keep',
    });
    expect(faultOf({ UPLOAD_METADATA: 'some' })).toContain('strip, keep');
  });

  it('leaves an address connections for all its sockets and requests, unless it is told how many', () => {
    const more = readSettings({ MAX_SOCKETS_PER_ADDRESS: '6000' });
    expect(more.ok && more.value.connectionsPerAddress).toBe(6_256);
    const fewer = readSettings({ MAX_CONNECTIONS_PER_ADDRESS: '40' });
    expect(fewer.ok && fewer.value.connectionsPerAddress).toBe(40);
  });

  it('takes an empty variable for an absent one', () => {
    const names = ['PORT', 'DATA_DIR', 'APP_DIR', 'ALLOWED_ORIGINS', 'LOG_LEVEL'];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readSettings({ ...empty, HOST: ' ' })).toEqual({ ok: true, value: DEFAULTS });
  });

  it('reads each', () => {
    const settings = readSettings({
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/var/kitten',
      APP_DIR: 'app',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080,',
      ALLOWED_HOSTS: 'kitten.example, kitten.lan',
      LOG_LEVEL: 'info',
      RETENTION_DAYS: '1',
      RETENTION_MESSAGES: '50',
      HEARTBEAT_MS: '500',
      RECONNECT_JITTER_MS: '0',
      TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1',
      METRICS_PORT: '9944',
    });
    expect(settings).toEqual({
      ok: true,
      value: jasmine.objectContaining({
        host: '::1',
        port: 0,
        dataFolder: '/var/kitten',
        appFolder: 'app',
        allowedOrigins: ['https://a.example', 'http://b.example:8080'],
        allowedHosts: ['kitten.example', 'kitten.lan'],
        logLevel: 'info',
        retention: { messagesPerCode: 50, maxAgeMs: 86_400_000 },
        heartbeatMs: 500,
        reconnectJitterMs: 0,
        trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::1'],
        metrics: { host: '127.0.0.1', port: 9944 },
      }),
    });
  });

  it('reads hosts and folders as people write them', () => {
    expect(readSettings({ HOST: 'LOCALHOST' })).toEqual({ ok: true, value: { ...DEFAULTS, host: 'localhost' } });
    const read = readSettings({ HOST: '[::1]', DATA_DIR: '~/kitten', APP_DIR: '~' });
    expect(read).toEqual({
      ok: true,
      value: { ...DEFAULTS, host: '::1', dataFolder: join(homedir(), 'kitten'), appFolder: homedir() },
    });
    expect(readSettings({ DATA_DIR: '~kitten' })).toEqual({ ok: true, value: { ...DEFAULTS, dataFolder: '~kitten' } });
  });

  it('reads a base path with slashes at its ends or without', () => {
    for (const BASE_PATH of ['/a/kitten/', 'a/kitten', '/a/kitten', 'a/kitten/']) {
      expect(readSettings({ BASE_PATH }))
        .withContext(BASE_PATH)
        .toEqual({ ok: true, value: { ...DEFAULTS, basePath: '/a/kitten/' } });
    }
    expect(readSettings({ BASE_PATH: '/' })).toEqual({ ok: true, value: DEFAULTS });
    for (const BASE_PATH of ['https://kitten.example/', '/../', '/a//b/', '/a b/', '/猫/', '/a?b/', '/"/']) {
      expect(faultOf({ BASE_PATH })).withContext(BASE_PATH).toContain('has to be a path like /kitten/');
    }
  });

  it('reads where media are, and never repeats a key', () => {
    const read = readSettings({ MEDIA_URL: 's3://kitten-media/clips' });
    const mediaPlace = { kind: 's3', bucket: 'kitten-media', prefix: 'clips/' } as const;
    expect(read).toEqual({ ok: true, value: { ...DEFAULTS, mediaPlace } });
    expect(faultOf({ MEDIA_URL: '/shared' })).toBe(
      'MEDIA_URL is "/shared", and has to be like file:///shared/folder or s3://bucket/prefix, without keys.',
    );
    expect(faultOf({ MEDIA_URL: 's3://key:secret@bucket' })).toContain('MEDIA_URL is "s3://…@bucket"');
  });

  it('refuses what is no port, in one line', () => {
    for (const PORT of ['-1', '65536', '1e3', '80a', '9943.5', 'http']) {
      expect(faultOf({ PORT })).toBe(`PORT is "${PORT}", and has to be a number from 0 to 65535.`);
      expect(faultOf({ METRICS_PORT: PORT })).toBe(
        `METRICS_PORT is "${PORT}", and has to be a number from 0 to 65535.`,
      );
    }
  });

  it('refuses one port for two things', () => {
    expect(faultOf({ PORT: '9000', METRICS_PORT: '9000' })).toBe(
      'METRICS_PORT is 9000, and has to be another one than PORT.',
    );
    expect(faultOf({ PORT: '0', METRICS_PORT: '0' })).toBeUndefined();
  });

  it('tells faults of settings that belong together with all others, and none that another one makes', () => {
    const faults = faultOf({ PORT: 'x', RETENTION_DAYS: '0', ACCESS_PASSWORD: 'a cat on a sill' })?.split('\n');
    expect(faults?.map((line) => line.split(' ', 1).join())).toEqual(['PORT', 'RETENTION_DAYS', 'There']);
    expect(faultOf({ ACCESS: 'passwort', ACCESS_PASSWORD: 'a cat on a sill' })?.split('\n').length).toBe(1);
    expect(faultOf({ PORT: '9000', METRICS_PORT: '9000', ACCESS: 'password' })?.split('\n').length).toBe(2);
  });

  it('refuses an unknown level, naming the known ones', () => {
    expect(faultOf({ LOG_LEVEL: 'loud' })).toContain('warn');
  });

  it('refuses a retention that is no count', () => {
    for (const text of ['0', '-1', '1.5', 'forever', '9999999999']) {
      expect(faultOf({ RETENTION_DAYS: text }))
        .withContext(text)
        .toContain('RETENTION_DAYS');
      expect(faultOf({ HEARTBEAT_MS: text }))
        .withContext(text)
        .toContain('HEARTBEAT_MS');
      expect(faultOf({ RETENTION_MESSAGES: text }))
        .withContext(text)
        .toContain('RETENTION_MESSAGES');
    }
  });

  it('refuses seconds that no timer can wait for', () => {
    for (const text of ['-1', '1.5', 'forever', '86401', '9999999'])
      for (const name of ['WORKER_TIMEOUT_SECONDS', 'DRAIN_SECONDS'])
        expect(faultOf({ [name]: text }))
          .withContext(text)
          .toContain(name);
    expect(faultOf({ WORKER_TIMEOUT_SECONDS: '0' })).toContain('from 1 to 86400');
  });

  it('refuses a jitter that is no time', () => {
    for (const text of ['-1', '1.5', 'some', '9999999999']) {
      expect(faultOf({ RECONNECT_JITTER_MS: text })).toContain('RECONNECT_JITTER_MS');
    }
  });

  it('refuses proxies that are no addresses: to believe everyone is to believe no one', () => {
    for (const text of ['true', '*', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '1']) {
      expect(faultOf({ TRUST_PROXY: text }))
        .withContext(text)
        .toContain('TRUST_PROXY');
    }
  });

  it('refuses what no browser sends as an origin', () => {
    for (const origin of ['app.example', 'https://app.example/', 'https://app.example/x', 'null']) {
      expect(faultOf({ ALLOWED_ORIGINS: `https://a.example,${origin}` }))
        .withContext(origin)
        .toContain(origin);
    }
    expect(faultOf({ ALLOWED_ORIGINS: '*' })).toBeUndefined();
  });

  it('refuses what is no name of a host', () => {
    for (const host of ['https://kitten.example', 'kitten.example:443', 'kitten.example/x', 'a b']) {
      expect(faultOf({ ALLOWED_HOSTS: `localhost,${host}` }))
        .withContext(host)
        .toContain(host);
    }
    expect(faultOf({ ALLOWED_HOSTS: 'kitten.example, [fd00::1], Kitten.LAN' })).toBeUndefined();
    expect(faultOf({ ALLOWED_HOSTS: '*' })).toBeUndefined();
  });
});
