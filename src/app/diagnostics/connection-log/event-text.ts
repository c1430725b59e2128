import type { ConnectionLogEntry } from '../../../services/index.ts';
import type { TextSource } from '../../language/texts.ts';
import { closeText } from './close-text.ts';
import { TYPE_TEXTS } from './connection-counts.ts';
import { byteText } from '../../language/quantity-text.ts';

/** What happened, in words. */
export function eventText(entry: ConnectionLogEntry, text: TextSource): string {
  switch (entry.kind) {
    case 'connecting':
      return entry.attempt === 0
        ? text('diagnostics.eventConnecting')
        : text('diagnostics.eventRetrying', { attempt: entry.attempt });
    case 'open':
      return text('diagnostics.eventOpen');
    case 'waiting':
      return text('diagnostics.eventWaiting', { attempt: entry.attempt });
    case 'lost':
      return text('diagnostics.eventLost');
    case 'disconnected':
      return text('diagnostics.eventDisconnected');
    case 'code-refreshed':
      return text('diagnostics.eventCodeRefreshed');
    case 'received':
      return receivedText(entry, text);
    case 'unreadable':
      return text('diagnostics.eventUnreadable');
    case 'missed':
      return text('diagnostics.eventMissed', { count: entry.count });
    case 'missing-range':
      return text('diagnostics.eventHole', { count: entry.count });
    case 'sent':
      return sentText(entry.type, text);
    case 'fault':
      return text('diagnostics.eventFault', { name: entry.name });
  }
}

type Of<Kind extends ConnectionLogEntry['kind']> = Extract<ConnectionLogEntry, { readonly kind: Kind }>;

function receivedText({ type: source, as, times }: Of<'received'>, text: TextSource): string {
  const type = text(TYPE_TEXTS[source]);
  if (as === 'duplicate') return text('diagnostics.eventDuplicate', { type });
  if (as === 'early') return text('diagnostics.eventEarly', { type });
  return times === undefined
    ? text('diagnostics.eventReceived', { type })
    : text('diagnostics.eventReceivedTimes', { type, times });
}

function sentText(type: Of<'sent'>['type'], text: TextSource): string {
  if (type === 'text') return text('diagnostics.eventSentText');
  return text(type === 'cancel' ? 'diagnostics.eventSentCancel' : 'diagnostics.eventSentOther');
}

/** What else is known of it: names and numbers of the protocol, which are the same in every language. */
export function eventDetails(entry: ConnectionLogEntry, text: TextSource, language: string): readonly string[] {
  switch (entry.kind) {
    case 'waiting':
    case 'lost':
      return [`${entry.closeCode} · ${closeText(entry.closeCode, text)}`];
    case 'received':
      return [
        ...(entry.event === undefined ? [] : [entry.event]),
        ...(entry.code === undefined ? [] : [entry.code]),
        ...(entry.seq === undefined ? [] : [`#${entry.seq}`]),
        ...(entry.id === undefined ? [] : [`${entry.id}…`]),
        byteText(entry.bytes, language),
      ];
    case 'unreadable':
      return [entry.code, byteText(entry.bytes, language)];
    case 'sent':
      return [...(entry.id === undefined ? [] : [`${entry.id}…`]), byteText(entry.bytes, language)];
    case 'connecting':
    case 'open':
    case 'disconnected':
    case 'code-refreshed':
    case 'missed':
    case 'missing-range':
    case 'fault':
      return [];
  }
}

/** What kind of news an event is, by which its row is coloured. */
export type EventTone = 'good' | 'bad' | 'out' | 'in' | 'plain';

/** The tone of an event. */
export function eventTone(entry: ConnectionLogEntry): EventTone {
  switch (entry.kind) {
    case 'open':
      return 'good';
    case 'waiting':
    case 'lost':
    case 'unreadable':
    case 'missed':
    case 'missing-range':
    case 'fault':
      return 'bad';
    case 'received':
      return entry.type === 'error' ? 'bad' : 'in';
    case 'sent':
      return 'out';
    case 'connecting':
    case 'disconnected':
    case 'code-refreshed':
      return 'plain';
  }
}
