export { ENGINE_NAMES, type EngineName, loadEngine } from './engine-choice.ts';
export { EngineFault, type EngineFaultCode } from './port/engine-fault.ts';
export type { JobJournal, JournalEntry, JsonValue } from './port/job-journal.ts';
export {
  type EngineAttachment,
  type EngineEvent,
  type EngineImage,
  type EngineRequest,
  type EngineVideo,
  SHUTDOWN,
  type VideoEngine,
} from './port/video-engine.ts';
