import { clipFiles } from './outputs.ts';

const file = (filename: string, type = 'output') => ({ filename, subfolder: 'video', type });

describe('clipFiles()', () => {
  const keys = [
    ['SaveVideo', { images: [file('a.mp4')], animated: [true] }],
    ['VHS_VideoCombine', { gifs: [{ ...file('a.mp4'), format: 'video/h264-mp4', frame_rate: 24 }] }],
    ['a custom node', { videos: [file('a.mp4')] }],
    ['another', { video: [file('a.mp4')], text: ['done'] }],
  ] as const;
  for (const [node, output] of keys) {
    it(`finds the video of ${node}`, () => {
      expect(clipFiles({ '9': output }).video).toEqual(file('a.mp4'));
    });
  }

  it('finds the still beside it', () => {
    const outputs = { '5': { images: [file('poster.png', 'temp')] }, '9': { images: [file('a.webm')] } };
    expect(clipFiles(outputs)).toEqual({ video: file('a.webm'), poster: file('poster.png', 'temp') });
  });

  it('prefers what is kept, then what browsers play, then what was written last', () => {
    const videoOf = (...files: object[]) => clipFiles({ '9': { images: files } }).video?.filename;
    expect(videoOf(file('draft.mp4', 'temp'), file('kept.mkv'))).toBe('kept.mkv');
    expect(videoOf(file('a.mp4'), file('a.mov'), file('a.gif'))).toBe('a.mp4');
    expect(videoOf(file('silent.mp4'), file('with-sound.MP4'))).toBe('with-sound.MP4');
  });

  it('finds nothing in what is no list of outputs', () => {
    for (const outputs of [undefined, null, [], { '9': null }, { '9': { images: [null, 'a.mp4', { filename: 3 }] } }]) {
      expect(clipFiles(outputs)).toEqual({ video: undefined, poster: undefined });
    }
  });
});
