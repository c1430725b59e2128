import type { Workflow, WorkflowNode } from '../workflow/workflow.ts';

/** Files of models that the stand-in has. */
const MODELS = ['wan2.2_ti2v_5B_fp16.safetensors', 'umt5_xxl_fp8_e4m3fn_scaled.safetensors', 'wan2.2_vae.safetensors'];

/** The inputs that each class of node must have. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  EmptyImage: ['width', 'height', 'batch_size'],
  CreateVideo: ['images', 'fps'],
  SaveVideo: ['video', 'filename_prefix', 'format'],
  ImageFromBatch: ['image', 'batch_index', 'length'],
  PreviewImage: ['images'],
  KSampler: [
    'model',
    'positive',
    'negative',
    'latent_image',
    'seed',
    'steps',
    'cfg',
    'sampler_name',
    'scheduler',
    'denoise',
  ],
  CLIPTextEncode: ['clip', 'text'],
  VAEDecode: ['samples', 'vae'],
  UNETLoader: ['unet_name', 'weight_dtype'],
  CLIPLoader: ['clip_name', 'type'],
  VAELoader: ['vae_name'],
  ModelSamplingSD3: ['model', 'shift'],
  Wan22ImageToVideoLatent: ['vae', 'width', 'height', 'length', 'batch_size'],
  LoadImage: ['image'],
  VHS_VideoCombine: ['images', 'frame_rate', 'format'],
};
const OUTPUT_NODES = ['SaveVideo', 'PreviewImage', 'VHS_VideoCombine'];
const MODEL_INPUTS = ['unet_name', 'clip_name', 'vae_name'];

interface NodeError {
  readonly type: string;
  readonly message: string;
  readonly details: string;
  readonly extra_info: object;
}

/** Why `/prompt` is answered by 400; undefined where the workflow is taken. */
export function refusal(workflow: Workflow, images: ReadonlySet<string>): object | undefined {
  for (const [id, { class_type, _meta }] of Object.entries(workflow)) {
    if (class_type in REQUIRED) continue;
    const message = `Node '${_meta?.title ?? class_type}' not found. The custom node may not be installed.`;
    const about = { extra_info: { node_id: id, class_type, node_title: _meta?.title ?? class_type } };
    return { error: { type: 'missing_node_type', message, details: `Node ID '#${id}'`, ...about }, node_errors: {} };
  }
  if (!Object.values(workflow).some((node) => OUTPUT_NODES.includes(node.class_type))) {
    const error = { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} };
    return { error, node_errors: {} };
  }
  const faulty = Object.entries(workflow).flatMap(([id, node]) => {
    const errors = errorsOf(node, images);
    return errors.length === 0 ? [] : [[id, { errors, dependent_outputs: [], class_type: node.class_type }] as const];
  });
  if (faulty.length === 0) return undefined;
  const details = faulty
    .flatMap(([, { errors }]) => errors.map((error) => `${error.message}: ${error.details}`))
    .join('\n');
  const message = 'Prompt outputs failed validation';
  const error = { type: 'prompt_outputs_failed_validation', message, details, extra_info: {} };
  return { error, node_errors: Object.fromEntries(faulty) };
}

function errorsOf({ class_type, inputs }: WorkflowNode, images: ReadonlySet<string>): readonly NodeError[] {
  const missing = (REQUIRED[class_type] ?? []).filter((name) => !(name in inputs));
  const errors = missing.map((name) => errorOf('required_input_missing', 'Required input is missing', name, name));
  for (const name of MODEL_INPUTS) {
    const file = inputs[name];
    if (typeof file !== 'string' || MODELS.includes(file)) continue;
    errors.push(
      errorOf('value_not_in_list', 'Value not in list', name, `${name}: '${file}' not in ['${MODELS.join("', '")}']`),
    );
  }
  const { image, width } = inputs;
  if (class_type === 'LoadImage' && typeof image === 'string' && !images.has(image)) {
    errors.push(
      errorOf(
        'custom_validation_failed',
        'Custom validation failed for node',
        'image',
        `image - Invalid image file: ${image}`,
      ),
    );
  }
  if (typeof width === 'number' && width > 16_384) {
    errors.push(errorOf('value_bigger_than_max', 'Value 20000 bigger than max of 16384', 'width', 'width'));
  }
  return errors;
}

function errorOf(type: string, message: string, input: string, details: string): NodeError {
  return { type, message, details, extra_info: { input_name: input } };
}

/** The nodes in an order in which each comes after those that it takes something from. */
export function executionOrder(workflow: Workflow): readonly string[] {
  const order = new Set<string>();
  const visit = (id: string): void => {
    for (const value of Object.values(workflow[id]?.inputs ?? {})) {
      const source: unknown = Array.isArray(value) ? value[0] : undefined;
      if (typeof source === 'string' && source in workflow) visit(source);
    }
    order.add(id);
  };
  for (const id of Object.keys(workflow)) visit(id);
  return [...order];
}
