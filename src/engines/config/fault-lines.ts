import type { z } from 'zod';

/** Names that a key is given where people write it into the file. */
const KEY_NAMES = /^(api_?)?(key|token|secret)$/i;

/** Everything that is wrong with a configuration, each in a line for people. No value stands in them: one may be a key. */
export function faultLines(error: z.ZodError, prefix: string): readonly string[] {
  return error.issues.flatMap(nearestIssues).flatMap((issue) => {
    const name = pathText(issue.path).slice(1);
    if (issue.code !== 'unrecognized_keys') return [`${prefix}${name && `${name}: `}${wordsOf(issue)}.`];
    return issue.keys.map((key) => `${prefix}${name && `${name}: `}${unknownField(key)}.`);
  });
}

/** What stands for a field where the configuration is in variables. */
const VARIABLES: Readonly<Record<string, string>> = {
  kind: 'ENGINE_KIND',
  model: 'ENGINE_MODEL',
  url: 'ENGINE_URL',
  workflow: 'ENGINE_WORKFLOW',
  keyEnv: 'ENGINE_KEY',
  keyFile: 'ENGINE_KEY_FILE',
};

/** The same where the configuration is in variables. */
export function variableFaultLines(error: z.ZodError, kind: string): readonly string[] {
  return error.issues.flatMap(nearestIssues).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${variableOf(key)} means nothing to an engine of ENGINE_KIND ${kind}.`);
    }
    const [field = '', ...rest] = issue.path;
    return [`${variableOf(String(field))}${pathText(rest)}: ${wordsOf(issue)}.`];
  });
}

/** `.engines[0].url` */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
}

function variableOf(field: string): string {
  return VARIABLES[field] ?? field;
}

function unknownField(name: string): string {
  return KEY_NAMES.test(name)
    ? `has a key in ${JSON.stringify(name)}: keep it in a variable or a file, and name that by keyEnv or keyFile`
    : `there is no field ${JSON.stringify(name)}`;
}

function wordsOf({ code, message }: z.core.$ZodIssue): string {
  if (code !== 'invalid_type') return message.replace(/^Invalid option: expected/, 'has to be');
  if (message.endsWith('received undefined')) return 'is missing';
  return message.replace(/^Invalid input: expected (\w+), received (\w+)$/, 'has to be $1, and is $2');
}

/** Of a union that nothing fits, the issues of the alternative that comes nearest: where they are deepest. */
function nearestIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(...issues.map(({ path }) => path.length));
  const [nearest = []] = [...issue.errors].sort((one, other) => depth(other) - depth(one));
  return nearest.flatMap((each) => nearestIssues({ ...each, path: [...issue.path, ...each.path] }));
}
