import { CONFIG_FILE_ADDRESS, ConfigFile } from '../config/config-file.ts';
import { CONFIG_SOURCE } from '../config/config-source.ts';
import type { WebSocketFeature } from './feature.ts';

/**
 * Reads the configuration from a file beside the application too, which comes before what the application says and
 * needs no build. It is asked for again before each connection until it was read; a file of somebody else's, with
 * other names in it, is not taken for it.
 *
 * Where neither the file nor the application says where the server is, nothing is opened before the file was read.
 * @param address relative to the page, for example `config.json`
 */
export function withConfigFile(address: string): WebSocketFeature {
  return {
    kind: 'config-file',
    providers: [
      ConfigFile,
      { provide: CONFIG_SOURCE, useExisting: ConfigFile },
      { provide: CONFIG_FILE_ADDRESS, useValue: address },
    ],
  };
}
