import { isIP } from 'node:net';
import { z } from 'zod';
import { atHome } from '../../engines/index.ts';
import { ROOT_PATH } from '../media/media-address.ts';
import { type MediaPlace, readMediaUrl } from '../media-stores/media-url.ts';
import { ANY_HOST } from '../http/allowed-hosts.ts';
import { ANY_ORIGIN } from '../http/origin.ts';

// Each of these reads the text of a variable. A message goes on from "NAME is VALUE, and ".

/** In seconds. */
const DAY = 86_400;

const MAX_PORT = 65_535;
const PORT_WANTED = `a number from 0 to ${MAX_PORT}`;

/** A path; `~` is the home folder. */
export function folder(fallback: string): z.ZodType<string> {
  return z.string().default(fallback).transform(atHome);
}

/** A path as {@link folder} reads it; undefined where it is absent. */
export function pathOrNone(): z.ZodType<string | undefined> {
  return z.string().transform(atHome).optional();
}

/** A path on a host, with a slash at both ends, which may be left out; `/` where it is absent. */
export function basePath(): z.ZodType<string> {
  const isPath = (text: string): boolean => /^\/(?:[\w~-][\w.~-]*\/)*$/.test(text);
  return z
    .string()
    .default(ROOT_PATH)
    .transform((text) => `/${text}/`.replace(/^\/\/|\/\/$/g, '/'))
    .transform((text) => (text === '//' ? ROOT_PATH : text))
    .pipe(z.string().refine(isPath, 'has to be a path like /kitten/'));
}

/** Where media are; undefined where it is absent. */
export function mediaPlaceOrNone(): z.ZodType<MediaPlace | undefined> {
  const wanted = 'has to be like file:///shared/folder or s3://bucket/prefix, without keys';
  return z
    .string()
    .refine((text) => readMediaUrl(text) !== undefined, wanted)
    .transform((text) => readMediaUrl(text))
    .optional();
}

/** Where a database of PostgreSQL's is; undefined where it is absent. */
export function databaseUrl(): z.ZodType<string | undefined> {
  const isUrl = (text: string): boolean => /^postgres(?:ql)?:\/\/./.test(text) && URL.canParse(text);
  return z.string().refine(isUrl, 'has to be like postgres://user:password@host/name').optional();
}

/** Any text; undefined where it is absent. */
export function textOrNone(): z.ZodType<string | undefined> {
  return z.string().optional();
}

/** A port; 0 is any free one. */
export function port(fallback: number): z.ZodType<number> {
  return numberFrom(isPort, PORT_WANTED, fallback);
}

/** A port; undefined where it is absent. */
export function portOrNone(): z.ZodType<number | undefined> {
  return z.string().refine(isPort, `has to be ${PORT_WANTED}`).transform(Number).optional();
}

/** A whole number from 1 to 999,999,999. */
export function count(fallback: number): z.ZodType<number> {
  return numberFrom((text) => /^[1-9]\d{0,8}$/.test(text), 'a whole number from 1', fallback);
}

/** A whole number from 1 to 999,999,999; undefined where it is absent, for as many as come. */
export function countOrUnlimited(): z.ZodType<number | undefined> {
  const isCount = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);
  return z.string().refine(isCount, 'has to be a whole number from 1').transform(Number).optional();
}

/** A whole number from 0 to 999,999,999. */
export function countOrNone(fallback: number): z.ZodType<number> {
  return numberFrom((text) => /^(?:0|[1-9]\d{0,8})$/.test(text), 'a whole number from 0', fallback);
}

/** Seconds, from `least` to a day of them: a timer of many days would end at once. */
export function seconds(fallback: number, least: 0 | 1): z.ZodType<number> {
  const isSeconds = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= DAY;
  return numberFrom(isSeconds, `a whole number of seconds from ${least} to ${DAY}`, fallback);
}

/** One of the names. */
export function oneOf<const Name extends string>(names: readonly Name[], fallback: NoInfer<Name>): z.ZodType<Name> {
  return z.enum(names, `has to be one of ${names.join(', ')}`).default(fallback);
}

/** One of the names; undefined where it is absent. */
export function oneOfOrNone<const Name extends string>(names: readonly Name[]): z.ZodType<Name | undefined> {
  return z.enum(names, `has to be one of ${names.join(', ')}`).optional();
}

/** Texts with commas between; none where it is absent. */
export function listOf(isItem: (text: string) => boolean, wanted: string): z.ZodType<readonly string[]> {
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((item) => item.trim() || []))
    .pipe(z.array(z.string().refine(isItem, `has to be ${wanted}`)));
}

/** A host to listen at; as in an address, one of IPv6 may stand in brackets. */
export function listeningHost(fallback: string): z.ZodType<string> {
  return z
    .string()
    .default(fallback)
    .transform((text) => text.toLowerCase().replace(/^\[(.*)\]$/, '$1'));
}

/** Whether Fastify takes it: an address, a range of them, or a name for the ranges of one machine or one network. */
export function isProxy(text: string): boolean {
  const [address = '', bits = '0', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Whether it is written as in an address, without scheme, port and path. */
export function isHostName(text: string): boolean {
  return text === ANY_HOST || URL.parse(`http://${text}/`)?.hostname === text.toLowerCase();
}

/** Whether it is written as browsers write it: no path, no slash at the end. */
export function isOrigin(text: string): boolean {
  return text === ANY_ORIGIN || URL.parse(text)?.origin === text;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= MAX_PORT;
}

function numberFrom(isNumber: (text: string) => boolean, wanted: string, fallback: number): z.ZodType<number> {
  return z.string().default(String(fallback)).refine(isNumber, `has to be ${wanted}`).transform(Number);
}
