import { joinBinaryFrame, splitBinaryFrame } from './binary-frame.ts';
import { decodeServerFrame } from './decode/decode-server-frame.ts';
import { encodeBinary } from './encode.ts';

const context = { newId: () => 'made', now: () => 1 };
const clip = new Uint8Array([0, 1, 254, 255]);

/** A frame that says its header has `headerLength` bytes, whatever it has. */
function frameOf(headerLength: number, bytes: readonly number[]): ArrayBuffer {
  const frame = new Uint8Array(4 + bytes.length);
  new DataView(frame.buffer).setUint32(0, headerLength);
  frame.set(bytes, 4);
  return frame.buffer;
}

describe('a binary frame', () => {
  it('is the length of the header in four bytes, big-endian, the header, and the body', () => {
    expect([...joinBinaryFrame('{}', clip)]).toEqual([0, 0, 0, 2, 0x7b, 0x7d, 0, 1, 254, 255]);
  });

  it('counts the header in bytes of UTF-8', () => {
    expect(joinBinaryFrame('{"name":"猫"}', clip)[3]).toBe(14);
  });

  it('comes apart as it was joined, the body a view and no copy', () => {
    const frame = joinBinaryFrame('{"name":"橘猫🐱"}', clip);
    const split = splitBinaryFrame(frame.buffer);
    expect(split).toEqual({ ok: true, value: { header: { name: '橘猫🐱' }, body: clip } });
    expect(split.ok && split.value.body.buffer).toBe(frame.buffer);
  });

  const broken: readonly (readonly [string, ArrayBuffer])[] = [
    ['nothing', new ArrayBuffer(0)],
    ['less than a prefix', new ArrayBuffer(3)],
    ['a header longer than the frame', frameOf(3, [0x7b, 0x7d])],
    ['the longest header there can be', frameOf(0xffff_ffff, [0x7b, 0x7d])],
    ['a header of nothing', frameOf(0, [0x7b, 0x7d])],
    ['a header that is no JSON', frameOf(2, [0x7b, 0x7b])],
    ['a header that is a list', frameOf(2, [0x5b, 0x5d])],
    ['a header that is no UTF-8', frameOf(5, [0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ];

  for (const [name, frame] of broken) {
    it(`is refused with ${name}`, () => {
      const result = splitBinaryFrame(frame);
      expect(!result.ok && result.fault.code).toBe('bad_frame');
    });
  }
});

describe('a medium in a binary frame', () => {
  it('decodes as it was encoded', () => {
    const header = { type: 'image', id: 'm1', ts: 5, mimeType: 'image/png', preview: true } as const;
    const frame = encodeBinary(header, clip);
    expect(frame.ok && decodeServerFrame(frame.value.buffer, context)).toEqual([
      { ok: true, value: { ...header, body: clip } },
    ]);
  });

  it('has its bytes from the body, whatever its header claims', () => {
    const frame = joinBinaryFrame('{"type":"video","url":"/other.mp4","data":"AAAA"}', clip);
    expect(decodeServerFrame(frame.buffer, context)).toEqual([
      { ok: true, value: { id: 'made', ts: 1, type: 'video', mimeType: 'video/mp4', body: clip } },
    ]);
  });

  it('is refused without a body, or with a header of another kind', () => {
    for (const frame of [
      joinBinaryFrame('{"type":"video"}', new Uint8Array()),
      joinBinaryFrame('{"type":"video","mimeType":"text/html"}', clip),
    ]) {
      expect(decodeServerFrame(frame.buffer, context)[0]?.ok).toBeFalse();
    }
  });

  it('is a fault where its header cannot be written', () => {
    const header = { type: 'image', id: 'm1', ts: 5, mimeType: 'image/png' } as const;
    const cyclic: typeof header = Object.assign({ self: {} }, header);
    Object.assign(cyclic, { self: cyclic });
    expect(encodeBinary(cyclic, clip).ok).toBeFalse();
  });
});
