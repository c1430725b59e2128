import type { EngineImage } from '../../port/video-engine.ts';
import { readImageHeader } from '../../stills/image-header.ts';
import { asList, asNumber, asObject, asText, type JsonObject, parseJson } from '../workflow/json.ts';

/** How far a node is. */
export interface NodeProgress {
  readonly node: string;
  /** 0 to 1. */
  readonly share: number;
}

/** What the socket says of a job. */
export type SocketMessage =
  /** These nodes are done without work: their results were there. */
  | { readonly kind: 'cached'; readonly nodes: readonly string[] }
  /** A node begins, or goes on. */
  | { readonly kind: 'running'; readonly node: string }
  | { readonly kind: 'progress'; readonly nodes: readonly NodeProgress[] }
  | { readonly kind: 'executed'; readonly node: string }
  | { readonly kind: 'preview'; readonly image: EngineImage }
  /** The job is over, well or not: its state says which. */
  | { readonly kind: 'ended' };

/**
 * Reads a message of the socket. Undefined for what is of another job, as some servers send it to every socket, or says
 * nothing of progress.
 */
export function readSocketMessage(data: string | ArrayBuffer, jobId: string): SocketMessage | undefined {
  return typeof data === 'string' ? readText(data, jobId) : readBinary(Buffer.from(data), jobId);
}

function readText(text: string, jobId: string): SocketMessage | undefined {
  const message = asObject(parseJson(text));
  const data = asObject(message?.['data']) ?? {};
  // After a reconnect the node under way comes without the job: the socket is that of one job.
  if ((data['prompt_id'] ?? jobId) !== jobId) return undefined;
  const node = asText(data['node']);
  switch (message?.['type']) {
    case 'execution_cached':
      return { kind: 'cached', nodes: asList(data['nodes']).flatMap((id) => asText(id) ?? []) };
    case 'executing':
      // A node that a node has made of itself counts for the one that stands in the workflow.
      return node === undefined ? { kind: 'ended' } : { kind: 'running', node: asText(data['display_node']) ?? node };
    case 'progress':
      return node === undefined ? undefined : { kind: 'progress', nodes: [{ node, share: shareOf(data) }] };
    case 'progress_state':
      return { kind: 'progress', nodes: nodesOf(data['nodes'], jobId) };
    case 'executed':
      return node === undefined ? undefined : { kind: 'executed', node };
    case 'execution_success':
    case 'execution_error':
    case 'execution_interrupted':
      return { kind: 'ended' };
    default:
      return undefined;
  }
}

function nodesOf(value: unknown, jobId: string): readonly NodeProgress[] {
  return Object.entries(asObject(value) ?? {}).flatMap(([id, item]) => {
    const state = asObject(item) ?? {};
    if ((state['prompt_id'] ?? jobId) !== jobId) return [];
    const node = asText(state['display_node_id']) ?? asText(state['node_id']) ?? id;
    return [{ node, share: state['state'] === 'finished' && node === id ? 1 : shareOf(state) }];
  });
}

function shareOf({ value, max }: JsonObject): number {
  const most = asNumber(max) ?? 0;
  return most <= 0 ? 0 : Math.min(1, Math.max(0, (asNumber(value) ?? 0) / most));
}

/** Big-endian: what it is, then for 1 the format and the image, for 4 the length of a JSON text, the text, the image. */
function readBinary(data: Buffer, jobId: string): SocketMessage | undefined {
  if (data.length < 8) return undefined;
  const event = data.readUInt32BE(0);
  if (event === 1) return preview(data.subarray(8));
  if (event !== 4) return undefined;
  const end = 8 + data.readUInt32BE(4);
  const about = asObject(parseJson(data.subarray(8, end).toString()));
  return (about?.['prompt_id'] ?? jobId) === jobId ? preview(data.subarray(end)) : undefined;
}

/** The image's own bytes say what it is and how large. */
function preview(bytes: Buffer): SocketMessage | undefined {
  const header = readImageHeader(bytes);
  return header && { kind: 'preview', image: { bytes: Uint8Array.from(bytes), ...header } };
}
