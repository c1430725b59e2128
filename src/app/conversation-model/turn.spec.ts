import { image, PROMPT, text, video } from '../testing/messages.ts';
import { addReply, type DurableMessage } from './add-reply.ts';
import { awaitsVideo, jobStill, messageCount, type Reply, type Turn, visibleReplies } from './turn.ts';

function turn(fields: Partial<Turn>, ...messages: readonly DurableMessage[]): Turn {
  return { id: 't', at: 1, replies: messages.reduce<readonly Reply[]>(addReply, []), ...fields };
}

describe('what a turn shows', () => {
  const preview = image({ preview: true });
  const poster = image();
  const running = { job: { status: 'running' }, preview } as const;

  it('shows the preview in the card of the running job', () => {
    expect(jobStill(turn(running))).toBe(preview);
    expect(awaitsVideo(turn(running))).toBeTrue();
  });

  it('shows a finished still in the card, and not a second time', () => {
    const shown = turn(running, text(), poster);
    expect(jobStill(shown)).toBe(poster);
    expect(visibleReplies(shown).map(({ kind }) => kind)).toEqual(['text']);
  });

  it('shows the still by itself when the job ends without a clip', () => {
    const shown = turn({ job: { status: 'failed' } }, poster);
    expect(jobStill(shown)).toBeUndefined();
    expect(visibleReplies(shown)).toBe(shown.replies);
  });

  it('keeps no place for a picture once the clip is there', () => {
    const shown = turn({ job: { status: 'running' } }, image({ url: 'https://kitten.example/a.png' }), video());
    expect(awaitsVideo(shown)).toBeFalse();
    expect(jobStill(shown)).toBeUndefined();
    expect(visibleReplies(shown).length).toBe(2);
  });

  it('counts what people see', () => {
    expect(messageCount([turn({ prompt: PROMPT }, text()), turn({}, text(), video())])).toBe(4);
  });
});
