import type { ConnectionLogEntry } from '../../../services/index.ts';
import type { CountTextSource } from '../../language/texts.ts';
import type { UpdateState } from '../../offline/app-update.ts';
import { type Check, running } from './check.ts';
import { byteText, durationText } from '../../language/quantity-text.ts';
import type { StorageAnswer } from './storage-probe.ts';

/** Whether this page has failed somewhere. */
export function faultsCheck(entries: readonly ConnectionLogEntry[]): Check {
  const name = 'faults';
  const faults = entries.filter((entry) => entry.kind === 'fault');
  const last = faults.at(-1);
  if (last === undefined) return { name, state: 'ok', finding: (text) => text('diagnostics.faultsNone') };
  return {
    name,
    state: 'problem',
    finding: (text) => text('diagnostics.faultsSome', { count: faults.length, name: last.name }),
    remedy: (text) => text('diagnostics.faultsRemedy'),
    action: 'reload',
  };
}

/** Whether this device keeps anything; null while that is tried. */
export function storageCheck(answer: StorageAnswer | null, language: string): Check {
  const name = 'storage';
  if (answer === null) return running(name);
  const { isLocalWritable, isDatabaseWritable, used, quota } = answer;
  if (isLocalWritable && isDatabaseWritable) {
    return {
      name,
      state: 'ok',
      finding: (text) =>
        used === undefined || quota === undefined
          ? text('diagnostics.storageOk')
          : text('diagnostics.storageUsed', { used: byteText(used, language), quota: byteText(quota, language) }),
    };
  }
  const places = isLocalWritable ? 'storageDatabase' : isDatabaseWritable ? 'storageLocal' : 'storageBoth';
  return {
    name,
    state: 'problem',
    finding: (text) => text('diagnostics.storageBlocked', { places: text(`diagnostics.${places}`) }),
    remedy: (text) => text('diagnostics.storageRemedy'),
  };
}

/** A clock may differ by so much, in milliseconds, before the times of messages look wrong. */
const TOLERANCE = 30_000;

/** Whether this device's clock agrees with the server's; null before a server has told. */
export function clockCheck(serverAheadMs: number | null, countText: CountTextSource): Check {
  const name = 'clock';
  if (serverAheadMs === null) return { name, state: 'unknown', finding: (text) => text('diagnostics.clockUnknown') };
  // Rounded up: the texts call it a limit.
  const difference = durationText(Math.ceil(Math.abs(serverAheadMs) / 1_000) * 1_000, countText);
  if (Math.abs(serverAheadMs) <= TOLERANCE) {
    return { name, state: 'ok', finding: (text) => text('diagnostics.clockOk', { difference }) };
  }
  const key = serverAheadMs > 0 ? 'diagnostics.clockBehind' : 'diagnostics.clockAhead';
  return {
    name,
    state: 'problem',
    finding: (text) => text(key, { difference }),
    remedy: (text) => text('diagnostics.clockRemedy'),
  };
}

/** Whether this is the newest version that is known of. `build` is null while the application is developed. */
export function versionCheck(build: string | null, update: UpdateState | null): Check {
  const name = 'version';
  if (update !== null) {
    return {
      name,
      state: 'problem',
      finding: (text) => text(update === 'ready' ? 'settings.updateReady' : 'shell.updateBroken'),
      remedy: (text) => text('diagnostics.versionRemedy'),
      action: 'update',
    };
  }
  return {
    name,
    state: 'ok',
    finding: (text) =>
      build === null ? text('diagnostics.versionDevelopment') : text('diagnostics.versionBuild', { build }),
  };
}

/** Whether the page is under a service worker, might be, or never will be. */
export type OfflineState = 'kept' | 'not-yet' | 'unavailable';

/** Whether the application opens without a network. */
export function offlineCheck(state: OfflineState, canInstall: boolean): Check {
  const key = { kept: 'offlineKept', 'not-yet': 'offlineNotYet', unavailable: 'offlineUnavailable' } as const;
  return {
    name: 'offline',
    state: state === 'kept' ? 'ok' : 'unknown',
    finding: (text) => text(`diagnostics.${key[state]}`),
    ...(canInstall && { remedy: (text) => text('diagnostics.offlineInstall'), action: 'install' }),
  };
}
