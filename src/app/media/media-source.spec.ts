import { image, video } from '../testing/messages.ts';
import { MediaSourcePipe } from './media-source.ts';

const PIXELS = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

describe('MediaSourcePipe', () => {
  let pipe: MediaSourcePipe;
  let revoked: jasmine.Spy<(url: string) => void>;

  beforeEach(() => {
    pipe = new MediaSourcePipe();
    revoked = spyOn(URL, 'revokeObjectURL').and.callThrough();
  });

  afterEach(() => pipe.ngOnDestroy());

  it('passes an address on', () => {
    expect(pipe.transform(video({ url: 'https://kitten.example/a.mp4' }))).toBe('https://kitten.example/a.mp4');
    expect(pipe.transform(undefined)).toBeNull();
    expect(revoked).not.toHaveBeenCalled();
  });

  it('makes an address for base64', async () => {
    const response = await fetch(pipe.transform(image({ data: PIXELS })) ?? '');
    const blob = await response.blob();
    expect(blob.type).toBe('image/gif');
    expect(new Uint8Array(await blob.arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0x47, 0x49, 0x46]));
  });

  it('makes an address for bytes', async () => {
    const response = await fetch(pipe.transform(video({ body: new Uint8Array([1, 2, 3]) })) ?? '');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('has no address for what is no base64', () => {
    expect(pipe.transform(image({ data: 'A' }))).toBeNull();
  });

  it('revokes an address when the next takes its place, and at the end', () => {
    const first = pipe.transform(image({ data: PIXELS }));
    const second = pipe.transform(image({ data: PIXELS }));
    expect(revoked.calls.allArgs()).toEqual([[first]] as [string][]);
    pipe.ngOnDestroy();
    expect(revoked.calls.mostRecent().args).toEqual([second] as [string]);
  });
});
