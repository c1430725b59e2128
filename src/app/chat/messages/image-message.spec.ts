import { image, PROMPT, text, video } from '../../testing/messages.ts';
import type { MediumWays } from '../../media/medium-ways.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { turnMedia } from './image-message.ts';

describe('turnMedia', () => {
  it('has the clips and stills of a conversation in their order, each with what was asked', () => {
    const [still, clip, poster, words] = [image({ name: '橘猫.png' }), video(), image(), text()];
    const reply = { kind: 'text', id: words.id, at: 0, content: '你好', isGrowing: false } as const;
    const turns: readonly Turn[] = [
      { id: '1', at: 0, replies: [{ kind: 'image', id: still.id, message: still }] },
      { id: '2', at: 1, prompt: PROMPT, replies: [reply, { kind: 'video', id: clip.id, message: clip, poster }] },
    ];
    const [first, second] = [{ remix: () => undefined }, {}];
    const waysOf = (_: unknown, turnId: string): MediumWays => (turnId === '1' ? first : second);
    expect(turnMedia(turns, waysOf)).toEqual([
      { kind: 'image', message: still, prompt: undefined, caption: '橘猫.png', ways: first },
      { kind: 'video', message: clip, poster, prompt: PROMPT, caption: PROMPT.content, ways: second },
    ]);
  });
});
