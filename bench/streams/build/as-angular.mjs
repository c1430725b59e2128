/**
 * How Angular's builder has esbuild make a bundle for production, so that no client is at a disadvantage: packages in
 * the newest form that they come in, without what only a developer reads, and spreads written out.
 * @type {import('esbuild').BuildOptions}
 */
export const AS_ANGULAR = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  supported: { 'object-rest-spread': false },
  conditions: ['es2015', 'es2020', 'module', 'production'],
  mainFields: ['es2020', 'es2015', 'browser', 'module', 'main'],
  define: {
    ngDevMode: 'false',
    ngJitMode: 'false',
    ngServerMode: 'false',
    ngHmrMode: 'false',
    'process.env.NODE_ENV': '"production"',
  },
  logLevel: 'warning',
};
