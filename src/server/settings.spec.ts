import { readSettings } from './settings.ts';

function faultOf(environment: Record<string, string>): string | undefined {
  const settings = readSettings(environment);
  return settings.ok ? undefined : settings.fault;
}

describe('readSettings', () => {
  const DEFAULTS = {
    host: '127.0.0.1',
    port: 9943,
    dataFolder: 'data',
    appFolder: 'dist/ask-kitten/browser',
    engine: 'storyboard',
    allowedOrigins: [],
    logLevel: 'warn',
  } as const;

  it('has a default for each', () => {
    expect(readSettings({})).toEqual({ ok: true, value: DEFAULTS });
  });

  it('takes an empty variable for an absent one', () => {
    const names = ['PORT', 'DATA_DIR', 'ENGINE', 'APP_DIR', 'ALLOWED_ORIGINS', 'LOG_LEVEL'];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readSettings({ ...empty, HOST: ' ' })).toEqual({ ok: true, value: DEFAULTS });
  });

  it('reads each', () => {
    const settings = readSettings({
      PORT: '0', HOST: '::1', DATA_DIR: '/var/kitten', ENGINE: 'instant', APP_DIR: 'app',
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080,', LOG_LEVEL: 'info',
    });
    expect(settings).toEqual({
      ok: true,
      value: {
        host: '::1', port: 0, dataFolder: '/var/kitten', engine: 'instant', appFolder: 'app',
        allowedOrigins: ['https://a.example', 'http://b.example:8080'], logLevel: 'info',
      },
    });
  });

  it('refuses what is no port, in one line', () => {
    for (const PORT of ['-1', '65536', '1e3', '80a', '9943.5', 'http']) {
      expect(faultOf({ PORT })).toBe(`PORT is "${PORT}", and has to be a number from 0 to 65535.`);
    }
  });

  it('refuses an unknown engine or level, naming the known ones', () => {
    expect(faultOf({ ENGINE: 'constructor' })).toContain('storyboard, instant');
    expect(faultOf({ LOG_LEVEL: 'loud' })).toContain('warn');
  });

  it('refuses what no browser sends as an origin', () => {
    for (const origin of ['app.example', 'https://app.example/', 'https://app.example/x', 'null']) {
      expect(faultOf({ ALLOWED_ORIGINS: `https://a.example,${origin}` })).withContext(origin).toContain(origin);
    }
    expect(faultOf({ ALLOWED_ORIGINS: '*' })).toBeUndefined();
  });
});
