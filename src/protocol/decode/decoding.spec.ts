import {
  decodeTextFrame,
  filledText,
  integer,
  isJsonObject,
  isUuid,
  number,
  optional,
  success,
  text,
} from './decoding.ts';

const broken = jasmine.objectContaining({ ok: false, fault: jasmine.objectContaining({ code: 'bad_frame' }) });

/** The objects that a frame holds, as they are. */
const parse = (frame: string): unknown => decodeTextFrame(frame, success);

describe('decodeTextFrame', () => {
  it('reads one object', () => {
    expect(parse(' {"type":"ping"} ')).toEqual([{ ok: true, value: { type: 'ping' } }]);
  });

  it('reads a batch in order', () => {
    expect(parse('[{"a":1},{"a":2}]')).toEqual([
      { ok: true, value: { a: 1 } },
      { ok: true, value: { a: 2 } },
    ]);
  });

  it('reads nothing from an empty batch', () => {
    expect(parse('[]')).toEqual([]);
  });

  it('lets an element of a batch fail alone', () => {
    expect(parse('[{"a":1},null,["x"],{"a":2}]')).toEqual([
      { ok: true, value: { a: 1 } },
      broken,
      broken,
      { ok: true, value: { a: 2 } },
    ]);
  });

  for (const frame of [
    '',
    '你好',
    'null',
    '42',
    '"text"',
    '[笑] 你好',
    '[12:30] 开始',
    '[-] 无',
    '<b>x</b>',
    'a {"b":1}',
  ]) {
    it(`takes ${JSON.stringify(frame)} for a text`, () => {
      expect(parse(frame)).toEqual([{ ok: true, value: { type: 'text', content: frame } }]);
    });
  }

  for (const frame of ['{', '{"type":"text"', '{type:"text"}', '[{"type"', '[', ' [ ', '["a"', '[]]', '{}{}', '{猫}']) {
    it(`takes ${JSON.stringify(frame)} for broken JSON`, () => {
      expect(parse(frame)).toEqual([broken]);
    });
  }

  it('survives nesting that is deeper than any stack', () => {
    expect(parse('['.repeat(200_000))).toEqual([broken]);
  });

  it('never repeats the frame in its reason', () => {
    const [result] = decodeTextFrame('{"password":"hunter2"', success);
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});

describe('fields of a JSON object', () => {
  it('tells objects from everything else', () => {
    expect(isJsonObject({})).toBeTrue();
    for (const other of [null, undefined, [], 'text', 7, true]) expect(isJsonObject(other)).toBeFalse();
  });

  it('reads a text', () => {
    expect(text('')).toBe('');
    expect(text(7)).toBeUndefined();
    expect(text(undefined)).toBeUndefined();
  });

  it('reads an empty text as missing where only a filled one makes sense', () => {
    expect(filledText('x')).toBe('x');
    expect(filledText('')).toBeUndefined();
  });

  it('reads a number from its least on', () => {
    expect(number(-1.5)).toBe(-1.5);
    expect(number(0, 0)).toBe(0);
    expect(number(-1, 0)).toBeUndefined();
    for (const other of [NaN, Infinity, '7', null]) expect(number(other)).toBeUndefined();
  });

  it('reads a whole number from its least on, 0 unless told', () => {
    expect(integer(0)).toBe(0);
    expect(integer(0, 1)).toBeUndefined();
    for (const other of [-1, 1.5, 2 ** 53]) expect(integer(other)).toBeUndefined();
  });

  it('leaves out a field without a value', () => {
    expect(optional('a', 0)).toEqual({ a: 0 });
    expect(Object.keys(optional('a', undefined))).toEqual([]);
  });
});

describe('isUuid', () => {
  it('takes any version, in either case', () => {
    for (const uuid of [
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21',
      '3B1F8F0C-7A54-4C39-9A52-0D7C3F6F1E21',
      '018f3b1c-9f2a-7c44-8a10-5d1b0e7f2c33',
      '00000000-0000-0000-0000-000000000000',
    ]) {
      expect(isUuid(uuid)).withContext(uuid).toBeTrue();
    }
  });

  it('refuses everything else', () => {
    for (const other of [
      '',
      'kitten',
      '3b1f8f0c7a544c399a520d7c3f6f1e21',
      '{3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21}',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e2',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e211',
      '3b1f8f0g-7a54-4c39-9a52-0d7c3f6f1e21',
      ' 3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21\n',
      undefined,
      null,
      7,
      {},
      ['3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21'],
    ]) {
      expect(isUuid(other))
        .withContext(JSON.stringify([other]))
        .toBeFalse();
    }
  });
});
