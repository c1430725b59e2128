import type { Emitter, HLJSOptions } from 'highlight.js';
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

/** Takes the parts as they are read, instead of the HTML that the library would make of them. */
class SpanEmitter implements Emitter {
  readonly spans: CodeSpan[] = [];
  private readonly scopes: string[] = [];

  addText(text: string): void {
    if (text === '') return;
    const scope = this.scopes.at(-1);
    this.spans.push({ text, ...(scope !== undefined && { scope }) });
  }

  openNode(name: string): void {
    // `title.function` is a kind of `title`.
    this.scopes.push(name.split('.', 1)[0] ?? name);
  }

  closeNode(): void {
    this.scopes.pop();
  }

  // The library uses both names for the same thing.
  startScope(name: string): void {
    this.openNode(name);
  }

  endScope(): void {
    this.closeNode();
  }

  __addSublanguage(emitter: SpanEmitter): void {
    this.spans.push(...emitter.spans);
  }

  finalize(): void {
    this.scopes.length = 0;
  }

  toHTML(): string {
    return '';
  }
}

const LANGUAGES = { bash, css, javascript, json, python, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);
const options: Partial<HLJSOptions> = { __emitter: SpanEmitter as unknown as HLJSOptions['__emitter'] };
hljs.configure(options);

/** Code in spans of one meaning each; null for a language that is not known. */
export function highlight(code: string, language: string): readonly CodeSpan[] | null {
  if (hljs.getLanguage(language) === undefined) return null;
  return (hljs.highlight(code, { language, ignoreIllegals: true })._emitter as SpanEmitter).spans;
}
