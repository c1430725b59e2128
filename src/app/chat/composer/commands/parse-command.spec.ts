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
    expect(parseCommand('/时长 5')).toEqual({ stage: 'value', option: 'seconds', value: '5' });
    expect(parseCommand('/时长5')).toEqual({ stage: 'value', option: 'seconds', value: '5' });
    expect(parseCommand('/Size 16:9 ')).toEqual({ stage: 'value', option: 'size', value: '16:9' });
    expect(parseCommand('/种子 ')).toEqual({ stage: 'value', option: 'seed', value: '' });
  });

  it('leaves every other text to the prompt', () => {
    for (const text of ['', '猫', ' /时长', '猫 /时长 5', '/dance', '/时长长', '/时\n长', '/时长 5\n猫']) {
      expect(parseCommand(text)).withContext(text).toBeNull();
    }
  });
});
