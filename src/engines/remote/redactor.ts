/** Takes everything secret out of a text. */
export type Redact = (text: string) => string;

const MAX_LENGTH = 300;

function base64(text: string, alphabet: 'base64' | 'base64url'): string {
  return Buffer.from(text).toString(alphabet).replace(/=+$/, '');
}

/**
 * Makes texts of other programs fit to be logged and shown: without the key, however it is written, without what stands
 * in the query of an address, and not too long.
 */
export function redactor(key: string | undefined): Redact {
  const forms =
    key === undefined ? [] : [key, encodeURIComponent(key), base64(key, 'base64'), base64(key, 'base64url')];
  return (text) => {
    const plain = forms.reduce((rest, form) => rest.replaceAll(form, '***'), text);
    const short = plain
      .replace(/(https?:\/\/[^\s"'?#]+)\?[^\s"']*/g, '$1')
      .replace(/\b(bearer|key|token)(["']?[\s:=]+)\S{8,}/gi, '$1$2***')
      .replace(/\s+/g, ' ')
      .trim();
    return short.length > MAX_LENGTH ? `${short.slice(0, MAX_LENGTH)}…` : short;
  };
}
