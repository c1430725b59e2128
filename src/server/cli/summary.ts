import { resolve } from 'node:path';
import type { Configuration } from './configuration.ts';
import { placeOfDatabase } from '../postgres/database/explain-fault.ts';
import { isSecretSetting, SETTING_NAMES } from './settings-schema.ts';

/** Where the data are, what draws, and each setting that is not by default, in a line for people and without a secret. */
export function summaryOf({ settings, engines, bot, file, environment }: Configuration): string {
  const set = SETTING_NAMES.flatMap((name) => {
    const value = environment[name]?.trim();
    return value && !SAID_OTHERWISE.includes(name) ? `${name}=${isSecretSetting(name) ? '…' : value}` : [];
  });
  return [
    ...(settings.databaseUrl === undefined ? [] : [placeOfDatabase(settings.databaseUrl)]),
    `data in ${resolve(settings.dataFolder)}`,
    `drawn by ${engines.map(engineText).join(', ')}`,
    ...(bot === undefined ? [] : [`read by ${bot.model}`]),
    ...(file === undefined ? [] : [`settings from ${resolve(file)}`]),
    ...set,
  ].join(' · ');
}

/** What people recognise of what they have set: the model or the workflow, and where it is. */
function engineText({ id, config }: Configuration['engines'][number]): string {
  const what = ('workflow' in config && config.workflow) || ('model' in config && config.model) || undefined;
  const where = ('url' in config && [config.url].flat().join(' ')) || undefined;
  const facts = [what, where].filter((fact) => fact !== undefined);
  return facts.length === 0 ? id : `${id} (${facts.join(' at ')})`;
}

/** The folder of the app is the release's own, or of interest to who develops it. */
const SAID_OTHERWISE: readonly string[] = ['DATA_DIR', 'DATABASE_URL', 'APP_DIR'];
