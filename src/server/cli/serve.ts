import { loadBot, troubleOfModel } from '../../bot/index.ts';
import { type EngineRegistry, loadEngines } from '../../engines/index.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { openMediaStore } from '../media-stores/open-media-store.ts';
import { openStorage } from '../open-storage.ts';
import { RecoveringGateway } from '../recovering-gateway.ts';
import { createWorker } from '../worker.ts';
import type { Configuration } from './configuration.ts';
import { explainFailure, openAddress, openToAllWarning, readOnlyWarning, rootWarning } from './start-up.ts';
import { summaryOf } from './summary.ts';
import { keepYoungHeapSmall } from './young-heap.ts';

/** What a process does: everything, or its part among several on one database. */
export type Role = 'serve' | 'gateway' | 'worker';

/** What does not end by itself is cut off then: a supervisor kills what takes longer. */
const SHUTDOWN_DEADLINE_MS = 4_000;
/** How long servers of engines have to answer that they are there. */
const CHECK_LIMIT_MS = 5_000;
/** How often to look whether a full disk has room again. */
const ROOM_INTERVAL_MS = 2_000;

/**
 * Starts a gateway, a worker, or both in one, prints where it is, and has signals end the process.
 * Rejects with a line for people where it can't start.
 */
export async function serve(configuration: Configuration, role: Role): Promise<void> {
  const { settings } = configuration;
  if (role !== 'serve' && settings.databaseUrl === undefined) {
    throw new Error(`ask-kitten ${role} is one of several that share a PostgreSQL: say which with DATABASE_URL.`);
  }
  keepYoungHeapSmall();
  const drainMs = role === 'gateway' ? settings.drainMs : 0;
  const starting = startDespiteFullDisk(configuration, role, drainMs);
  endWith(
    starting.then(({ gateway }) => gateway),
    drainMs + SHUTDOWN_DEADLINE_MS,
  );
  try {
    const { gateway, engines, warning } = await starting;
    const { port } = gateway;
    const address = openAddress({ ...settings, port });
    const place = role === 'worker' ? `worker, whose health is told at ${address}/healthz` : `open ${address}`;
    process.stdout.write(`问小猫 · Ask Kitten: ${place}\n${summaryOf(configuration)}\n`);
    const lines = [openToAllWarning(settings), rootWarning(settings), warning];
    for (const line of lines) if (line !== undefined) process.stderr.write(`${line}\n`);
    void tellTroubles(engines, configuration.bot);
  } catch (error) {
    throw new Error(explainFailure(error, settings), { cause: error });
  }
}

/** A gateway, and what draws in it. */
interface Started {
  readonly gateway: Gateway;
  readonly engines: EngineRegistry;
  /** What its storage has to say to whoever starts it. */
  readonly warning: string | undefined;
  /** Resolves with whether there is room again; absent where there is. */
  readonly hasRoom?: (() => Promise<boolean>) | undefined;
}

/** On a full disk, what can be read is served, and whoever starts it is told so. */
async function startDespiteFullDisk(configuration: Configuration, role: Role, drainMs: number): Promise<Started> {
  const started = await start(configuration, role, drainMs);
  if (started.hasRoom === undefined) return started;
  const { settings } = configuration;
  const gateway = new RecoveringGateway(started, {
    restart: (port) => start({ ...configuration, settings: { ...settings, port } }, role, drainMs),
    intervalMs: ROOM_INTERVAL_MS,
    onRecovery: () => process.stderr.write('There is room on the disk again: prompts are taken.\n'),
    onFailure: (error) => {
      process.stderr.write(`${explainFailure(error, settings)}\n`);
      process.exit(1);
    },
  });
  return { ...started, gateway, warning: readOnlyWarning(settings) };
}

async function start(
  { settings, engines: configured, bot: botConfig, environment }: Configuration,
  role: Role,
  drainMs: number,
): Promise<Started> {
  // The engines first: a fault in the configuration is reported before the data are opened.
  const engines = await loadEngines(configured);
  const mediaStore = settings.mediaPlace && (await openMediaStore(settings.mediaPlace, environment));
  const isWorker = role !== 'gateway';
  const { storage, accessKey, warning, hasRoom } = await openStorage(settings, { ...settings, mediaStore, isWorker });
  const bot = botConfig && (await loadBot(botConfig));
  const parts = { ...settings, engines, bot, storage };
  if (role === 'worker') return { gateway: await createWorker(parts), engines, warning };
  return { gateway: await createGateway({ ...parts, accessKey, drainMs }), engines, warning, hasRoom };
}

/** Says which servers can't be used, so that whoever starts the gateway need not find out by a clip. They may come later. */
async function tellTroubles(engines: EngineRegistry, bot: Configuration['bot']): Promise<void> {
  const limit = AbortSignal.timeout(CHECK_LIMIT_MS);
  const [ofModel, ofEngines] = await Promise.all([bot && troubleOfModel(bot, limit), engines.troubles(limit)]);
  for (const trouble of [ofModel ?? [], ofEngines].flat()) process.stderr.write(`${trouble}\n`);
}

/** Shuts the gateway down on a signal, or when the parent process that would send one is gone. */
function endWith(starting: Promise<Gateway>, deadlineMs: number): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // The listeners stay: npm forwards a Ctrl-C that the terminal has sent already, and the second must not kill.
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), deadlineMs);
    const gateway = await starting;
    await gateway.close();
    process.exit(0);
  };
  // What npm forwards, what supervisors send, and what a terminal sends that is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // `npm start` holds the other end: it may be killed, and would leave a gateway that holds the port.
  process.on('disconnect', () => void stop());
  // The reader of the output may close its pipe; the gateway goes on.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}
