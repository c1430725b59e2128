import { Bundle } from './bundle.mjs';

const TEXT = [
  'import "./chunk.js";',
  '',
  '// node_modules/rxjs/dist/esm/map.js',
  'function map() {}',
  '',
  '// src/app/app.ts',
  'function App_Template() {}',
  '  // src/app/not-a-module.ts',
  'var App = class {};',
  '',
  '// src/services/websocket.ts',
  'var WebSocketService = class {};',
].join('\n');

describe('a bundle', () => {
  const bundle = new Bundle(TEXT);

  it('names the source file of each place', () => {
    expect(bundle.sourceOf(TEXT.indexOf('App_Template'))).toBe('src/app/app.ts');
    expect(bundle.sourceOf(TEXT.indexOf('var App'))).toBe('src/app/app.ts');
    expect(bundle.sourceOf(TEXT.indexOf('WebSocketService'))).toBe('src/services/websocket.ts');
  });

  it('names none for what is not the project’s', () => {
    expect(bundle.sourceOf(0)).toBeUndefined();
    expect(bundle.sourceOf(TEXT.indexOf('function map'))).toBeUndefined();
  });
});
