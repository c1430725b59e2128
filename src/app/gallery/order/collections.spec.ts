import { TestBed } from '@angular/core/testing';

import { Collections } from './collections.ts';

describe('Collections', () => {
  afterEach(() => localStorage.removeItem('ask-kitten.collections'));

  function collections(): Collections {
    TestBed.resetTestingModule();
    return TestBed.inject(Collections);
  }

  it('are kept, with their works once each', () => {
    const id = collections().create('海边', ['a']);
    collections().add(id, ['b', 'a']);
    collections().rename(id, ' 夏天 ');
    collections().rename(id, ' ');
    expect(collections().list()).toEqual([{ id, name: '夏天', works: ['a', 'b'] }]);
    collections().remove(id, ['a']);
    expect(collections().find(id)?.works).toEqual(['b']);
  });

  it('come back where they were, each by itself', () => {
    const made = collections();
    const id = made.create('海边', ['a']);
    made.create('山里', ['b']);
    const putBack = made.dissolve(id);
    expect(
      collections()
        .list()
        .map(({ name }) => name),
    ).toEqual(['山里']);
    made.create('城里', ['c']);
    putBack();
    putBack();
    expect(
      collections()
        .list()
        .map(({ name }) => name),
    ).toEqual(['海边', '山里', '城里']);
  });

  it('are none where something else is kept', () => {
    for (const json of ['null', '{', '7', '[null, {"id":1}]']) {
      localStorage.setItem('ask-kitten.collections', json);
      expect(collections().list()).withContext(json).toEqual([]);
    }
  });
});
