import { MediaFolder } from '../embedded/media-folder.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.ts';
import { ScriptedEngine } from './scripted-engine.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from './temporary-folder.ts';

const gateways: Gateway[] = [];

/** Starts a quiet gateway on a free port, with a scripted engine and folders of its own. */
export async function startTestGateway(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const media = options.media ?? (await MediaFolder.open(await makeTemporaryFolder()));
  const appFolder = options.appFolder ?? (await makeTemporaryFolder());
  const defaults = { engine: new ScriptedEngine(), logLevel: 'silent' } as const;
  const gateway = await createGateway({ ...defaults, ...options, media, appFolder });
  gateways.push(gateway);
  return gateway;
}

/** Closes every gateway that {@link startTestGateway} has started. */
export async function stopTestGateways(): Promise<void> {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
  await removeTemporaryFolders();
}
