import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** A part of code, and what it is (`keyword`, `string` …) where that is known. */
export interface CodeSpan {
  readonly text: string;
  readonly scope?: string;
}

/** How the library keeps what it has read, before it makes HTML of it. */
interface Scope {
  readonly scope?: string;
  readonly children: readonly (Scope | string)[];
}

const LANGUAGES = { bash, css, javascript, json, python, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** {@link highlight} where it is not loaded yet. */
export type Highlight = typeof highlight;

/** Code in spans of one meaning each; null for a language that is not known. */
export function highlight(code: string, language: string): readonly CodeSpan[] | null {
  if (hljs.getLanguage(language) === undefined) return null;
  const { _emitter: emitter } = hljs.highlight(code, { language, ignoreIllegals: true });
  return spansOf((emitter as unknown as { readonly rootNode: Scope }).rootNode);
}

function spansOf({ scope, children }: Scope): readonly CodeSpan[] {
  // `title.function` is a kind of `title`.
  const [kind] = scope?.split('.', 1) ?? [];
  return children.flatMap((child) =>
    typeof child === 'string' ? [{ text: child, ...(kind !== undefined && { scope: kind }) }] : spansOf(child),
  );
}
