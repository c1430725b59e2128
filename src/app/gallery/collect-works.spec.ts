import type { ImageMessage, VideoMessage } from '../../services/index.ts';
import { image, OF_JOB, PROMPT, video } from '../testing/messages.ts';
import { type Work, collectWorks } from './collect-works.ts';

function works(...messages: readonly (ImageMessage | VideoMessage)[]): readonly Work[] {
  return collectWorks(messages.map((message) => ({ message, conversationId: 'c' })));
}

describe('collectWorks', () => {
  const posterUrl = 'https://kitten.example/poster.png';

  it('has every clip and still in its order, with what was asked and where', () => {
    const [clip, still] = [video(), image()];
    const media = [
      { message: clip, conversationId: 'a', prompt: PROMPT },
      { message: still, conversationId: 'b' },
    ];
    expect(collectWorks(media)).toEqual([
      { kind: 'video', id: clip.id, at: clip.ts, message: clip, conversationId: 'a', prompt: PROMPT },
      { kind: 'image', id: still.id, at: still.ts, message: still, conversationId: 'b' },
    ]);
  });

  it('calls a shot what the bot has made of the wish', () => {
    const madeWith = { id: 'wan', name: '通义万相', isModel: true, prompt: '镜头甲', options: { seconds: 5 } };
    const [shot] = works(video({ replyTo: 'shot-1', madeWith }));
    const options = { seconds: 5, engine: 'wan' };
    expect(shot?.prompt).toEqual({ type: 'text', id: 'shot-1', content: '镜头甲', options });
  });

  it('shows a clip and the still that it names as one', () => {
    const clip = video({ posterUrl });
    expect(works(clip, image({ url: posterUrl })).map(({ id }) => id)).toEqual([clip.id]);
  });

  it('shows a clip that names none with the still of its job', () => {
    const [clip, poster, other] = [video(OF_JOB), image(OF_JOB), image({ jobId: 'job-2' })];
    const [first, second] = works(other, poster, clip);
    expect(first?.id).toBe(other.id);
    expect(second).toEqual(jasmine.objectContaining({ id: clip.id, poster }));
  });

  it('shows what has come twice once', () => {
    const clip = video();
    expect(works(clip, clip).length).toBe(1);
  });
});
