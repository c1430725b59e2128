import { pictureOf } from '../../engines/testing/pictures.ts';
import { ImageDecoder, UndecodableImage } from './image-decoder.ts';

const SMALL = pictureOf('#d02020');
const PNG = { file: SMALL, mimeType: 'image/png', metadata: 'keep' } as const;
const A = { address: '10.0.0.1', code: 'a' };

describe('ImageDecoder', () => {
  let decoder: ImageDecoder;

  afterEach(() => decoder.close());

  it('says the size that a picture really has', async () => {
    decoder = new ImageDecoder();
    const { width, height, file } = await decoder.decode(A, PNG);
    expect([width, height]).toEqual([24, 16]);
    expect(SMALL.equals(file)).toBeTrue();
  });

  it('takes what is no picture for none, and goes on', async () => {
    decoder = new ImageDecoder();
    const broken = { ...PNG, file: SMALL.subarray(0, 40) };
    await expectAsync(decoder.decode(A, broken)).toBeRejectedWithError(UndecodableImage);
    expect((await decoder.decode(A, PNG)).width).toBe(24);
  });

  it('ends a process that would use too much memory, and begins another', async () => {
    // Less than a process has that does nothing.
    decoder = new ImageDecoder({ memoryMb: 20 });
    const large = { ...PNG, file: pictureOf('#d02020', 'png', { width: 6_000, height: 6_000 }) };
    await expectAsync(decoder.decode(A, large)).toBeRejectedWithError(UndecodableImage, 'its process died');
    await expectAsync(decoder.decode(A, large)).toBeRejectedWithError(UndecodableImage, 'its process died');
  });

  it('judges a picture by what it takes itself, not by what the one before has left', async () => {
    decoder = new ImageDecoder();
    const large = { ...PNG, file: pictureOf('#d02020', 'png', { width: 7_300, height: 5_400 }) };
    for (let turn = 0; turn < 3; turn++) expect((await decoder.decode(A, large)).width).toBe(7_300);
  });

  it('ends a process that takes too long', async () => {
    decoder = new ImageDecoder({ deadlineMs: 1 });
    await expectAsync(decoder.decode(A, PNG)).toBeRejectedWithError(UndecodableImage, 'it takes too long');
  });

  it('has whoever comes wait for one picture of another address, however many that has, and under however many codes', async () => {
    decoder = new ImageDecoder();
    const order: string[] = [];
    const decode = (address: string, code: string) =>
      decoder.decode({ address, code }, PNG).then(() => order.push(address));
    const many = Array.from({ length: 5 }, (_, index) => decode('many', `code ${index}`));
    await Promise.all([...many, decode('visitor', 'own')]);
    expect(order.indexOf('visitor')).toBe(1);
  });

  it('has a code wait for one picture of another at its address', async () => {
    decoder = new ImageDecoder();
    const order: string[] = [];
    const decode = (code: string) => decoder.decode({ address: 'x', code }, PNG).then(() => order.push(code));
    await Promise.all([...Array.from({ length: 5 }, () => decode('many')), decode('visitor')]);
    expect(order.indexOf('visitor')).toBe(1);
  });
});
