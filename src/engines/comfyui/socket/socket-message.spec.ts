import { INSTANT_STILL } from '../../instant/instant-media.ts';
import { pictureOf } from '../../testing/pictures.ts';
import { readSocketMessage } from './socket-message.ts';

const JOB = '1b4e28ba-2fa1-4d2b-883f-b9a761bde3fb';

function read(type: string, data: object): unknown {
  return readSocketMessage(JSON.stringify({ type, data }), JOB);
}

function binary(...parts: readonly (number | string | Uint8Array)[]): ArrayBuffer {
  const bytes = Buffer.concat(
    parts.map((part) => {
      if (typeof part !== 'number') return Buffer.from(part);
      const word = Buffer.alloc(4);
      word.writeUInt32BE(part);
      return word;
    }),
  );
  return Uint8Array.from(bytes).buffer;
}

describe('readSocketMessage()', () => {
  const mine = { prompt_id: JOB };

  it('reads what the nodes do', () => {
    expect(read('executing', { ...mine, node: '3' })).toEqual({ kind: 'running', node: '3' });
    expect(read('executing', { ...mine, node: '3.0.1', display_node: '3' })).toEqual({ kind: 'running', node: '3' });
    expect(read('execution_cached', { ...mine, nodes: ['1', 2] })).toEqual({ kind: 'cached', nodes: ['1'] });
    expect(read('executed', { ...mine, node: '9' })).toEqual({ kind: 'executed', node: '9' });
    const nodes = [{ node: '3', share: 0.25 }];
    expect(read('progress', { ...mine, node: '3', value: 5, max: 20 })).toEqual({ kind: 'progress', nodes });
  });

  it('reads the progress of all nodes at once', () => {
    const nodes = {
      '3': { node_id: '3', display_node_id: '3', prompt_id: JOB, state: 'running', value: 5, max: 20 },
      '1': { node_id: '1', display_node_id: '1', prompt_id: JOB, state: 'finished', value: 0, max: 0 },
      '5.0': { node_id: '5.0', display_node_id: '5', prompt_id: JOB, state: 'finished', value: 1, max: 4 },
    };
    expect(read('progress_state', { ...mine, nodes })).toEqual({
      kind: 'progress',
      nodes: [
        { node: '1', share: 1 },
        { node: '3', share: 0.25 },
        { node: '5', share: 0.25 },
      ],
    });
  });

  it('knows every way in which a job is over', () => {
    const ends = [
      ['executing', { node: null }],
      ['execution_success', {}],
      ['execution_error', { node_id: '3', exception_message: 'no' }],
      ['execution_interrupted', {}],
    ] as const;
    for (const [type, data] of ends) expect(read(type, { ...mine, ...data })).toEqual({ kind: 'ended' });
  });

  it('passes over what is of another job, or of none', () => {
    const other = { prompt_id: 'another' };
    expect(read('progress_state', { ...other, nodes: {} })).toBeUndefined();
    expect(read('execution_interrupted', other)).toBeUndefined();
    expect(read('status', { status: {} })).toBeUndefined();
    const about = JSON.stringify({ ...other, image_type: 'image/jpeg' });
    const image = binary(4, about.length, about, INSTANT_STILL.bytes);
    expect(readSocketMessage(image, JOB)).toBeUndefined();
  });

  it('takes the node under way after a reconnect, which comes without the job', () => {
    expect(read('executing', { node: '3' })).toEqual({ kind: 'running', node: '3' });
  });

  const images = [
    ['JPEG', INSTANT_STILL.bytes, 1, { mimeType: 'image/jpeg', width: 128, height: 72 }],
    ['PNG', pictureOf('#c08030'), 2, { mimeType: 'image/png', width: 24, height: 16 }],
  ] as const;
  for (const [name, bytes, format, facts] of images) {
    it(`reads a preview in ${name}, alone or with what it belongs to`, () => {
      const about = JSON.stringify({ prompt_id: JOB, node_id: '3', image_type: facts.mimeType });
      for (const data of [binary(1, format, bytes), binary(4, Buffer.byteLength(about), about, bytes)]) {
        const expected = { kind: 'preview', image: { ...facts, bytes: Uint8Array.from(bytes) } };
        expect(readSocketMessage(data, JOB) as unknown).toEqual(expected);
      }
    });
  }

  it('never throws at what is no message', () => {
    const texts = ['', '{', '[]', 'null', '{"type":"progress"}', '{"type":"progress_state","data":{"nodes":[1]}}'];
    for (const text of texts) expect(() => readSocketMessage(text, JOB)).not.toThrow();
    for (const data of [
      binary(),
      binary(1),
      binary(3, 2, 'hi'),
      binary(4, 4_000_000_000, '{}'),
      binary(1, 1, 'no image'),
    ]) {
      expect(readSocketMessage(data, JOB)).toBeUndefined();
    }
  });
});
