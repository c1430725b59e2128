/** Takes everything secret out of a text. */
export type Redact = (text: string) => string;

const MAX_LENGTH = 300;
/** More of a text is not read: nothing of it would be shown. */
const MAX_READ = 4_000;
/** Shorter values are no secrets, and words that texts are made of. */
const SHORTEST_SECRET = 6;
/** A service that cuts off what it repeats still shows this much of a key. */
const SHORTEST_BEGINNING = 12;
/** How markup names what else would be markup. */
const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/**
 * Makes texts of other programs fit to be logged and shown: without these secrets, however they are written, without what
 * stands in the query of an address, and not too long.
 */
export function redactor(...secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret): secret is string => (secret?.length ?? 0) >= SHORTEST_SECRET);
  // The longest goes first: one secret may be the beginning of another.
  const patterns = [...new Set(known)].sort((one, other) => other.length - one.length).flatMap(patternsOf);
  return (text) => {
    const plain = patterns.reduce((rest, pattern) => rest.replace(pattern, '***'), text.slice(0, MAX_READ));
    const short = plain
      .replace(/(https?:\/\/[^\s"'?#]+)\?[^\s"']*/g, '$1')
      .replace(/\b(bearer|key|token)(["']?[\s:=]+)\S{8,}/gi, '$1$2***')
      .replace(/\s+/g, ' ')
      .trim();
    return short.length > MAX_LENGTH ? `${short.slice(0, MAX_LENGTH)}…` : short;
  };
}

/** Values of variables whose names say that they are secret: packages of providers read their own. */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    /(key|token|secret|password)$/i.test(name) ? (value?.trim() ?? []) : [],
  );
}

function patternsOf(secret: string): readonly RegExp[] {
  const hex = Buffer.from(secret).toString('hex');
  const sources = [escaped(secret), ...base64Forms(secret).map((form) => `${escaped(form)}[\\w+/-]?=*`), escaped(hex)];
  return sources.map((source) => new RegExp(source, 'gi'));
}

/** A text as it is and in the escapes of addresses, JSON and markup, mixed as they may be, and cut off at its end. */
function escaped(text: string): string {
  const characters = [...text].map(characterForms);
  const start = characters.slice(0, SHORTEST_BEGINNING).join('');
  return start + characters.slice(SHORTEST_BEGINNING).reduceRight((rest, each) => `(?:${each}${rest})?`, '');
}

function characterForms(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const percent = [...Buffer.from(character)].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('');
  const forms = [
    character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
    percent,
    `\\\\+u${hex.padStart(4, '0')}`,
    `&#0*${code};`,
    `&#x0*${hex};`,
    ...(character in ENTITIES ? [`&${ENTITIES[character] ?? ''};`] : []),
    ...(/[\\"/]/.test(character) ? [`\\\\+\\${character}`] : []),
  ];
  return `(?:${forms.join('|')})`;
}

/** A text in base64, wherever it stands in what was encoded: `user:key`, say. Its last character may be another. */
function base64Forms(text: string): readonly string[] {
  const forms = [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    return bytes.toString('base64').slice(Math.ceil((8 * offset) / 6), Math.floor((8 * bytes.length) / 6));
  });
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]))];
}
