import * as fc from 'fast-check';
import { decodeClientFrame } from './decode/decode-client-frame.ts';
import { decodeServerFrame } from './decode/decode-server-frame.ts';
import { encode } from './encode.ts';
import { almostMessages, clientMessages, serverMessages } from './testing/message-arbitraries.ts';

const context = { newId: () => '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21', now: () => 1 };
const CODES: readonly string[] = ['bad_frame', 'too_large', 'unsupported'];

type Results = ReturnType<typeof decodeServerFrame> | ReturnType<typeof decodeClientFrame>;

/** Throws where a result is neither a message nor a fault with a stable code and a reason. */
function expectTold(results: Results): void {
  for (const result of results) {
    const isTold = result.ok
      ? typeof result.value.type === 'string'
      : CODES.includes(result.fault.code) && result.fault.reason !== '';
    if (!isTold) throw new Error(`not told: ${JSON.stringify(result)}`);
  }
}

/** Throws, with the smallest example found, where the property does not hold. */
function expectAlways(property: fc.IProperty<unknown>): void {
  expect(() => {
    fc.assert(property);
  }).not.toThrow();
}

describe('decoding', () => {
  it('tells what any text comes to, and never throws', () => {
    expectAlways(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((rest) => `{${rest}`),
        ),
        (frame) => {
          expectTold(decodeServerFrame(frame, context));
          expectTold(decodeClientFrame(frame, context));
        },
      ),
    );
  });

  it('tells what any JSON comes to, and never throws', () => {
    expectAlways(
      fc.property(fc.oneof(fc.jsonValue(), almostMessages, fc.array(almostMessages)), (json) => {
        const frame = JSON.stringify(json);
        expectTold(decodeServerFrame(frame, context));
        expectTold(decodeClientFrame(frame, context));
      }),
    );
  });

  it('tells what any bytes come to, and never throws', () => {
    const prefixed = fc
      .tuple(fc.nat({ max: 8 }), fc.uint8Array({ maxLength: 40 }))
      .map(([length, rest]) => Uint8Array.of(0, 0, 0, length, ...rest));
    expectAlways(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), prefixed), (bytes) => {
        expectTold(decodeServerFrame(Uint8Array.from(bytes).buffer, context));
      }),
    );
  });
});

describe('encoding, then decoding', () => {
  it('gives the same messages of a server', () => {
    expectAlways(
      fc.property(fc.array(serverMessages, { minLength: 1 }), (messages) => {
        const frame = encode(messages);
        const decoded = frame.ok ? decodeServerFrame(frame.value, context) : [];
        return isSame(decoded, messages);
      }),
    );
  });

  it('gives the same messages of a client', () => {
    expectAlways(
      fc.property(clientMessages, (message) => {
        const frame = encode(message);
        const decoded = frame.ok ? decodeClientFrame(frame.value, context) : [];
        return isSame(decoded, [message]);
      }),
    );
  });
});

/** Compares by value, whatever the order of the fields. */
function isSame(results: Results, messages: readonly object[]): boolean {
  const decoded = results.map((result) => (result.ok ? fc.stringify(sorted(result.value)) : result.fault.reason));
  return decoded.join('\n') === messages.map((message) => fc.stringify(sorted(message))).join('\n');
}

function sorted(message: object): unknown {
  return Object.entries(message)
    .map(([name, value]: [string, unknown]) => [name, isPlainObject(value) ? sorted(value) : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
