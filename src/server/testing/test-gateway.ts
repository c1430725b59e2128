import type { DataFolderOptions } from '../storage/data-folder.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.ts';
import { EngineRegistry, type VideoEngine } from '../../engines/index.ts';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { makeTemporaryFolder, removeTemporaryFolders } from '../../engines/testing/temporary-folder.ts';
import { openTestFolder } from './test-storage.ts';

const gateways: Gateway[] = [];

/** Starts a quiet gateway on a free port, with a scripted engine and folders of its own. */
export async function startTestGateway({
  data,
  engine = new ScriptedEngine(),
  ...options
}: Partial<GatewayOptions> & {
  readonly data?: DataFolderOptions;
  readonly engine?: VideoEngine;
} = {}): Promise<Gateway> {
  const storage = options.storage ?? (await openTestFolder(data));
  const appFolder = options.appFolder ?? (await makeTemporaryFolder());
  const defaults = { engines: EngineRegistry.of(engine), logLevel: 'silent' } as const;
  const gateway = await createGateway({ ...defaults, ...options, storage, appFolder });
  gateways.push(gateway);
  return gateway;
}

/** Closes every gateway that {@link startTestGateway} has started. */
export async function stopTestGateways(): Promise<void> {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
  await removeTemporaryFolders();
}
