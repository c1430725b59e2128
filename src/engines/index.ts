export { BUNDLED_ENGINE_NAMES, type BundledEngineName, loadBundledEngine } from './bundled-engines.ts';
export { atHome } from './config/at-home.ts';
export { type ConfigFile, readConfigFile } from './config/config-file.ts';
export { type ConfiguredEngines, readEngineConfig } from './config/read-config.ts';
export { type Key, readVariableKey } from './config/read-key.ts';
export { EngineFault, type EngineFaultCode } from './port/engine-fault.ts';
export { EngineRegistry, type OfferedEngine, type RegisteredEngine } from './registry/engine-registry.ts';
export { EngineConfigError, loadEngines } from './registry/load-engines.ts';
export { fitOptions } from './registry/fit-options.ts';
export { importOptionalPackage } from './packages/optional-package.ts';
export { type ImageHeader, readImageHeader } from './stills/image-header.ts';
export type { JobJournal, JournalEntry, JsonValue } from './port/job-journal.ts';
export {
  type EngineAttachment,
  type EngineCapacity,
  type EngineEvent,
  type EngineImage,
  type EngineRequest,
  type EngineVideo,
  SHUTDOWN,
  type VideoEngine,
} from './port/video-engine.ts';
