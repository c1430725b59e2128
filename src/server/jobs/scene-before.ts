import type { SceneData } from '../../protocol/index.ts';
import type { EventLog, Job } from '../ports/index.ts';
import { newestMessages } from './newest-messages.ts';

/** The newest scene that an engine has read in the prompts which a job follows; undefined where there is none. */
export async function sceneBefore(
  log: Pick<EventLog, 'extent' | 'read'>,
  { code, prompt }: Job,
): Promise<SceneData | undefined> {
  if (prompt.follows === undefined) return undefined;
  const scenes = new Map<string, SceneData>();
  const follows = new Map<string, string>();
  for (const message of await newestMessages(log, code)) {
    if (message.replyTo === undefined) continue;
    if (message.type === 'text' && message.scene) scenes.set(message.replyTo, message.scene);
    if (message.type === 'system' && message.event === 'accepted' && message.follows !== undefined)
      follows.set(message.replyTo, message.follows);
  }
  const seen = new Set<string>();
  for (let id: string | undefined = prompt.follows; id !== undefined && !seen.has(id); id = follows.get(id)) {
    const scene = scenes.get(id);
    if (scene) return scene;
    seen.add(id);
  }
  return undefined;
}
