import { isMediaName, MEDIA_PATH } from './media-name.ts';

/** Where a gateway is that has its host to itself. */
export const ROOT_PATH = '/';

/** The address of a medium at the beginning of a string in JSON: inside of one every quote has a backslash before it. */
const MEDIUM_IN_JSON = new RegExp(`(?<=[:,[]")${MEDIA_PATH}(?=[0-9a-f]{32}\\.)`, 'g');

/** A path of a gateway that is at the root, as one that is at a base path has it: `/media/…` is `/kitten/media/…`. */
export function atBasePath(basePath: string, path: string): string {
  return basePath === ROOT_PATH ? path : basePath + path.slice(1);
}

/**
 * What has the JSON of messages say where media are. They are stored as if the gateway were at the root, so that it may be
 * moved; undefined where it is there.
 */
export function addressMedia(basePath: string): ((json: string) => string) | undefined {
  if (basePath === ROOT_PATH) return undefined;
  const path = atBasePath(basePath, MEDIA_PATH);
  return (json) => json.replace(MEDIUM_IN_JSON, path);
}

/**
 * The name of a gateway's own medium in an address, relative or absolute; undefined in any other. The host does not
 * count: behind a proxy a gateway does not know what it is called, and nothing is fetched from there. Nor does the base path,
 * which a client leaves out that was told before there was one.
 */
export function mediaNameIn(address: string, basePath = ROOT_PATH): string | undefined {
  const path = URL.parse(address, 'http://relative.invalid/')?.pathname ?? '';
  const prefix = [atBasePath(basePath, MEDIA_PATH), MEDIA_PATH].find((each) => path.startsWith(each));
  const name = prefix === undefined ? '' : path.slice(prefix.length);
  return isMediaName(name) ? name : undefined;
}
