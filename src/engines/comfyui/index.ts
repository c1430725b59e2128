export { createComfyUiEngine } from './create-engine.ts';
export { comfyUiProfile } from './load-workflow.ts';
