import { pictureOf } from '../../engines/testing/pictures.ts';
import { ImageDecoder, UndecodableImage } from './image-decoder.ts';

const SMALL = pictureOf('#d02020');
const PNG = { file: SMALL, mimeType: 'image/png', metadata: 'keep' } as const;

describe('ImageDecoder', () => {
  let decoder: ImageDecoder;

  afterEach(() => decoder.close());

  it('says the size that a picture really has', async () => {
    decoder = new ImageDecoder();
    const { width, height, file } = await decoder.decode('a', PNG);
    expect([width, height]).toEqual([24, 16]);
    expect(SMALL.equals(file)).toBeTrue();
  });

  it('takes what is no picture for none, and goes on', async () => {
    decoder = new ImageDecoder();
    const broken = { ...PNG, file: SMALL.subarray(0, 40) };
    await expectAsync(decoder.decode('a', broken)).toBeRejectedWithError(UndecodableImage);
    expect((await decoder.decode('a', PNG)).width).toBe(24);
  });

  it('ends a process that would use too much memory, and begins another', async () => {
    // Less than a process has that does nothing.
    decoder = new ImageDecoder({ memoryMb: 20 });
    const large = { ...PNG, file: pictureOf('#d02020', 'png', { width: 6_000, height: 6_000 }) };
    await expectAsync(decoder.decode('a', large)).toBeRejectedWithError(UndecodableImage, 'its process died');
    await expectAsync(decoder.decode('a', large)).toBeRejectedWithError(UndecodableImage, 'its process died');
  });

  it('ends a process that takes too long', async () => {
    decoder = new ImageDecoder({ deadlineMs: 1 });
    await expectAsync(decoder.decode('a', PNG)).toBeRejectedWithError(UndecodableImage, 'it takes too long');
  });

  it('has whoever comes wait for one picture of another, however many that has', async () => {
    decoder = new ImageDecoder();
    const order: string[] = [];
    const decode = (owner: string) => decoder.decode(owner, PNG).then(() => order.push(owner));
    await Promise.all([...Array.from({ length: 5 }, () => decode('many')), decode('visitor')]);
    expect(order.indexOf('visitor')).toBe(1);
  });
});
