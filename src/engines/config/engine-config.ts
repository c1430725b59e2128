import ipaddr from 'ipaddr.js';
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'has to be a to z, digits and -, at most 40');
const size = z.string().regex(/^[1-9]\d{1,3}x[1-9]\d{1,3}$/, 'has to be WIDTHxHEIGHT');
const positive = z.number().positive();
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'has to be an address with http or https' })
  // It is stored with jobs and told to people, so no secret may stand in it.
  .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), 'has to end before a "?", and be without a name and a password');
const network = z.string().refine((text) => ipaddr.isValidCIDR(text), 'has to be a network, as 10.0.0.0/8');
const range = z
  .strictObject({ min: positive, max: positive })
  .refine(({ min, max }) => min <= max, { path: ['min'], error: 'is above max' });
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'has to be the name of a variable');

/** What people are told of an engine, and how it is run; of every kind. */
const COMMON = {
  /** What prompts call it; default: its kind. */
  id: id.optional(),
  /** For people; default: its model, or its id. */
  name: z.string().trim().min(1).max(60).optional(),
  seconds: z.union([z.array(positive).min(1), range]).optional(),
  sizes: z.array(size).min(1).optional(),
  seed: z.boolean().optional(),
  images: z.int().min(0).max(8).optional(),
  frames: z.enum(['first', 'first-last']).optional(),
  sound: z.boolean().optional(),
  price: z
    .strictObject({
      amount: z.number().min(0),
      currency: z.string().regex(/^[A-Z]{3}$/, 'has to be three letters, as CNY'),
      per: z.enum(['clip', 'second']),
    })
    .optional(),
  /** Jobs that run on it at once. */
  concurrency: z.int().min(1).max(1_000).optional(),
  /** How long a job may take. */
  deadlineMinutes: positive.max(24 * 60).optional(),
};

/** Where the key is; it never stands in the file itself. */
const KEY = {
  /** The variable that holds it. */
  keyEnv: variable.optional(),
  /** The file that holds it, from the folder of the configuration. */
  keyFile: z.string().min(1).optional(),
};

/** Where the servers are, and where the files that they name may be. */
const SERVERS = {
  /** Each address takes `concurrency` jobs; a job stays where it has begun. */
  url: z.union([httpUrl, z.array(httpUrl).min(1, 'has an empty list').refine(areDifferent, 'has an address twice')]),
  /** How often a server is asked how far it is; default 2. */
  pollSeconds: positive.max(300).optional(),
  /** Networks beside the public ones that finished files may be in, `10.0.0.0/8`. */
  fileNetworks: z.array(network).optional(),
};

/** How long a job is looked for whose answer was lost, before it ends as uncertain; default 60. */
const LOOK_FOR = { lookForSeconds: positive.max(3_600).optional() };

function areDifferent(urls: readonly string[]): boolean {
  return new Set(urls.map((url) => url.replace(/\/+$/, ''))).size === urls.length;
}

const builtIn = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), ...COMMON });

/** An engine by its kind. */
export const ENGINE_CONFIG = z.discriminatedUnion(
  'kind',
  [
    builtIn('storyboard'),
    builtIn('instant'),
    z.strictObject({
      kind: z.literal('ai-sdk'),
      /** The provider's package and its model, `alibaba/wan2.6-t2v`. */
      model: z.string().regex(/^[a-z0-9-]+\/.+$/, 'has to be PROVIDER/MODEL, as alibaba/wan2.6-t2v'),
      ...COMMON,
      ...KEY,
      ...SERVERS,
      /** Default: the provider's own. */
      url: SERVERS.url.optional(),
      /** What the provider takes beside the usual options, by its name. */
      providerOptions: z.record(z.string(), z.record(z.string(), z.json())).optional(),
    }),
    z.strictObject({
      kind: z.literal('openai-videos'),
      model: z.string().min(1).optional(),
      ...COMMON,
      ...KEY,
      ...SERVERS,
      ...LOOK_FOR,
      /**
       * How a prompt is sent: as a form (default), which vLLM-Omni wants; as JSON, with the fields as OpenAI, or as
       * OpenRouter, SGLang or Dynamo names them.
       */
      format: z.enum(['multipart', 'json', 'openrouter', 'sglang', 'dynamo']).optional(),
      /** More fields of the request, as the server calls them. */
      fields: z.record(z.string(), z.json()).optional(),
    }),
    z.strictObject({
      kind: z.literal('comfyui'),
      /**
       * A workflow in API format: the name of one that comes with this engine, or a file, from the folder of the
       * configuration. Default: `wan2.2-5b`.
       */
      workflow: z.string().min(1).optional(),
      /** For people; the workflow names its models itself. */
      model: z.string().min(1).optional(),
      ...COMMON,
      ...KEY,
      ...LOOK_FOR,
      url: SERVERS.url,
      /** What stands for `{{checkpoint}}` and `{{negative_prompt}}`. */
      checkpoint: z.string().min(1).optional(),
      negativePrompt: z.string().optional(),
      /** Frames in a second. */
      fps: positive.max(240).optional(),
      /** The number of frames is one more than a multiple of this, where it is above 1. */
      frameStep: z.int().min(1).max(64).optional(),
      /** Both sides are multiples of this. */
      sizeStep: z.int().min(1).max(256).optional(),
    }),
  ],
  { error: `has to be one of storyboard, instant, ai-sdk, openai-videos, comfyui` },
);

export type EngineConfig = z.infer<typeof ENGINE_CONFIG>;
/** The configuration of one kind. */
export type ConfigOf<Kind extends EngineConfig['kind']> = Extract<EngineConfig, { readonly kind: Kind }>;

/** The configuration file. */
export const CONFIG_FILE = z.strictObject({
  /** For editors. */
  $schema: z.string().optional(),
  /** The first is the default. Where it is absent, variables say which engine there is. */
  engines: z.array(ENGINE_CONFIG).min(1).optional(),
  /** What whoever runs the engines decides besides, by the names of variables; read by them. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});
