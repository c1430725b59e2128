import { parseCommand } from './parse-command.ts';

describe('parseCommand', () => {
  it('offers the commands whose names begin so, in either language', () => {
    expect(parseCommand('/')).toEqual({ stage: 'name', options: ['seconds', 'size', 'seed'] });
    expect(parseCommand('/时')).toEqual({ stage: 'name', options: ['seconds'] });
    expect(parseCommand('/S')).toEqual({ stage: 'name', options: ['size', 'seed'] });
    expect(parseCommand('/duration')).toEqual({ stage: 'name', options: ['seconds'] });
  });

  it('takes the slash of a keyboard for Chinese as well', () => {
    for (const text of ['／画幅', '、画幅']) expect(parseCommand(text)).toEqual({ stage: 'name', options: ['size'] });
  });

  it('reads the value, with a space before it or, for a number, without', () => {
    expect(parseCommand('/时长 5')).toEqual({ stage: 'value', option: 'seconds', value: '5', end: 5 });
    expect(parseCommand('/时长5')).toEqual({ stage: 'value', option: 'seconds', value: '5', end: 4 });
    expect(parseCommand('/Size 16:9 ')).toEqual({ stage: 'value', option: 'size', value: '16:9', end: 10 });
    expect(parseCommand('/种子 ')).toEqual({ stage: 'value', option: 'seed', value: '', end: 4 });
  });

  it('ends the value where it can no longer be read: a prompt follows', () => {
    const lines: readonly (readonly [string, string, string])[] = [
      ['/时长 2 海边的小船', '2', ' 海边的小船'],
      ['/时长 5 秒 海边 的小船', '5 秒', ' 海边 的小船'],
      ['/size 16 : 9  a Boat', '16 : 9', '  a Boat'],
      ['/seed 42 7 cats', '42', ' 7 cats'],
      ['/时长 5\n猫', '5', '\n猫'],
      ['/时长 很久 海边', '很久 海边', ''],
    ];
    for (const [line, value, rest] of lines) {
      const command = parseCommand(line);
      if (command?.stage !== 'value') throw new Error(line);
      expect([command.value, line.slice(command.end)])
        .withContext(line)
        .toEqual([value, rest]);
    }
  });

  it('leaves every other text to the prompt', () => {
    for (const text of [
      '',
      '猫',
      ' /时长',
      '猫 /时长 5',
      '/dance',
      '/时长长',
      '/时\n长',
      '/时长\n5',
      '/时长 很久\n猫',
    ]) {
      expect(parseCommand(text)).withContext(text).toBeNull();
    }
  });
});
