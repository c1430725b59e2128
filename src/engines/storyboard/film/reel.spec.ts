import { hashText } from '../random.ts';
import { readPrompt } from '../testing/read-prompt.ts';
import { registerFonts } from '../stage/fonts.ts';
import { Film } from './film.ts';
import { Reel } from './reel.ts';

const FORMAT = { width: 160, height: 128, frameCount: 48 };
const CAT = readPrompt('一只橘猫在公园奔跑', 7);
const FOX = readPrompt('一只狐狸在雪地睡觉', 7);

describe('a reel of shots', () => {
  beforeAll(() => registerFonts());

  const print = ({ draw }: { draw: (index: number) => { data(): Buffer } }, index: number) =>
    hashText(draw(index).data().toString('base64'));
  const reel = (enter: 'cut' | 'fade') => {
    const shown = new Reel(
      [
        { scene: CAT, enter: 'cut' },
        { scene: FOX, enter },
      ],
      FORMAT,
    );
    return { draw: (index: number) => shown.draw(index) };
  };
  const half = (scene: typeof CAT) => {
    const film = new Film(scene, { ...FORMAT, frameCount: 24 });
    return { draw: (index: number) => film.draw(index) };
  };

  it('shows one after the other, each as long as the others', () => {
    const both = reel('cut');
    for (const index of [0, 23]) expect(print(both, index)).toBe(print(half(CAT), index));
    for (const index of [24, 47]) expect(print(both, index)).toBe(print(half(FOX), index - 24));
  });

  it('fades from one into the other, and is the other then', () => {
    const both = reel('fade');
    const pictures = [23, 24, 28].map((index) => print(both, index));
    expect(pictures[0]).toBe(print(half(CAT), 23));
    expect(pictures[1]).not.toBe(print(half(FOX), 0));
    expect(pictures[2]).not.toBe(print(half(FOX), 4));
    expect(print(both, 40)).toBe(print(half(FOX), 16));
  });
});
