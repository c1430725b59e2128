import { loadBot, troubleOfModel } from '../../bot/index.ts';
import { type EngineRegistry, loadEngines } from '../../engines/index.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { openMediaStore } from '../media-stores/open-media-store.ts';
import { openStorage } from '../open-storage.ts';
import type { Configuration } from './configuration.ts';
import { explainFailure, openAddress, openToAllWarning } from './start-up.ts';
import { summaryOf } from './summary.ts';
import { keepYoungHeapSmall } from './young-heap.ts';

/** What does not end by itself is cut off then: a supervisor kills what takes longer. */
const SHUTDOWN_DEADLINE_MS = 4_000;
/** How long servers of engines have to answer that they are there. */
const CHECK_LIMIT_MS = 5_000;

/**
 * Starts the gateway, prints where to open it, and has signals end the process.
 * Rejects with a line for people where it can't start.
 */
export async function serve(configuration: Configuration): Promise<void> {
  const { settings } = configuration;
  keepYoungHeapSmall();
  const starting = start(configuration);
  endWith(starting.then(({ gateway }) => gateway));
  try {
    const { gateway, engines } = await starting;
    const { port } = gateway;
    process.stdout.write(
      `问小猫 · Ask Kitten: open ${openAddress({ ...settings, port })}\n${summaryOf(configuration)}\n`,
    );
    const warning = openToAllWarning(settings);
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    void tellTroubles(engines, configuration.bot);
  } catch (error) {
    throw new Error(explainFailure(error, settings), { cause: error });
  }
}

/** A gateway, and what draws in it. */
interface Started {
  readonly gateway: Gateway;
  readonly engines: EngineRegistry;
}

async function start({ settings, engines: configured, bot: botConfig, environment }: Configuration): Promise<Started> {
  // The engines first: a fault in the configuration is reported before the data folder is opened.
  const engines = await loadEngines(configured);
  const mediaStore = settings.mediaPlace && (await openMediaStore(settings.mediaPlace, environment));
  const { storage, accessKey } = await openStorage(settings, { ...settings, mediaStore });
  const bot = botConfig && (await loadBot(botConfig));
  return { gateway: await createGateway({ ...settings, accessKey, engines, bot, storage }), engines };
}

/** Says which servers can't be used, so that whoever starts the gateway need not find out by a clip. They may come later. */
async function tellTroubles(engines: EngineRegistry, bot: Configuration['bot']): Promise<void> {
  const limit = AbortSignal.timeout(CHECK_LIMIT_MS);
  const [ofModel, ofEngines] = await Promise.all([bot && troubleOfModel(bot, limit), engines.troubles(limit)]);
  for (const trouble of [ofModel ?? [], ofEngines].flat()) process.stderr.write(`${trouble}\n`);
}

/** Shuts the gateway down on a signal, or when the parent process that would send one is gone. */
function endWith(starting: Promise<Gateway>): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // The listeners stay: npm forwards a Ctrl-C that the terminal has sent already, and the second must not kill.
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), SHUTDOWN_DEADLINE_MS);
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
