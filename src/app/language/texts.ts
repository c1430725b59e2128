import type { zh } from './zh/index.ts';

type Chinese = typeof zh;

/** The texts of one language: every area and every name of the Chinese ones, which come first. */
export type Texts = { readonly [Area in keyof Chinese]: Readonly<Record<keyof Chinese[Area], string>> };

type KeysOf<Area extends keyof Chinese> = `${Area}.${keyof Chinese[Area] & string}`;

/** The name of a text: its area and its name there, `userCode.refresh`. */
export type TextKey = { [Area in keyof Chinese]: KeysOf<Area> }[keyof Chinese];

type ChineseOf<Key extends TextKey> = Key extends `${infer Area extends keyof Chinese}.${infer Name}`
  ? Chinese[Area][Name & keyof Chinese[Area]]
  : never;

type ParameterNames<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** What a text wants to know: a value for each `{{name}}` in it, and nothing where it has none. */
export type TextParameters<Key extends TextKey> = [ParameterNames<ChineseOf<Key>>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParameterNames<ChineseOf<Key>>, string | number>>];

/** The name of a text that wants to know nothing. */
export type PlainTextKey = { [Key in TextKey]: TextParameters<Key> extends [] ? Key : never }[TextKey];

/** Finds a text. Reactive: what reads it in a template, a `computed` or an `effect` follows the language. */
export type TextSource = <Key extends TextKey>(key: Key, ...parameters: TextParameters<Key>) => string;

/** Finds a text that says a number, in the form that the language has for it. Reactive, as {@link TextSource}. */
export type CountTextSource = (key: CountKey, count: number) => string;

/** A text that says a number, in two forms: `shell.seconds` for `shell.secondsOne` and `shell.secondsOther`. */
export type CountKey = TextKey extends infer Key ? (Key extends `${infer Stem}One` ? Stem : never) : never;

/** Writes down what there is to choose from, as the language does. Reactive, as {@link TextSource}. */
export type ListTextSource = (items: readonly string[]) => string;
