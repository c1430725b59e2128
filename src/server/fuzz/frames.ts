import { seededRandom } from '../testing/seeded-random.ts';

const ID = '5a0c1f0e-0000-4000-8000-000000000001';

/** What a client may send, from which the bad frames are made. */
const GOOD: readonly object[] = [
  { type: 'text', id: ID, content: '一只橘猫在雨夜的霓虹街头散步', options: { seconds: 4, size: '640x360', seed: 7 } },
  { type: 'text', content: '猫', attachments: ['https://cdn.example/cat.png', 'data:image/png;base64,AAAA'] },
  { type: 'cancel', replyTo: ID },
  { type: 'ping', id: ID },
];

/** Values that programs trip over. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '😺'.repeat(50),
  'x'.repeat(5_000),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '<img onerror=alert(1)>',
  '../../etc/passwd',
  "'; DROP TABLE jobs; --",
  ID,
  'text',
  'video',
];
const KEYS = [
  'type',
  'id',
  'content',
  'options',
  'attachments',
  'replyTo',
  'seed',
  '__proto__',
  'length',
  'seq',
  'jobId',
];
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\\u00',
  '1e999',
  'NaN',
  '\ufeff',
  '\u2028',
  '[{',
  '"__proto__":',
];

/** Makes frames that no client should send, and some that one may; each text or bytes. */
export class FrameSource {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** True one time in so many. */
  isNow(oneIn: number): boolean {
    return this.#below(oneIn) === 0;
  }

  /** A text frame: a message that has been changed, cut or multiplied, or no message at all. */
  text(): string {
    switch (this.#below(8)) {
      case 0:
        return this.#noise();
      case 1:
        return JSON.stringify(Array.from({ length: this.#below(6) }, () => this.#changed()));
      case 2:
        return this.#cut(JSON.stringify(this.#changed()));
      case 3:
        return '['.repeat(this.#below(2_000)) + ']'.repeat(this.#below(2_000));
      case 4:
      case 5:
        return this.#spoilt(JSON.stringify(this.#good()));
      default:
        return JSON.stringify(this.#changed());
    }
  }

  /** A binary frame: noise, or a header with a length that may be a lie. */
  bytes(): Buffer<ArrayBuffer> {
    const header = Buffer.from(this.text());
    const length = Buffer.alloc(4);
    length.writeUInt32BE(this.#below(2) === 0 ? header.length : this.#below(2 ** 32));
    return Buffer.concat([length, header, Buffer.alloc(this.#below(50), this.#below(256))]);
  }

  /** A whole number from 0 to one below `limit`. */
  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }

  #good(): Record<string, unknown> {
    return structuredClone(this.#oneOf(GOOD)) as Record<string, unknown>;
  }

  #changed(): Record<string, unknown> {
    const message = this.#good();
    for (let count = this.#below(3); count >= 0; count--) {
      const key = this.#oneOf(this.#below(2) === 0 ? Object.keys(message) : KEYS);
      // As JSON.parse does: an own property, also where the name is `__proto__`.
      Object.defineProperty(message, key, {
        value: this.#oneOf(ODD),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return message;
  }

  #cut(text: string): string {
    return text.slice(0, this.#below(text.length + 1));
  }

  #spoilt(text: string): string {
    const at = this.#below(text.length);
    return text.slice(0, at) + this.#oneOf(TOKENS) + text.slice(at + this.#below(4));
  }

  #noise(): string {
    const tokens = Array.from({ length: this.#below(30) }, () =>
      this.#below(2) === 0 ? this.#oneOf(TOKENS) : String.fromCharCode(this.#below(65_536)),
    );
    return tokens.join('');
  }
}
