import { DataFolder } from '../storage/data-folder.ts';
import { type ConfiguredEngines, loadEngines, readEngineConfig } from '../../engines/index.ts';
import { type BotConfig, loadBot, readBotConfig } from '../../bot/index.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { readSettings, type Settings } from './settings.ts';
import { explainFailure, openAddress } from './start-up.ts';

/** What does not end by itself is cut off then: a supervisor kills what takes longer. */
const SHUTDOWN_DEADLINE_MS = 4_000;

async function start(
  settings: Settings,
  configured: ConfiguredEngines,
  botConfig: BotConfig | undefined,
): Promise<Gateway> {
  // What is wrong with the configuration is said before anything is touched.
  const engines = await loadEngines(configured);
  const storage = await DataFolder.open(settings.dataFolder, settings);
  const bot = botConfig && (await loadBot(botConfig));
  return createGateway({ ...settings, engines, bot, storage });
}

function exitWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const settings = readSettings(process.env);
if (!settings.ok) exitWith(settings.fault);

const configured = readEngineConfig(process.env);
if (!configured.ok) exitWith(configured.fault);

const botConfig = readBotConfig(process.env);
if (!botConfig.ok) exitWith(botConfig.fault);

const starting = start(settings.value, configured.value, botConfig.value);
let isStopping = false;

async function stop(): Promise<void> {
  // The listeners stay: npm forwards a Ctrl-C that the terminal has sent already, and the second must not kill.
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), SHUTDOWN_DEADLINE_MS);
  const gateway = await starting;
  await gateway.close();
  process.exit(0);
}

// What npm forwards, what supervisors send, and what a terminal sends that is closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
// `npm start` holds the other end: it may be killed, and would leave a gateway that holds the port.
process.on('disconnect', () => void stop());
// Whoever reads what is printed may go away; the gateway goes on without a reader.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

try {
  const { port } = await starting;
  process.stdout.write(`问小猫 · Ask Kitten: open ${openAddress(settings.value.host, port)}\n`);
} catch (error) {
  exitWith(explainFailure(error, settings.value));
}
