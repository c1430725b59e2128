import * as fc from 'fast-check';

import { absoluteMediaUrl, isMediaUrl } from './media-url.ts';

/** Pieces of which addresses are made that are plain, odd or meant to harm. */
const PIECES = [
  ...'/ // \\ . .. : ? # @ % %2e - ~ _ = & a B 7 0x7f 127.0.0.1 cdn.example xn--a :8080 :80 :99999 猫 /media/a.mp4'.split(
    ' ',
  ),
  ...'http: https: HTTPS: javascript: data: data:image/ data:video/ data:text/html, blob: file:'.split(' '),
  ...['java\nscript:', ' ', '\t', '\n', '\u0001'],
];
const ORIGIN = 'https://server.example:8443';

/** How the browser's own parser reads an address. */
function hrefOf(address: string): string | undefined {
  return URL.canParse(address, ORIGIN) ? new URL(address, ORIGIN).href : undefined;
}

/** An origin by `http`, as {@link isMediaUrl} takes one for relative addresses. */
const PLACEHOLDER = 'http://relative.invalid/';

/** What {@link isMediaUrl} means, by the parser alone. */
function isAllowed(address: string, kind: 'video' | 'image'): boolean {
  if (address.trim() === '' || !URL.canParse(address, PLACEHOLDER)) return false;
  const { protocol, pathname } = new URL(address, PLACEHOLDER);
  if (protocol === 'data:') return pathname.toLowerCase().startsWith(`${kind}/`);
  return ['http:', 'https:', 'blob:'].includes(protocol);
}

describe('isMediaUrl', () => {
  const good: readonly (readonly [string, 'video' | 'image'])[] = [
    ['https://cdn.example/clip.mp4', 'video'],
    ['http://cdn.example:8080/clip.mp4?token=a%20b#t=1', 'video'],
    ['HTTPS://CDN.EXAMPLE/CLIP.MP4', 'video'],
    ['blob:https://app.example/4f6c1f0e-8f5c-4e0e-9d3e-8d5b6f0f7a11', 'video'],
    ['data:video/mp4;base64,AAAA', 'video'],
    ['DATA:Image/PNG;base64,AAAA', 'image'],
    ['data:image/svg+xml,%3Csvg%2F%3E', 'image'],
    ['/media/4f6c.mp4', 'video'],
    ['media/4f6c.mp4', 'video'],
    ['../4f6c.mp4', 'video'],
    ['?clip=4f6c', 'video'],
    ['//cdn.example/clip.mp4', 'video'],
    ['/媒体/橘猫.mp4', 'video'],
    ['/media/%E6%A9%98%E7%8C%AB.mp4', 'video'],
    ['/media/javascript:alert(1).mp4', 'video'],
  ];

  const bad: readonly (readonly [string, 'video' | 'image'])[] = [
    ['', 'video'],
    ['   ', 'video'],
    ['javascript:alert(1)', 'video'],
    ['JavaScript:alert(1)', 'image'],
    ['  javascript:alert(1)', 'video'],
    ['\u0001javascript:alert(1)', 'video'],
    ['java\nscript:alert(1)', 'video'],
    ['java\tscript:alert(1)', 'video'],
    ['vbscript:msgbox(1)', 'video'],
    ['data:text/html,<script>alert(1)</script>', 'video'],
    ['data:text/html;base64,PHNjcmlwdD4=', 'image'],
    ['data:,video/mp4', 'video'],
    ['data:;video/mp4,AAAA', 'video'],
    ['data:application/video/mp4,AAAA', 'video'],
    ['data:image/png;base64,AAAA', 'video'],
    ['data:video/mp4;base64,AAAA', 'image'],
    ['file:///etc/passwd', 'video'],
    ['ftp://cdn.example/clip.mp4', 'video'],
    ['filesystem:https://app.example/temporary/clip.mp4', 'video'],
    ['about:blank', 'image'],
    ['ws://cdn.example/clip', 'video'],
    ['custom:clip', 'video'],
    ['http://', 'video'],
    ['https://[::1', 'video'],
  ];

  for (const [address, kind] of good) {
    it(`allows ${JSON.stringify(address)} as ${kind}`, () => {
      expect(isMediaUrl(address, kind)).toBeTrue();
    });
  }

  for (const [address, kind] of bad) {
    it(`refuses ${JSON.stringify(address)} as ${kind}`, () => {
      expect(isMediaUrl(address, kind)).toBeFalse();
    });
  }

  it('needs no URL.parse, which browsers from 2023 lack', () => {
    const parse = Object.getOwnPropertyDescriptor(URL, 'parse');
    Reflect.deleteProperty(URL, 'parse');
    try {
      expect(isMediaUrl('/media/4f6c.mp4', 'video')).toBeTrue();
      expect(isMediaUrl('https://[::1', 'video')).toBeFalse();
    } finally {
      if (parse !== undefined) Object.defineProperty(URL, 'parse', parse);
    }
  });

  it('reads every address as the browser does, plain or odd', () => {
    const address = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(address, fc.constantFrom('video', 'image'), (text, kind) => {
        expect(isMediaUrl(text, kind)).withContext(text).toBe(isAllowed(text, kind));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('absoluteMediaUrl', () => {
  it("puts relative addresses on the server's origin", () => {
    expect(absoluteMediaUrl('/media/a.mp4', ORIGIN)).toBe(`${ORIGIN}/media/a.mp4`);
    expect(absoluteMediaUrl('media/../a b.mp4', ORIGIN)).toBe(`${ORIGIN}/a%20b.mp4`);
    expect(absoluteMediaUrl('//cdn.example/a.mp4', ORIGIN)).toBe('https://cdn.example/a.mp4');
  });

  it('leaves absolute and data addresses as they are', () => {
    for (const address of ['https://cdn.example/a.mp4?token=1', 'data:image/png;base64,AAAA']) {
      expect(absoluteMediaUrl(address, ORIGIN)).toBe(address);
    }
  });

  it('means what the browser means by every address', () => {
    const address = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(address, (text) => {
        if (!isMediaUrl(text, 'video')) return;
        expect(hrefOf(absoluteMediaUrl(text, ORIGIN)))
          .withContext(text)
          .toBe(hrefOf(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
