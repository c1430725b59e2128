/**
 * An engine as `createGateway` wants it: of a version with a registry of engines, or an older one.
 * @param {string} rootUrl ends with a slash
 * @param {import('../../src/engines/index.ts').VideoEngine} engine
 */
export async function enginesOf(rootUrl, engine) {
  const { EngineRegistry } = await import(`${rootUrl}src/engines/index.ts`);
  return EngineRegistry === undefined ? { engine } : { engines: EngineRegistry.of(engine) };
}
