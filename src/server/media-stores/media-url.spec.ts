import { readMediaUrl } from './media-url.ts';

describe('readMediaUrl', () => {
  it('reads a folder', () => {
    expect(readMediaUrl('file:///shared/media%20of%20all')).toEqual({ kind: 'folder', folder: '/shared/media of all' });
  });

  it('reads a bucket, with a prefix or without', () => {
    expect(readMediaUrl('s3://kitten-media')).toEqual({ kind: 's3', bucket: 'kitten-media', prefix: '' });
    expect(readMediaUrl('s3://kitten.media/')).toEqual({ kind: 's3', bucket: 'kitten.media', prefix: '' });
    for (const text of ['s3://kitten-media/a/b', 's3://kitten-media/a/b/']) {
      expect(readMediaUrl(text)).withContext(text).toEqual({ kind: 's3', bucket: 'kitten-media', prefix: 'a/b/' });
    }
  });

  it('reads nothing else, and no key', () => {
    for (const text of [
      '',
      '/shared/media',
      'file://host/share',
      'https://bucket.example/x',
      's3://',
      's3:/bucket',
      's3://Bucket_1',
      's3://bucket//x',
      's3://bucket/%2e%2e/x%20y',
      's3://key:secret@bucket/x',
      's3://bucket:9000/x',
      's3://bucket/x?region=eu',
    ]) {
      expect(readMediaUrl(text)).withContext(text).toBeUndefined();
    }
  });
});
