import { image, text, video } from '../testing/messages.ts';
import { addReply, type DurableMessage } from './add-reply.ts';
import type { Reply } from './turn.ts';

function replies(...messages: readonly DurableMessage[]): readonly Reply[] {
  return messages.reduce<readonly Reply[]>(addReply, []);
}

describe('addReply: text', () => {
  const id = 'text-1';

  it('joins what is appended', () => {
    const [reply] = replies(
      text({ id, ts: 1, content: '霓虹', append: true }),
      text({ id, ts: 2, content: '街头', append: true }),
    );
    expect(reply).toEqual({ kind: 'text', id, at: 1, content: '霓虹街头', isGrowing: true });
  });

  it('takes the whole text in place of what has come, even where a piece was lost', () => {
    const [reply, ...others] = replies(
      text({ id, ts: 1, content: '霓', append: true }),
      text({ id, ts: 3, content: '霓虹街头', seq: 4 }),
    );
    expect(reply).toEqual({ kind: 'text', id, at: 1, content: '霓虹街头', isGrowing: false });
    expect(others).toEqual([]);
  });

  it('ignores a piece that comes after the whole', () => {
    const whole = replies(text({ id, content: '霓虹街头' }));
    expect(addReply(whole, text({ id, content: '街头', append: true }))).toBe(whole);
  });

  it('takes a passing text of a job as all of it so far, and goes on from there', () => {
    const [reply, ...others] = replies(
      text({ id, ts: 1, content: '霓虹街', append: true }),
      text({ id, ts: 2, content: '霓虹', jobId: 'job-1' }),
      text({ id, ts: 3, content: '街头', append: true }),
    );
    expect(reply).toEqual({ kind: 'text', id, at: 1, content: '霓虹街头', isGrowing: true });
    expect(others).toEqual([]);
  });

  it('keeps what looks like HTML as it is', () => {
    expect(replies(text({ shots: ['小船出海', '小船归来'] }))[0]).toEqual(jasmine.objectContaining({ shotCount: 2 }));
    expect(replies(text({ content: '<b>猫</b>' }))[0]).toEqual(jasmine.objectContaining({ content: '<b>猫</b>' }));
  });
});

describe('addReply: a clip and its still', () => {
  const posterUrl = 'https://kitten.example/poster.png';
  const poster = image({ url: posterUrl, jobId: 'job-1' });

  it('takes the still that the clip names', () => {
    const clip = video({ posterUrl, jobId: 'job-1' });
    expect(replies(poster, clip)).toEqual([{ kind: 'video', id: clip.id, message: clip, poster }]);
  });

  it('takes it in the other order too', () => {
    const clip = video({ posterUrl, jobId: 'job-1' });
    expect(replies(clip, poster)).toEqual([{ kind: 'video', id: clip.id, message: clip, poster }]);
  });

  it('takes the newest still of the job where the clip names none', () => {
    const newest = image({ jobId: 'job-1' });
    const clip = video({ jobId: 'job-1' });
    expect(replies(poster, newest, clip)).toEqual([{ kind: 'video', id: clip.id, message: clip, poster: newest }]);
  });

  it('leaves other pictures alone', () => {
    expect(replies(image(), video({ posterUrl }), image()).map(({ kind }) => kind)).toEqual([
      'image',
      'video',
      'image',
    ]);
    expect(replies(image(), video()).map(({ kind }) => kind)).toEqual(['image', 'video']);
  });

  it('keeps the still when the clip is replayed', () => {
    const clip = video({ posterUrl });
    expect(replies(poster, clip, clip)).toEqual([{ kind: 'video', id: clip.id, message: clip, poster }]);
  });
});
