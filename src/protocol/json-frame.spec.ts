import { parseTextFrame } from './json-frame.ts';

const broken = jasmine.objectContaining({ ok: false, fault: jasmine.objectContaining({ code: 'bad_frame' }) });

describe('parseTextFrame', () => {
  it('reads one object', () => {
    expect(parseTextFrame(' {"type":"ping"} ')).toEqual([{ ok: true, value: { type: 'ping' } }]);
  });

  it('reads a batch in order', () => {
    expect(parseTextFrame('[{"a":1},{"a":2}]')).toEqual([
      { ok: true, value: { a: 1 } },
      { ok: true, value: { a: 2 } },
    ]);
  });

  it('reads nothing from an empty batch', () => {
    expect(parseTextFrame('[]')).toEqual([]);
  });

  it('lets an element of a batch fail alone', () => {
    expect(parseTextFrame('[{"a":1},null,["x"],{"a":2}]')).toEqual([
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
      expect(parseTextFrame(frame)).toEqual([{ ok: true, value: { type: 'text', content: frame } }]);
    });
  }

  for (const frame of ['{', '{"type":"text"', '{type:"text"}', '[{"type"', '[', ' [ ', '["a"', '[]]', '{}{}', '{猫}']) {
    it(`takes ${JSON.stringify(frame)} for broken JSON`, () => {
      expect(parseTextFrame(frame)).toEqual([broken]);
    });
  }

  it('survives nesting that is deeper than any stack', () => {
    expect(parseTextFrame('['.repeat(200_000))).toEqual([broken]);
  });

  it('never repeats the frame in its reason', () => {
    const [result] = parseTextFrame('{"password":"hunter2"');
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });
});
