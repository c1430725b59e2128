import type { CountTextSource, TextSource } from '../../language/texts.ts';
import { clockCheck, faultsCheck, offlineCheck, storageCheck, versionCheck } from './device-checks.ts';

const count: CountTextSource = (key, number) => `${number} ${key}`;

describe('the checks of the device', () => {
  it('find errors of the page', () => {
    expect(faultsCheck([{ kind: 'open', at: 1 }]).state).toBe('ok');
    expect(faultsCheck([{ kind: 'fault', name: 'TypeError', at: 1 }])).toEqual(
      jasmine.objectContaining({ state: 'problem', action: 'reload' }),
    );
  });

  it('find storage that keeps nothing', () => {
    expect(storageCheck(null, 'zh-CN').state).toBe('running');
    expect(storageCheck({ isLocalWritable: true, isDatabaseWritable: true }, 'zh-CN').state).toBe('ok');
    for (const [isLocalWritable, isDatabaseWritable] of [
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      expect(storageCheck({ isLocalWritable, isDatabaseWritable }, 'zh-CN').state).toBe('problem');
    }
  });

  it('find a clock that is off by more than half a minute, either way', () => {
    expect(clockCheck(null, count).state).toBe('unknown');
    for (const ahead of [0, 29_000, -29_000]) expect(clockCheck(ahead, count).state).toBe('ok');
    for (const ahead of [31_000, -31_000]) expect(clockCheck(ahead, count).state).toBe('problem');
  });

  it('say of a clock no less than it is off', () => {
    const text: TextSource = (_key, ...parameters) => JSON.stringify(parameters);
    const findings = [7, 1_200, -31_500].map((ahead) => clockCheck(ahead, count).finding(text));
    expect(findings).toEqual(
      ['1 units.seconds', '2 units.seconds', '32 units.seconds'].map((difference) => JSON.stringify([{ difference }])),
    );
  });

  it('find a version that a reload would replace', () => {
    expect(versionCheck(null, null).state).toBe('ok');
    expect(versionCheck('ABCD1234', 'ready')).toEqual(jasmine.objectContaining({ state: 'problem', action: 'update' }));
  });

  it('offer to install where the browser does', () => {
    expect(offlineCheck('kept', false)).toEqual(jasmine.objectContaining({ state: 'ok' }));
    expect(offlineCheck('kept', true).action).toBe('install');
    expect(offlineCheck('unavailable', false).state).toBe('unknown');
  });
});
