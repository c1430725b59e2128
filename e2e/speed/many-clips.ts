import type { Page } from '@playwright/test';

import { Chat } from '../fixtures/chat.ts';
import { talk, uuid } from '../fixtures/talk.ts';

const STILLS = ['cat', 'boat', 'rabbit'];
/** How many come in one frame. */
const AT_ONCE = 500;

/**
 * Opens a conversation and has the server say so many clips, each with a still of its own address.
 * @param details what a clip has besides, by its place
 */
export async function openWithClips(
  page: Page,
  count: number,
  details: (index: number) => object = () => ({}),
): Promise<Chat> {
  const { say } = await talk(page);
  // Nothing of it counts as new, and so nothing is being saved on the device meanwhile.
  await page.addInitScript(() => localStorage.setItem('ask-kitten.shelf.newest', `${Number.MAX_SAFE_INTEGER} -`));
  const chat = new Chat(page);
  await chat.open();
  const clips = Array.from({ length: count }, (_, index) => ({
    type: 'video',
    id: uuid(index + 1),
    seq: index + 1,
    url: new URL(`/examples/cat.mp4?${index}`, page.url()).href,
    posterUrl: new URL(`/examples/${STILLS[index % STILLS.length]}.webp?${index}`, page.url()).href,
    mimeType: 'video/mp4',
    durationMs: 4_000,
    width: 640,
    height: 360,
    ...details(index),
  }));
  for (let at = 0; at < count; at += AT_ONCE) say(...clips.slice(at, at + AT_ONCE));
  return chat;
}
