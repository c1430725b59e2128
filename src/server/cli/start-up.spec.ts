import { MediaStoreError } from '../media-stores/media-store-error.ts';
import { FolderTakenError } from '../storage/folder-lock.ts';
import type { Settings } from './settings.ts';
import { explainFailure, openAddress, openToAllWarning, rootWarning } from './start-up.ts';

describe('openAddress', () => {
  it('is localhost where this machine can open it by that name', () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::']) {
      expect(openAddress({ host, port: 9943, basePath: '/' }))
        .withContext(host)
        .toBe('http://localhost:9943');
    }
  });

  it('is the host otherwise', () => {
    expect(openAddress({ host: '10.1.2.3', port: 80, basePath: '/' })).toBe('http://10.1.2.3:80');
    expect(openAddress({ host: '127.0.0.2', port: 80, basePath: '/' })).toBe('http://127.0.0.2:80');
    expect(openAddress({ host: 'fd00::1', port: 80, basePath: '/' })).toBe('http://[fd00::1]:80');
  });

  it('has the base path behind it', () => {
    expect(openAddress({ host: '::1', port: 80, basePath: '/kitten/' })).toBe('http://localhost:80/kitten/');
  });
});

describe('openToAllWarning', () => {
  it('is one line where other machines reach the gateway, and none on loopback', () => {
    for (const host of ['0.0.0.0', '::', '10.1.2.3', 'kitten.lan']) {
      expect(openToAllWarning({ host, access: undefined }))
        .withContext(host)
        .toMatch(/^Anybody who reaches [^\n]*$/);
    }
    for (const host of ['127.0.0.1', 'localhost', '::1']) {
      expect(openToAllWarning({ host, access: undefined }))
        .withContext(host)
        .toBeUndefined();
    }
  });
});

describe('rootWarning', () => {
  it('is one line where other machines reach a gateway of root’s', () => {
    expect(rootWarning({ host: '0.0.0.0' }, 0)).toMatch(/^It runs as root[^\n]*$/);
    expect(rootWarning({ host: '0.0.0.0' }, 1000)).toBeUndefined();
    expect(rootWarning({ host: 'localhost' }, 0)).toBeUndefined();
  });
});

describe('explainFailure', () => {
  const settings = { host: '127.0.0.1', port: 80, dataFolder: '/data' } as Settings;
  const explain = (fields: object, message = 'x'): string =>
    explainFailure(Object.assign(new Error(message), fields), settings);

  it('says which variable helps', () => {
    expect(explain({ code: 'EADDRINUSE', syscall: 'listen' })).toMatch(/^Port 80 .* taken.*PORT\.$/);
    expect(explain({ code: 'EACCES', syscall: 'listen' })).toMatch(/^Port 80 .* not allowed.*PORT\.$/);
    expect(explain({ code: 'EADDRNOTAVAIL', syscall: 'listen' })).toMatch(/HOST\.$/);
    expect(explain({ code: 'ENOTFOUND', syscall: 'getaddrinfo' })).toMatch(/HOST\.$/);
  });

  it('says so of the port of metrics, too', () => {
    const both = { ...settings, metrics: { host: '127.0.0.1', port: 81 } };
    const taken = Object.assign(new Error('x'), { code: 'EADDRINUSE', syscall: 'listen' });
    expect(explainFailure(Object.assign(taken, { port: 81 }), both)).toMatch(/^Port 81 .*METRICS_PORT\.$/);
    expect(explainFailure(Object.assign(taken, { port: 80 }), both)).toMatch(/^Port 80 .* with PORT\.$/);
  });

  it('tells a full disk from one that can not be written', () => {
    for (const fault of [
      { code: 'ENOSPC', syscall: 'mkdir' },
      { code: 'ERR_SQLITE_ERROR', errcode: 13 },
    ])
      expect(explain(fault)).toMatch(/^The disk of \/data is full: .*DATA_DIR\.$/);
    for (const fault of [
      { code: 'EACCES', syscall: 'mkdir' },
      { code: 'EROFS', syscall: 'chmod' },
      { code: 'ERR_SQLITE_ERROR', errcode: 14 },
      { code: 'ERR_SQLITE_ERROR', errcode: 8 | (5 << 8) },
    ])
      expect(explain(fault)).toMatch(/^Nothing can be written in \/data: .*DATA_DIR\.$/);
    expect(explain({ code: 'ENOTDIR', syscall: 'mkdir' })).toMatch(/^\/data .*ENOTDIR.*DATA_DIR\.$/);
  });

  it('says what is wrong where media are', () => {
    const line = 'There is no bucket kitten at Amazon S3: make it, or name another with MEDIA_URL.';
    expect(explainFailure(new MediaStoreError(line, 'NoSuchBucket', undefined), settings)).toBe(line);
  });

  it('says what is wrong with the data', () => {
    expect(explainFailure(new FolderTakenError(), settings)).toMatch(/^\/data is in use .*DATA_DIR\.$/);
    expect(explain({ code: 'ERR_SQLITE_ERROR' }, 'file is not a database')).toContain('file is not a database.');
  });

  it('is one line for anything else', () => {
    expect(explain({}, 'first\nsecond')).toBe('Could not start: first');
    expect(explainFailure('odd', settings)).toBe('Could not start: odd');
  });
});
