export { ENGINE_NAMES, type EngineName, loadEngine } from './engine-choice.ts';
export type {
  EngineAttachment,
  EngineEvent,
  EngineImage,
  EngineRequest,
  EngineVideo,
  VideoEngine,
} from './port/video-engine.ts';
